"""The README says what is there, all of it, and nothing that isn't."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

import pytest

from ijtui.cli.program import program
from ijtui.keys import SIGNS
from ijtui.settings import Settings, read
from tests.house.catalogue import PACKAGE, ROOT
from tests.house.test_commands import bindings

README = (ROOT / "README.md").read_text("utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *ROOT.glob("docs/*.md")]


MODULES = {"markdown-it-py": "markdown_it"}
"""What a package is imported as, where that is not its own name."""

COMES_ALONG = {
    "pydantic_core": "the other half of pydantic, which pins it to the same release",
    "_typeshed": "exists for type checkers only",
}


def dependencies() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {re.split(r"[<>=~!]", line)[0] for line in project["dependencies"]}


def extras() -> set[str]:
    """Return what only some features need; what the tests need is not among them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    groups = project["optional-dependencies"]
    lines = (line for name, group in groups.items() if name != "test" for line in group)
    return {re.split(r"[<>=~!]", line)[0] for line in lines}


def part(title: str) -> str:
    """Return the text under one second-level heading."""
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def test_the_code_map_names_every_module_and_folder_of_the_package() -> None:
    there = {f"ijtui/{path.name}" for path in PACKAGE.glob("*.py")} - {"ijtui/__init__.py"}
    there |= {
        f"ijtui/{path.name}/" for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"
    }
    assert set(re.findall(r"`(ijtui/[\w./]+)`", part("The code"))) == there


def test_the_code_map_names_every_folder_beside_the_package() -> None:
    beside = ("styles", "tests", "benchmarks", "docs")
    assert [name for name in beside if f"`{name}/`" not in part("The code")] == []


def test_every_runtime_dependency_has_its_reason() -> None:
    rows = dict(re.findall(r"^\| ([\w-]+) \| (.+) \|$", part("What it is built with"), re.MULTILINE))
    assert rows.keys() - {"package"} == dependencies()
    assert all(reason.strip() for reason in rows.values())


def test_what_the_package_imports_is_what_it_declares() -> None:
    source = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    imported = set(re.findall(r"^ *(?:from|import) (\w+)", source, re.MULTILINE))
    foreign = imported - sys.stdlib_module_names - {"ijtui"} - COMES_ALONG.keys()
    assert foreign == {MODULES.get(name, name.replace("-", "_")) for name in dependencies() | extras()}


def test_the_settings_shown_are_the_usual_ones() -> None:
    shown = re.search(r"    # settings\.toml.*\n((?:    .+\n)+)", README)
    assert shown
    text = "\n".join(line[4:] for line in shown[1].splitlines())
    assert read(text) == Settings()
    assert tomllib.loads(text).keys() == set(Settings.__slots__) - {"keys"}


def test_the_keys_shown_can_be_set() -> None:
    shown = re.search(r"    \[keys\]\n((?:    .+\n)+)", README)
    assert shown
    assert read("[keys]\n" + shown[1].replace("    ", "")).keys


def test_the_keys_in_the_table_do_something() -> None:
    rows = re.findall(r"^\| (`.+?) \|", part("Keys"), re.MULTILINE)
    shown = {key.lower() for row in rows for key in re.findall(r"`(.+?)`", row)}
    bound = {key.strip() for _owner, binding in bindings() for key in binding.key.split(",")}
    assert {SIGNS.get(key, key).replace("esc", "escape") for key in shown} - bound == set()


def test_every_command_is_listed() -> None:
    listed = set(re.findall(r"^    ijtui ([a-z]+)\b", part("On the command line"), re.MULTILINE))
    assert listed == set(program.list_commands(program.make_context("ijtui", [], resilient_parsing=True)))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_points_at_nothing(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
