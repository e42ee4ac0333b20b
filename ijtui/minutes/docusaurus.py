"""The minutes as a page of a Docusaurus site: MDX with front matter whose values are JSON strings."""

from __future__ import annotations

import json

from ijtui.clean import clean_line
from ijtui.domain.record import Record
from ijtui.minutes import labels
from ijtui.minutes.markdown import markdown
from ijtui.minutes.names import stem
from ijtui.minutes.pen import Pen
from ijtui.words import Words


def docusaurus(record: Record, words: Words) -> str:
    """Return the page."""
    name = stem(record.conversation)
    fields: dict[str, object] = {
        "id": name,
        "title": labels.title(record.conversation),
        "slug": f"/{name}",
        "sidebar_label": _sidebar_label(record),
        "tags": _tags(record, words),
    }
    # JSON strings are YAML strings, so nothing in a value can end it or mean anything else
    front = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items())
    return f"---\n{front}\n---\n\n{markdown(record, Pen(words, mdx=True))}"


def _sidebar_label(record: Record) -> str:
    conversation = record.conversation
    day = conversation.starts.date().isoformat() if conversation.starts else ""
    return clean_line(f"{conversation.employee.name} {day}")


def _tags(record: Record, words: Words) -> list[str]:
    conversation = record.conversation
    year = [str(conversation.starts.year)] if conversation.starts else []
    return [labels.kind(conversation.agenda.kind, words), *year]
