"""What a reader may expect of every file, where no linter looks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.catalogue import PACKAGE, ROOT

LONGEST = 250
STYLES = ROOT / "styles"
WRITTEN = ("ijtui", "tests", "benchmarks", "docs", "styles")
"""Folders with files that people write."""

OWES_A_REASON = re.compile(
    r"#\s*(?:type: ignore|noqa)(?P<which>\S*(?:: ?[A-Z0-9]+(?:, ?[A-Z0-9]+)*)?)(?P<reason>.*)"
)
REGISTRIES = ("pypi" + ".org", "python" + "hosted", "npm" + "js", "deb." + "debian")
UNFINISHED = re.compile("TO" + "DO|FIX" + "ME|XX" + "X")


def written() -> Iterator[Path]:
    """Every text file that people write, but for pictures."""
    yield from (path for path in ROOT.iterdir() if path.is_file() and path.name not in {".git", ".coverage"})
    for folder in WRITTEN:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and path.suffix in {".py", ".md", ".tcss", ".po", ".c", ".toml", ".sh"}:
                yield path


def python(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def lines_with(pattern: re.Pattern[str], paths: Iterator[Path] | list[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if pattern.search(line)
    ]


def calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == name:
            yield node


def styles_asked_for() -> set[str]:
    return {
        argument.value
        for path in python("ijtui")
        for call in calls(ast.parse(path.read_text("utf-8")), "style")
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


def test_no_file_outgrows_its_room() -> None:
    sizes = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in python("ijtui")
    }
    assert {name: size for name, size in sizes.items() if size > LONGEST} == {}


def test_nothing_is_left_for_later() -> None:
    assert lines_with(UNFINISHED, written()) == []


def test_no_file_names_a_package_registry() -> None:
    assert lines_with(re.compile("|".join(map(re.escape, REGISTRIES))), written()) == []


def test_every_exception_to_a_check_says_which_and_why() -> None:
    owing = []
    for row in lines_with(OWES_A_REASON, python("ijtui", "tests", "benchmarks")):
        found = OWES_A_REASON.search(row)
        if found and (not found["which"] or not re.search(r"[a-z]{3}", found["reason"])):
            owing.append(row)
    assert owing == []


@pytest.mark.parametrize(
    ("line", "fine"),
    [
        ("x = 1  # no" + "qa: N802 - the convention's own name", True),
        ("x = 1  # ty" + "pe: ignore[misc]  # the stub lacks it", True),
        ("x = 1  # no" + "qa: N802", False),
        ("x = 1  # no" + "qa", False),
        ("x = 1  # ty" + "pe: ignore[misc]", False),
        ("x = 1  # ty" + "pe: ignore", False),
    ],
)
def test_a_reason_is_told_from_none(line: str, fine: bool) -> None:
    found = OWES_A_REASON.search(line)
    assert found
    assert bool(found["which"] and re.search(r"[a-z]{3}", found["reason"])) is fine


def test_every_style_sheet_exists_and_is_used() -> None:
    assert {path.stem for path in STYLES.glob("*")} == styles_asked_for()


def test_every_test_folder_mirrors_a_folder_of_the_package() -> None:
    own = {"house", "journeys", "snapshots"}
    folders = {path.parent.name for path in (ROOT / "tests").glob("*/__init__.py")} - own
    assert folders <= {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
