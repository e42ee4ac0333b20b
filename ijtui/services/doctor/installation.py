"""The program and the terminal it runs in: complete, compiled, and able to show å, ä and ö."""

from __future__ import annotations

import codecs
import locale
import os
import sys
from collections.abc import Iterator, Mapping
from importlib.util import cache_from_source, find_spec
from pathlib import Path

from ijtui import paths
from ijtui.services.doctor.finding import Finding, command
from ijtui.words import _

_HEAVY = ("ijtui", "textual", "rich", "sqlite_utils")
"""Packages whose compiling decides how fast the program starts."""


def findings() -> Iterator[Finding]:
    """Yield what is found about the installation and the terminal."""
    yield _words()
    yield _compiled([folder for name in _HEAVY for folder in _folders(name)])
    yield _encoding(os.environ)
    yield _terminal(os.environ)


def _words() -> Finding:
    missing = [source for source in paths.LOCALE.rglob("*.po") if not source.with_suffix(".mo").exists()]
    if missing or not any(paths.LOCALE.rglob("*.mo")):
        install = command(sys.executable, "-m", "pip", "install", "--force-reinstall", "--no-deps", "ijtui")
        return Finding(False, _("The Swedish words are missing, so the program speaks English."), install)
    return Finding(True, _("The program has all its words."))


def _compiled(folders: list[Path]) -> Finding:
    """Uncompiled, the program starts four times slower (performance notes)."""
    slow = [folder for folder in folders if _is_uncompiled(folder)]
    if not slow:
        return Finding(True, _("The program is compiled, so it starts fast."))
    said = _("The program is not compiled, so it starts four times slower than it could.")
    return Finding(False, said, command(sys.executable, "-m", "compileall", "-q", *slow))


def _is_uncompiled(folder: Path) -> bool:
    sources = [source for source in folder.rglob("*.py") if "__pycache__" not in source.parts]
    compiled = sum(Path(cache_from_source(str(source))).exists() for source in sources)
    return compiled < len(sources) / 2


def _folders(name: str) -> list[Path]:
    spec = find_spec(name)
    return [Path(place) for place in spec.submodule_search_locations or ()] if spec else []


def _encoding(environ: Mapping[str, str]) -> Finding:
    encoding = codecs.lookup(locale.getpreferredencoding(False)).name
    if encoding == "utf-8":
        return Finding(True, _("The terminal is taken to speak UTF-8."))
    said = _("The locale {locale} is not UTF-8, so å, ä and ö can't be shown.", locale=_locale(environ))
    return Finding(False, said, "export LC_ALL=C.UTF-8")


def _locale(environ: Mapping[str, str]) -> str:
    return next((environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environ.get(name)), "C")


def _terminal(environ: Mapping[str, str]) -> Finding:
    kind = environ.get("TERM", "")
    if kind in ("", "dumb", "unknown"):
        said = _("TERM is “{kind}”, so the screens can't be drawn.", kind=kind)
        return Finding(False, said, "export TERM=xterm-256color")
    return Finding(True, _("The terminal says it is {kind}.", kind=kind))
