"""A plain command pays for nothing it doesn't use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ijtui.services.desk import open_desk

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


def test_a_file_with_every_step_is_opened_without_the_library_that_takes_steps(tmp_path: Path) -> None:
    open_desk(tmp_path / "ijtui.db").close()
    program = (
        "import sys; from pathlib import Path; from ijtui.services.desk import open_desk\n"
        f"open_desk(Path({str(tmp_path / 'ijtui.db')!r})).close(); print('sqlite_utils' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"]
