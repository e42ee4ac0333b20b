"""Going on with a text in the person's own editor, where other programs may be started."""

from __future__ import annotations

import os
from typing import Any, Protocol, cast

from textual.app import SuspendNotSupported

from ijtui.errors import IjtuiError, NotAllowed
from ijtui.screens.place import Place
from ijtui.widgets.editor import Editor
from ijtui.words import N_

_NO_TERMINAL = N_("This terminal can't be lent to another program.")


class _Lifeline(Protocol):
    @property
    def struck(self) -> bool: ...


class _Leaver(Protocol):
    """What hears that the connection broke while another program has the terminal."""

    lifeline: _Lifeline


def write_outside(place: Place[Any], editor: Editor) -> None:
    """Lend the terminal to the person's editor and take back what it saved, as one step of undo.

    What stands on the screen is saved first; where that can't be done, or the editor fails, it says why
    and nothing changes.
    """
    before = editor.text
    try:
        with place.app.suspend():
            text, failure = _edited(before, place)
    except SuspendNotSupported:
        text, failure = before, NotAllowed(_NO_TERMINAL)
    except IjtuiError as error:
        text, failure = before, error
    if failure is not None:
        place.refuse(failure)
    elif text != before:
        editor.replace_text(text)
    editor.focus()


def _edited(text: str, place: Place[Any]) -> tuple[str, IjtuiError | None]:
    """Return what the editor saved, or why not: raised here, it would keep the terminal from us."""
    from ijtui.services.outside import edited_outside

    lifeline = cast("_Leaver", place.app).lifeline
    try:
        return edited_outside(text, os.environ, lambda: lifeline.struck), None
    except IjtuiError as error:
        return text, error
