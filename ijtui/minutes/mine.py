"""A person's own data as a page to read, or as JSON with everything; written piece by piece."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from ijtui.clean import clean, clean_line
from ijtui.domain.mine import Portion
from ijtui.minutes.escape import guarded, line, quoted
from ijtui.minutes.mine_values import INSIDE, SORTED, SUBJECTS, THINGS, VALUES, VERBS
from ijtui.minutes.mine_words import FIXED, FLAGS, LABELS, PARTS, TOLD_AS_TEXT
from ijtui.words import Words

VERSION = 1
_MOMENT = re.compile(r"\A(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\Z")
_SHORT = 200  # characters of a text that stands on the line of its label


def as_json(portions: Iterable[Portion], name: str, at: datetime) -> Iterator[str]:
    """Yield the pieces of a JSON document: every portion is one line of it.

    Args:
        portions: all of them, in their order.
        name: whose they are.
        at: when they were fetched.
    """
    head = {"ijtui-mine": VERSION, "name": name, "at": at.isoformat(timespec="seconds")}
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "portions": [\n'
    for number, portion in enumerate(portions):
        told = {"table": portion.table, "conversation": portion.conversation, "rows": portion.rows}
        yield (",\n" if number else "") + clean(json.dumps(told, ensure_ascii=False))
    yield "\n]}\n"


def as_markdown(portions: Iterable[Portion], name: str, at: datetime, words: Words) -> Iterator[str]:
    """Yield the pieces of a page: a chapter for what is between, and one for each conversation.

    Args:
        portions: all of them, in their order.
        name: whose they are.
        at: when they were fetched.
        words: the language to write in.
    """
    writer = _Writer(words)
    yield f"# {writer.line(words('Everything about you: {name}', name=name))}\n\n"
    when = at.isoformat(sep=" ", timespec="minutes")
    yield words(
        "What ijtui holds about you or by you, {when}: shared and private. What others keep sealed is not in"
        " it. Keep it where only you can read it; --format json says the same for programs.",
        when=when,
    )
    yield "\n"
    for portion in portions:
        yield from writer.portion(portion)


class _Writer:
    """Writes portions, and remembers which conversation they belong to.

    Args:
        words: the language to write in.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._at: tuple[str, int | None] = ("", None)
        self._questions: Mapping[str, str] = {}

    def line(self, text: str) -> str:
        """Return one line that Markdown shows as it stands."""
        return line(clean_line(text), mdx=False)

    def portion(self, portion: Portion) -> Iterator[str]:
        """Yield a portion, below a heading where another kind begins."""
        if portion.table == "conversation":
            yield from self._chapter(portion.rows[0])
        elif (portion.table, portion.conversation) != self._at:
            level = "##" if portion.conversation is None else "###"
            yield f"\n{level} {self._words(PARTS[portion.table])}\n"
        self._at = portion.table, portion.conversation
        if portion.table == "history":
            yield "\n"
            yield from map(self._event, portion.rows)
            return
        for row in portion.rows:
            told = "".join(self._cells(portion, row))
            yield f"\n{told}" if told else ""

    def _chapter(self, row: Mapping[str, object]) -> Iterator[str]:
        agenda = row["agenda"]
        if isinstance(agenda, dict):
            self._questions = dict(_questions(agenda))
            title = f"{row['id']} · {agenda.get('title', '')}"
            day = str(row["starts"] or "").partition("T")[0]
            yield f"\n## {self.line(' · '.join(part for part in (title, day) if part))}\n"

    def _event(self, row: Mapping[str, object]) -> str:
        """Return a line of the history."""
        cells = (self._said(column, row.get(column)) for column in ("at", "who", "verb", "subject"))
        return f"- {self.line(' · '.join(cells))}\n"

    def _cells(self, portion: Portion, row: Mapping[str, object]) -> Iterator[str]:
        for column, label in LABELS.items():
            value = row.get(column)
            if column == "conversation" and value == portion.conversation:
                continue  # the chapter says so
            whole = _taken_apart(portion.table, column, value)
            if whole is not None:
                yield f"- {self._words(label)}:\n"
                yield from self._inside(whole, 1)
            elif said := self._said(column, value):
                yield from self._cell(self._words(label), said)

    def _inside(self, whole: object, depth: int) -> Iterator[str]:
        """Yield what lies in lists and objects, each as deep as it lies."""
        for name, inner in _parts(whole):
            known = INSIDE.get(name) or LABELS.get(name)
            label, pad = self._words(known) if known else self.line(name), "  " * depth
            if isinstance(inner, list) and not any(isinstance(part, dict | list) for part in inner):
                inner = ", ".join(map(str, inner))
            if isinstance(inner, dict | list):
                yield f"{pad}- {label}:\n"
                yield from self._inside(inner, depth + 1)
            elif said := self._said(name, inner):
                yield f"{pad}- {label}: {guarded(self.line(said), mdx=False)}\n"

    def _cell(self, label: str, value: str) -> Iterator[str]:
        if "\n" in value or len(value) > _SHORT:
            yield f"- {label}:\n\n"
            yield "".join(f"  {row}\n" for row in quoted(value, mdx=False).split("\n"))
            yield "\n"
        else:
            yield f"- {label}: {guarded(self.line(value), mdx=False)}\n"

    def _said(self, column: str, value: object) -> str:
        """Return a value in words; "" where there is nothing to tell."""
        if column in FLAGS and value in (0, 1):  # an action's `done` is a day
            return self._words("yes") if value else ""
        if value is None or value == "":
            return ""
        if isinstance(value, dict) and "name" in value:
            return clean_line(str(value["name"]))
        if column == "taken" and isinstance(value, int):
            return ""  # of a text it counts letters, and of an extract it is a moment
        text = _MOMENT.sub(r"\1 \2", clean(str(value)))
        if column == "question":
            return self._questions.get(text, text)
        if column == "subject":
            return self._subject(text)
        known = _KNOWN.get(column, VALUES if column in FIXED else {})
        return self._words(known.get(text, "")) or text

    def _subject(self, text: str) -> str:
        """Return what the history is about in words; what is not known as it stands there."""
        kind, _colon, rest = text.partition(":")
        return self._words(SUBJECTS[kind], number=rest).strip() if kind in SUBJECTS else text


_KNOWN: Mapping[str, Mapping[str, str]] = {"verb": VERBS, "thing": THINGS, "sort": SORTED}


def _parts(whole: object) -> Iterator[tuple[str, object]]:
    """Yield what lies in an object by its name, and what lies in a list by its place."""
    if isinstance(whole, dict):
        yield from ((str(name), inner) for name, inner in whole.items())
    elif isinstance(whole, list):
        yield from ((str(place), inner) for place, inner in enumerate(whole, 1))


def _taken_apart(table: str, column: str, value: object) -> object | None:
    """Return what lies in a value that is a list or an object, or the text of one; None for all others."""
    if isinstance(value, dict):
        return None if value.keys() == {"id", "name"} else value
    if isinstance(value, list):
        return value
    if (table, column) not in TOLD_AS_TEXT or not isinstance(value, str):
        return None
    try:
        found = json.loads(value)
    except ValueError:
        return None
    return found if isinstance(found, dict | list) else None


def _questions(agenda: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield id and text of every question, however deep the stored agenda holds them."""
    if "id" in agenda and "text" in agenda:
        yield str(agenda["id"]), str(agenda["text"])
    for value in agenda.values():
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                yield from _questions(part)
