"""Templates at the cursor: find one, see it, insert it as one step, fill in its places (D-F2)."""

from __future__ import annotations

from typing import Any, ClassVar

from ijtui.content import library
from ijtui.domain.template import FeedbackTemplate, Wanted, best_first
from ijtui.screens.command import Command
from ijtui.screens.dialogs.pick import Option, Pick
from ijtui.screens.place import Place
from ijtui.widgets.editor import Editor
from ijtui.words import N_, _


class TemplatePick(Pick):
    """The templates, with what each of them says."""

    CAN: ClassVar = (
        Command("template.insert", "enter", "choose", N_("Insert what is marked"), N_("insert")),
        *Pick.CAN[1:],
    )
    ABOUT = N_(
        "Type a few letters of what you look for, go to it with the arrow keys and press enter. "
        "It is inserted at the cursor, which goes to the first place to fill in; tab leads to the next."
    )


def insert_template(place: Place[Any], wanted: Wanted) -> None:
    """Let a person pick a template and put it in at the cursor of the text that has focus.

    Args:
        place: where the text is.
        wanted: what it is about; what fits it best is listed first.
    """
    editor = place.focused
    if not isinstance(editor, Editor) or editor.read_only:
        return
    templates = best_first(library.feedback_templates(wanted.language), wanted)
    by_id = {template.id: template for template in templates}

    def insert(picked: str | None) -> None:
        editor.focus()
        if picked is not None:
            editor.insert_template(by_id[picked].body)

    options = [_option(template) for template in templates]
    place.app.push_screen(TemplatePick(_("Templates"), options, preview=True), insert)
    for problems in library.broken_feedback():
        place.refuse(problems)


def _option(template: FeedbackTemplate) -> Option:
    return Option(template.id, template.title, preview=template.body)
