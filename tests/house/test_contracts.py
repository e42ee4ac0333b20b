"""The import contracts are kept, and each of them would notice if it weren't."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.catalogue import PACKAGE, ROOT

LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(cache_dir=None))"


def lint(checkout: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", LINT], cwd=checkout, capture_output=True, text=True)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    checkout = tmp_path_factory.mktemp("checkout")
    shutil.copy(ROOT / "pyproject.toml", checkout)
    shutil.copytree(
        PACKAGE, checkout / "ijtui", ignore=lambda _, names: {n for n in names if n.endswith(".pyc")}
    )
    return checkout


def test_the_contracts_are_kept(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("stray.py", "", "every module has its floor"),
        ("widgets/stray.py", "import ijtui.services", "Imports go down only"),
        ("services/stray.py", "import ijtui.widgets", "Imports go down only"),
        ("content/stray.py", "import ijtui.data", "Imports go down only"),
        ("domain/stray.py", "import ijtui.words", "The domain knows nothing"),
        ("screens/stray.py", "import ijtui.data", "Storage is reached through services"),
        ("screens/dialogs/stray.py", "import ijtui.app", "Only the command that starts it"),
        ("services/stray.py", "import textual.app", "Textual only"),
        ("cli/stray.py", "from rich import print", "Textual only"),
        ("services/stray.py", "import sqlite3", "SQLite only"),
        ("cli/stray.py", "import sqlite_utils.db", "SQLite only"),
        ("data/stray.py", "import platformdirs", "platformdirs only"),
        ("services/stray.py", "import mdit_py_plugins.attrs", "Markdown parsing only"),
        ("widgets/stray.py", "import markdown_it", "Markdown parsing only"),
        ("domain/stray.py", "import pydantic", "pydantic only"),
        ("services/stray.py", "import click", "click only"),
        ("services/stray.py", "def later():\n    import textual", "Textual only"),
    ],
)
def test_a_wrong_import_is_noticed(copy: Path, module: str, line: str, contract: str) -> None:
    stray = copy / "ijtui" / module
    stray.write_text(f"{line}\n")
    try:
        done = lint(copy)
    finally:
        stray.unlink()
    assert done.returncode == 1, done.stdout
    assert any(contract in row and row.endswith("BROKEN") for row in done.stdout.splitlines()), done.stdout
