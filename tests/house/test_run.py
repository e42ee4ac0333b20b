"""The script `run`: sets up only when it must, and its exit code can be trusted."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.catalogue import ROOT

STAND_IN = """\
#!/bin/sh
echo "$(basename "$0") $*" >>log
case " $* " in *" $BREAKS "*) exit 1 ;; esac
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the script and an environment whose programs only write down that they were called."""
    shutil.copy(ROOT / "run", tmp_path)
    (tmp_path / "ijtui/locale/sv/LC_MESSAGES").mkdir(parents=True)
    for name in ("pyproject.toml", "hatch_build.py", "ijtui/locale/sv/LC_MESSAGES/ijtui.po"):
        (tmp_path / name).write_text("first\n")
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name in ("python", "lint-imports"):
        (programs / name).write_text(STAND_IN)
        (programs / name).chmod(0o755)
    return tmp_path


def run(checkout: Path, *arguments: str, breaks: str = "nothing") -> tuple[int, str, str]:
    """Return exit code, output, and the calls that were made."""
    (checkout / "log").write_text("")
    environ = {"PATH": os.environ["PATH"], "HOME": str(checkout), "BREAKS": breaks}
    done = subprocess.run(
        [str(checkout / "run"), *arguments], cwd="/", env=environ, capture_output=True, text=True
    )
    return done.returncode, done.stdout + done.stderr, (checkout / "log").read_text()


def test_every_check_is_run_and_its_success_is_told(checkout: Path) -> None:
    code, said, calls = run(checkout, "test")
    assert code == 0, said
    assert "all passed" in said
    for check in ("-m ruff check", "-m ruff format --check", "-m mypy", "lint-imports", "-m pytest"):
        assert check in calls


@pytest.mark.parametrize("step", ["check", "format", "mypy", "pytest"])
def test_a_check_that_fails_is_named_and_the_others_still_run(checkout: Path, step: str) -> None:
    code, said, calls = run(checkout, "test", breaks=step)
    assert code == 1
    assert step in said.partition("FAILED")[2]
    assert "all passed" not in said
    assert "-m pytest" in calls


def test_a_failed_installation_stops_everything(checkout: Path) -> None:
    code, _said, calls = run(checkout, "test", breaks="install")
    assert code == 1
    assert "pytest" not in calls
    assert "install" in run(checkout, "test")[2], "it is tried again next time"


def test_it_is_installed_again_only_when_its_recipe_changes(checkout: Path) -> None:
    assert "pip install" in run(checkout, "test")[2]
    assert "pip install" not in run(checkout, "test")[2]
    assert "pip install" not in run(checkout, "demo")[2]
    (checkout / "pyproject.toml").write_text("second\n")
    assert "pip install" in run(checkout, "demo")[2]
    assert ".[test]" in run(checkout, "test")[2]
    assert "pip install" not in run(checkout, "demo")[2]


def test_arguments_reach_what_is_run(checkout: Path) -> None:
    assert run(checkout, "demo", "--fill", "a b.db")[2].endswith("-m ijtui demo --fill a b.db\n")
    assert run(checkout, "test", "tests/domain", "-x")[2].endswith("-m pytest tests/domain -x\n")


def test_the_programs_are_compiled_before_they_start(checkout: Path) -> None:
    calls = run(checkout, "demo")[2].splitlines()
    assert calls[-2].endswith("-m compileall -q ijtui")


def test_without_a_wish_it_says_what_can_be_wished_for(checkout: Path) -> None:
    code, said, calls = run(checkout)
    assert (code, calls) == (2, "")
    assert "./run demo" in said
    assert run(checkout, "--help")[0] == 0
