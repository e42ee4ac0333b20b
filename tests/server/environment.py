"""A Python with ijtui that other accounts of this machine can start, too, wherever the checkout lies.

The interpreter may belong to one account alone, and so may the checkout. What others can reach is used where
it lies; the rest is linked, or copied where that can't be, which takes a second.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from tests.house.catalogue import ROOT

_LEFT_OUT = shutil.ignore_patterns(
    "test", "tests", "idlelib", "site-packages", "config-*", "turtledemo", "lib2to3"
)
_NOBODY = "nobody"


def interpreter_in(folder: Path) -> Path:
    """Make an environment in that folder and return its interpreter."""
    environment = folder / "environment"
    base = _base(folder / "python")
    subprocess.run([base, "-m", "venv", "--without-pip", environment], check=True)
    packages = _within_reach(Path(sysconfig.get_path("purelib")), folder / "packages")
    # A file of paths in the new environment stands for installing; none of its own is needed.
    found = next(environment.glob("lib/python*/site-packages"))
    (found / "there.pth").write_text(f"{_checkout(folder / 'checkout')}\n{packages}\n")
    made = environment / "bin" / "python"
    program = "import ijtui.app, sqlite_utils, pydantic"
    subprocess.run([made, "-I", "-c", program], check=True, user=_NOBODY, group="nogroup", cwd="/")
    return made


def is_reachable(path: Path) -> bool:
    """Whether every account can reach it."""
    return all(step.stat().st_mode & 0o005 == 0o005 for step in (path.resolve(), *path.resolve().parents))


def _base(folder: Path) -> Path:
    """Return the interpreter that this environment was made with, or a copy of it."""
    prefix = Path(sys.base_prefix)
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    if is_reachable(prefix / "bin" / name):
        return prefix / "bin" / name
    _link(prefix / "lib" / name, folder / "lib" / name)
    for library in (prefix / "lib").glob("libpython*"):
        _link_one(str(library), str(folder / "lib" / library.name))
    (folder / "bin").mkdir()
    _link_one(str(prefix / "bin" / name), str(folder / "bin" / name))
    return folder / "bin" / name


def _within_reach(path: Path, folder: Path) -> Path:
    return path if is_reachable(path) else _link(path, folder, whole=True)


def _checkout(folder: Path) -> Path:
    """Return where the package and its styles lie."""
    if is_reachable(ROOT / "ijtui"):
        return ROOT
    for name in ("ijtui", "styles"):
        _link(ROOT / name, folder / name, whole=True)
    return folder


def _link(path: Path, folder: Path, *, whole: bool = False) -> Path:
    ignored = None if whole else _LEFT_OUT
    shutil.copytree(path, folder, ignore=ignored, copy_function=_link_one)
    for step in (folder, *(found for found in folder.rglob("*") if found.is_dir())):
        step.chmod(0o755)
    return folder


def _link_one(source: str, target: str) -> None:
    """Link a file that others may read; copy one that they may not, or that lies on another disk."""
    if Path(source).stat().st_mode & 0o004:
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)
    else:
        shutil.copy2(source, target)
        Path(target).chmod(0o755 if os.access(source, os.X_OK) else 0o644)
