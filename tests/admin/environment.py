"""A Python with ijtui that root alone can change, wherever the checkout lies and whosever it is.

Installing refuses any other, and rightly; what somebody else could change is copied, and the copy is root's.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from ijtui.admin import ways
from tests.house.catalogue import ROOT
from tests.server.environment import is_reachable

_LEFT_OUT = shutil.ignore_patterns(
    "test", "tests", "idlelib", "site-packages", "config-*", "turtledemo", "lib2to3", "__pycache__"
)


def interpreter_in(folder: Path) -> Path:
    """Make an environment in that folder, which is root's, and return its interpreter."""
    environment, checkout = folder / "environment", folder / "checkout"
    subprocess.run([_base(folder / "python"), "-m", "venv", "--without-pip", environment], check=True)
    for name in ("ijtui", "styles"):
        _copied(ROOT / name, checkout / name)
    packages = Path(sysconfig.get_path("purelib"))
    if not is_reachable(packages):
        packages = _copied(packages, folder / "packages", whole=True)
    # A file of paths in the new environment stands for installing.
    found = next(environment.glob("lib/python*/site-packages"))
    (found / "there.pth").write_text(f"{checkout}\n{packages}\n")
    return environment / "bin" / "python"


def _base(folder: Path) -> Path:
    """Return the interpreter that the tests run in, or a copy of it that is root's."""
    prefix, stdlib = Path(sys.base_prefix), Path(sysconfig.get_path("stdlib"))
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    if _is_firm(prefix / "bin" / name) and _is_firm(stdlib):
        return prefix / "bin" / name
    _copied(stdlib, folder / "lib" / name)
    for library in (prefix / "lib").glob("libpython*"):
        shutil.copyfile(library, folder / "lib" / library.name)
    (folder / "bin").mkdir(mode=0o755)
    shutil.copyfile(prefix / "bin" / name, folder / "bin" / name)
    (folder / "bin" / name).chmod(0o755)
    return folder / "bin" / name


def _is_firm(path: Path) -> bool:
    return ways.changeable(path) is None and ways.closed(path) is None


def _copied(source: Path, target: Path, *, whole: bool = False) -> Path:
    """Copy a folder; everybody can read the copy, and only root can change it."""
    shutil.copytree(source, target, ignore=None if whole else _LEFT_OUT, copy_function=shutil.copyfile)
    for place in (target, *target.rglob("*")):
        place.chmod(0o755 if place.is_dir() else 0o644)
    target.parent.chmod(0o755)
    return target
