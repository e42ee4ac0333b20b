"""A journal as one file, Markdown or JSON: for people to keep, and for ijtui to read back.

In Markdown each entry stands as it was written, below a comment with its facts. A line of an entry that
looks like such a comment gets a backslash, so that an entry can hold anything, a whole journal too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from ijtui import dates
from ijtui.minutes.leaf import Leaf, facts
from ijtui.words import Words

BEGIN, END = "<!-- ijtui journal 1 -->", "<!-- ijtui end -->"
ENTRY = "<!-- ijtui entry "
COMMENT_ENDS = " -->"
LIKE_OURS = re.compile(r"\\*<!-- ijtui ")
VERSION = 1


def markdown(leaves: Iterable[Leaf], title: str, words: Words) -> str:
    """Return the journal as Markdown.

    Args:
        leaves: the entries, oldest first.
        title: whose it is.
        words: for the days in the headings.
    """
    return "\n".join([BEGIN, f"# {title}", "", *_sections(leaves, words), END])


def _sections(leaves: Iterable[Leaf], words: Words) -> Iterator[str]:
    for leaf in leaves:
        yield f"{ENTRY}{_in_a_comment(facts(leaf))}{COMMENT_ENDS}"
        yield f"## {dates.long(leaf.day, words)}"
        yield ""
        yield from (f"\\{line}" if LIKE_OURS.match(line) else line for line in leaf.body.split("\n"))
        yield ""


def _in_a_comment(told: dict[str, object]) -> str:
    """Return JSON in which nothing ends a comment."""
    return json.dumps(told, ensure_ascii=False).replace(">", "\\u003e")


def as_json(leaves: Iterable[Leaf], writer: str) -> str:
    """Return the journal as JSON, one entry a line.

    Args:
        leaves: the entries, oldest first.
        writer: whose it is.
    """
    rows = [json.dumps({**facts(leaf), "body": leaf.body}, ensure_ascii=False) for leaf in leaves]
    head = f'{{"ijtui-journal": {VERSION}, "writer": {json.dumps(writer, ensure_ascii=False)}, "entries": ['
    return "\n".join([head, ",\n".join(rows), "]}"])
