"""A template of one's own to begin with: an existing one under a new name."""

from __future__ import annotations

from ijtui.content.checks import AGENDA_FACTS
from ijtui.content.front_matter import front_matter
from ijtui.content.problems import Findings
from ijtui.content.slug import is_slug
from ijtui.content.source import cleaned
from ijtui.errors import BadInput
from ijtui.words import N_

_NO_NAME = N_("“{value}” can't be a template's name. Expected small letters a–z, digits and hyphens.")


def named(name: str, message: str = _NO_NAME) -> str:
    """Return the name if a template can have it.

    Args:
        name: what somebody chose.
        message: what to say where it can't be one.

    Raises:
        BadInput: it has letters that a file name or an id can't have.
    """
    if not is_slug(name):
        raise BadInput(message, value=name[:40])
    return name


def renamed(text: str, name: str, language: str) -> str:
    """Return the Markdown of an agenda with another id; one without facts on top is given them.

    Args:
        text: a file that can be read as an agenda.
        name: the new id.
        language: what the agenda is in, for one that doesn't say.
    """
    text = cleaned(text, name)
    front = front_matter(text, AGENDA_FACTS, Findings(name))
    lines = text.split("\n")
    if not front.after:
        return "\n".join(["---", f"id: {name}", f"language: {language}", "---", "", *lines])
    if "id" in front.lines:
        lines[front.lines["id"] - 1] = f"id: {name}"
    else:
        lines.insert(min(front.lines.values(), default=front.after) - 1, f"id: {name}")
    return "\n".join(lines)
