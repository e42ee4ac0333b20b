"""A plain command pays for nothing it doesn't use."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOADED = """
import sys
from ijtui.__main__ import main
sys.argv = ["ijtui", *sys.argv[1:]]
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""


def modules_loaded_by(*arguments: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True)
    assert "ijtui" in done.stdout
    return {name.partition(".")[0] for name in done.stderr.splitlines()[-1].split()}


@pytest.mark.parametrize("command", ["--version", "--help"])
def test_a_plain_answer_needs_no_screen_storage_or_validation(command: str) -> None:
    heavy = {
        "textual",
        "rich",
        "pydantic",
        "sqlite_utils",
        "sqlite3",
        "markdown_it",
        "asyncio",
        "importlib_metadata",
    }
    assert modules_loaded_by(command) & heavy == set()


def test_importing_the_package_imports_nothing_else() -> None:
    program = "import sys; before = set(sys.modules); import ijtui; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["ijtui"]
