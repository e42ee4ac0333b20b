"""Reading a journal back from a file: every entry as it was, or one sentence with the line that is wrong."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from ijtui.clean import clean, clean_line
from ijtui.dates import is_usual
from ijtui.errors import BadInput
from ijtui.minutes.journal import BEGIN, COMMENT_ENDS, END, ENTRY, LIKE_OURS, VERSION
from ijtui.minutes.leaf import Leaf
from ijtui.words import N_

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_NOT_OURS = N_("This is no journal that ijtui has exported.")
_NOT_UTF8 = N_("This is not UTF-8 text. Save the file with the encoding UTF-8.")
_NO_END = N_("The file ends in the middle: its last line should be {end}")
_NO_HEADING = N_("Below the facts of an entry come a line with its day (## …) and an empty line.")
_NO_AIR = N_("An empty line is missing after the entry.")
_UNKNOWN = N_("A line that begins like this is none that ijtui writes. Put a backslash before it.")
_NOT_JSON = N_("This can't be read as JSON ({reason}).")
_NOT_FACTS = N_("What is said about the entry can't be understood: “{field}”.")
_TWICE = N_("There are two entries with the uid {uid}.")
_NEWER = N_("This journal was written by a newer ijtui.")


def read_journal(data: bytes, source: str) -> tuple[Leaf, ...]:
    """Return the entries of a file, in its order.

    Args:
        data: what stands in it, Markdown or JSON.
        source: its name, for the sentences.

    Raises:
        BadInput: something in it can't be read; nothing of it is returned.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(_NOT_UTF8, source, data.count(b"\n", 0, error.start) + 1) from error
    raw = _json_entries(text, source) if text.lstrip().startswith("{") else _markdown_entries(text, source)
    leaves = tuple(_leaf(told, source, line) for told, line in raw)
    counted = Counter(leaf.uid for leaf in leaves)
    for leaf in reversed(leaves):
        if counted[leaf.uid] > 1:
            raise BadInput(_TWICE, source, leaf.line, uid=leaf.uid)
    return leaves


# Markdown


def _markdown_entries(text: str, source: str) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield the facts and body of each entry, and its line."""
    lines = clean(text).rstrip("\n").split("\n")
    if lines[0].rstrip() != BEGIN:
        raise BadInput(_NEWER if lines[0].startswith(BEGIN[:19]) else _NOT_OURS, source, 1)
    if lines[-1].rstrip() != END or len(lines) < 2:
        raise BadInput(_NO_END, source, len(lines), end=END)
    marks = [at for at, line in enumerate(lines) if line.startswith("<!-- ijtui ")][1:]
    for at in marks[:-1]:
        if not (lines[at].startswith(ENTRY) and lines[at].rstrip().endswith(COMMENT_ENDS)):
            raise BadInput(_UNKNOWN, source, at + 1)
    for at, following in pairwise(marks):
        yield _section(lines, at, following, source), at + 1


def _section(lines: list[str], at: int, following: int, source: str) -> dict[str, Any]:
    """Return the facts and the body of the entry between two comments."""
    told = _object(lines[at].rstrip()[len(ENTRY) : -len(COMMENT_ENDS)], source, at + 1)
    if following < at + 3 or not lines[at + 1].startswith("## ") or lines[at + 2].strip():
        raise BadInput(_NO_HEADING, source, at + 2)
    if following < at + 5 or lines[following - 1].strip():
        raise BadInput(_NO_AIR, source, following)
    return {**told, "body": "\n".join(_unescaped(line) for line in lines[at + 3 : following - 1])}


def _unescaped(line: str) -> str:
    return line[1:] if line.startswith("\\") and LIKE_OURS.match(line) else line


def _object(text: str, source: str, line: int) -> dict[str, Any]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        where = line + error.lineno - 1 if isinstance(error, json.JSONDecodeError) else line
        raise BadInput(_NOT_JSON, source, where, reason=reason) from error
    if not isinstance(told, dict):
        raise BadInput(_NOT_OURS, source, line)
    return told


# JSON


def _json_entries(text: str, source: str) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield each entry, and its line: in what ijtui writes, each has a line of its own."""
    told = _object(text, source, 1)
    entries = told.get("entries")
    if not isinstance(entries, list) or not isinstance(told.get("ijtui-journal"), int):
        raise BadInput(_NOT_OURS, source, 1)
    if told["ijtui-journal"] != VERSION:
        raise BadInput(_NEWER, source, 1)
    lines = _lines_of_entries(text, len(entries))
    for entry, line in zip(entries, lines, strict=True):
        if not isinstance(entry, dict):
            raise BadInput(_NOT_OURS, source, line)
        yield entry, line


def _lines_of_entries(text: str, number: int) -> list[int]:
    """Return the line where each element of `entries` begins; in a file of another form that of the list."""
    at = text.find("[", text.find('"entries"') + 1) + 1
    line = text.count("\n", 0, at) + 1
    try:
        return list(islice(_lines_of(text, at, line), number))
    except (ValueError, IndexError):
        return [line] * number


def _lines_of(text: str, at: int, line: int) -> Iterator[int]:
    """Yield the line of each element from a place within a list on."""
    decoder, counted = json.JSONDecoder(), at
    while True:
        while text[at] in " \t\r\n,":
            at += 1
        line, counted = line + text.count("\n", counted, at), at
        yield line
        _value, at = decoder.raw_decode(text, at)


# Facts


def _leaf(told: dict[str, Any], source: str, line: int) -> Leaf:
    """Return an entry with everything in it checked and cleaned."""
    from pydantic import ValidationError

    told = {name: value for name, value in told.items() if name != "line"}
    try:
        leaf = _checker().validate_python(told)
    except ValidationError as error:
        field = str(next(iter(error.errors()[0]["loc"]), ""))
        raise BadInput(_NOT_FACTS, source, line, field=field) from error
    uid = clean_line(leaf.uid)
    if not uid:
        raise BadInput(_NOT_FACTS, source, line, field="uid")
    if not is_usual(leaf.day):
        raise BadInput(_NOT_FACTS, source, line, field="day")
    return replace(
        leaf,
        uid=uid,
        body=clean(leaf.body),
        person=clean_line(leaf.person),
        goal=clean_line(leaf.goal),
        made=_local(leaf, "made", source, line),
        changed=_local(leaf, "changed", source, line),
        line=line,
    )


@cache
def _checker() -> TypeAdapter[Leaf]:
    from pydantic import TypeAdapter

    return TypeAdapter(Leaf)


def _local(leaf: Leaf, field: str, source: str, line: int) -> datetime:
    """Return a moment as it is stored: local, naive, to the millisecond."""
    moment: datetime = getattr(leaf, field)
    if moment.tzinfo is not None:
        try:
            moment = moment.astimezone().replace(tzinfo=None)
        except (OverflowError, ValueError) as error:  # at the ends of time there is no other zone
            raise BadInput(_NOT_FACTS, source, line, field=field) from error
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
