"""What everything stands on: folders and programs that only root can change, all the way from the root."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from ijtui import hosting, paths
from ijtui.admin import ways
from ijtui.admin.advice import admin, roots_alone
from ijtui.admin.parts import folders, programs
from ijtui.admin.setup import Setup
from ijtui.errors import BadInput, StorageFailed
from ijtui.services.doctor import Finding
from ijtui.services.doctor.finding import command
from ijtui.words import _, explain


def findings(server: Setup) -> Iterator[Finding]:
    """Yield what is found about folders, programs and the Python under them."""
    for folder in folders(server):
        if not folder.is_done():
            said = _(
                "The folder {folder} has another owner or other rights than it should.", folder=folder.path
            )
            yield Finding(False, said, folder.shell())
    yield from _ways(server)
    yield from _programs(server)
    yield from _python(server)
    yield from _choices(server)
    yield from _extras()


def _ways(server: Setup) -> Iterator[Finding]:
    places = server.places
    firm = True
    for path in (places.keys, places.library, places.data.parent):
        shaky = ways.changeable(path)
        if shaky:
            firm = False
            yield _changeable(shaky)
    for path in (places.keys, places.library):
        sealed = ways.closed(path)
        if sealed:
            firm = False
            said = _("{path} can't be read by everybody, so nobody can come in.", path=sealed)
            yield Finding(False, said, command("chmod", "o+rX", sealed))
    if firm:
        yield Finding(True, _("The folders are as they should be, and only root can change the way to them."))


def _programs(server: Setup) -> Iterator[Finding]:
    changed = [program.path for program in programs(server) if not program.is_done()]
    for path in changed:
        said = _("{path} is missing, or not what this version of ijtui puts there.", path=path)
        yield Finding(False, said, admin("install"))
    if not changed:
        yield Finding(True, _("What sshd and sudo start is unchanged."))


def _python(server: Setup) -> Iterator[Finding]:
    python, fine = Path(sys.executable), True
    for place in _changeable_places(python):
        fine = False
        yield _changeable(place)
    sealed = ways.closed(python) or ways.closed(paths.PACKAGE / "__init__.py")
    if sealed:
        fine = False
        said = _("{path} can't be read by {account}, so nothing starts.", path=sealed, account=server.account)
        yield Finding(False, said, command("chmod", "o+rX", sealed))
    if fine:
        yield Finding(True, _("Only root can change Python and what ijtui is made of."))


def _changeable_places(python: Path) -> Iterator[Path]:
    """Yield what others can change: the way to each, and the first thing inside."""
    for path in dict.fromkeys(
        (python, paths.PACKAGE, *map(Path, map(sysconfig.get_path, ("purelib", "stdlib"))))
    ):
        shaky = ways.changeable(path) or (ways.changeable_inside(path) if path.is_dir() else None)
        if shaky:
            yield shaky


def _changeable(place: Path) -> Finding:
    said = _("{path} can be changed by others than root.", path=place)
    return Finding(False, said, roots_alone(place, "go-w"))


def _choices(server: Setup) -> Iterator[Finding]:
    """What can't be understood there keeps everybody out of the app."""
    file = server.places.etc / "server.toml"
    try:
        hosting.load(file)
    except (BadInput, StorageFailed) as error:
        yield Finding(False, explain(error), f"${{EDITOR:-vi}} {command(file)}")


def _extras() -> Iterator[Finding]:
    """Yield what is better to have; without it people sign by their session alone."""
    if find_spec("cryptography") is None:
        said = _(
            "Nobody can sign with their own SSH key, for the package {name} is missing.", name="cryptography"
        )
        yield Finding(True, said, command(sys.executable, "-m", "pip", "install", "cryptography"))
