"""A conversation as a document: the same record always gives the same bytes."""

from __future__ import annotations

from enum import StrEnum

from ijtui.domain.record import Record
from ijtui.minutes.docusaurus import docusaurus
from ijtui.minutes.markdown import markdown
from ijtui.minutes.pen import Pen
from ijtui.minutes.short import short
from ijtui.words import in_language


class Format(StrEnum):
    """What minutes can be written as."""

    MD = "md"  # CommonMark with GFM tables
    DOCUSAURUS = "docusaurus"  # a page with front matter
    SHORT = "short"  # a direct message
    JSON = "json"  # everything both may see


def render(record: Record, form: Format) -> str:
    """Return the minutes in that form, in the language of the conversation's template.

    Args:
        record: everything both parties may see; texts may be hostile.
        form: preparations that have been opened are part of JSON only.
    """
    words = in_language(record.conversation.agenda.language)
    if form is Format.JSON:
        from ijtui.minutes.json_form import as_json

        return as_json(record, words)
    if form is Format.DOCUSAURUS:
        return docusaurus(record, words)
    return (short if form is Format.SHORT else markdown)(record, Pen(words))
