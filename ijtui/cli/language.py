"""The language of the command line, settled before click reads a word.

Help texts are made when their commands are, so the language is looked for in the bare arguments.
"""

from __future__ import annotations

import gettext
from collections.abc import MutableMapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ijtui import paths
from ijtui.cli.output import complain
from ijtui.errors import IjtuiError
from ijtui.words import LANGUAGES, default_language, explain, speak

if TYPE_CHECKING:
    from ijtui.settings import Settings

OPTION = "--language"
_WORDLESS = "--version"


def settle(arguments: Sequence[str], environ: MutableMapping[str, str]) -> None:
    """Let everything, click too, speak the language asked for, else that of settings or environment."""
    asked = asked_for(arguments)
    if asked or _WORDLESS in arguments:
        _speak(asked, environ)
        return
    _speak(default_language(environ), environ)
    file = paths.settings_file()
    if _may_exist(file):  # most people have none, and reading settings costs as much as all else here
        _speak(settings(file).spoken_language(environ), environ)


def asked_for(arguments: Sequence[str]) -> str:
    """Return the language that stands after `--language`, or "" where none of ours does."""
    for at, word in enumerate(arguments):
        if word == "--":
            break
        name, _, value = word.partition("=")
        if name == OPTION:
            value = value or "".join(arguments[at + 1 : at + 2])
            return value if value in LANGUAGES else ""
    return ""


def _may_exist(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:
        return True  # whoever reads it says what is wrong


@lru_cache
def settings(path: Path) -> Settings:
    """Return the settings in that file; the usual ones, and a complaint, where they can't be read."""
    from ijtui.settings import Settings, load

    try:
        return load(path)
    except IjtuiError as error:
        complain(explain(error))
        return Settings()


def _speak(language: str, environ: MutableMapping[str, str]) -> None:
    speak(language)
    # click says its own sentences through the standard library's catalogue of the process.
    environ["LANGUAGE"] = language or "en"
    gettext.bindtextdomain("ijtui", paths.LOCALE)
    gettext.textdomain("ijtui")
