"""Asking for a passphrase at the terminal; it never stands in a command, where others could read it."""

from __future__ import annotations

import sys

import click

from ijtui.errors import BadInput
from ijtui.words import N_, _

_SHORTEST = 12
_NO_TERMINAL = N_("A passphrase is asked for at the terminal, and there is none here. Use a key: {option}")
_UNEQUAL = N_("The two passphrases are not the same. Nothing was written.")
_TOO_SHORT = N_("A passphrase has at least {number} characters; several words are easy to remember.")


def asked(question: str, option: str) -> str:
    """Return what was typed at the terminal, which shows nothing of it.

    Args:
        question: what is asked for.
        option: what to use where there is no terminal.

    Raises:
        BadInput: there is no terminal.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        raise BadInput(_NO_TERMINAL, option=option)
    return str(click.prompt(question, hide_input=True, err=True, default="", show_default=False))


def asked_twice(option: str) -> str:
    """Return a new passphrase, typed twice.

    Raises:
        BadInput: there is no terminal, it is too short, or the two are not the same.
    """
    first = asked(_("Passphrase for the file"), option)
    if len(first) < _SHORTEST:
        raise BadInput(_TOO_SHORT, number=_SHORTEST)
    if asked(_("The same once more"), option) != first:
        raise BadInput(_UNEQUAL)
    return first
