"""A list item or paragraph as a question: its title, its text and its line of help."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ijtui.content.inline import Written
from ijtui.content.markup import Item

_TITLE = 80
_BEGINNING = 40
_ENDS = ("?", ".", "!", ":", "…")
_COLON_TITLE = re.compile(r"([^:?!.]{2,40}):\s+(?=[A-ZÅÄÖ])(.+\?)")
_AFTER_BOLD = re.compile(r"\s*[:–—.-]*\s*")
_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*(?:[.):]|(?= [A-ZÅÄÖ]))|[A-Za-z][.)])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A question, or a line of the checklist.

    Attributes:
        line: where it stands in the file.
        title: what its author calls it, or its beginning.
        hint: one line of help, or "".
        attributes: the right ones: id, who, ask.
    """

    line: int
    text: str
    title: str
    hint: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


def entry(item: Item) -> Entry | None:
    """Return what a list item asks, without attributes; None where it says nothing."""
    first, rest = _sentence(item.words.lines)
    help_lines = [*rest, *(words.text for words in item.more)]
    title, text = _title(first, item.words.bold)
    if title and not text and help_lines:
        text = help_lines.pop(0)
    text = text or title
    if not text:
        return None
    hint = " ".join([*help_lines, " · ".join(_texts(item.items))]).strip()
    return Entry(item.words.line, text, (title or beginning(text))[:_TITLE], hint)


def asked(words: Written) -> list[Entry]:
    """Return the questions of a paragraph: one that ends in a question mark, or several, a line each."""
    entries: list[Entry] = []
    gathered: list[str] = []
    for line in words.lines:
        gathered.append(line)
        if line.endswith("?"):
            title, text = _title(" ".join(gathered), words.bold if not entries else "")
            entries.append(Entry(words.line, text or title, (title or beginning(text))[:_TITLE]))
            gathered = []
    return entries if not gathered else []


def is_group(item: Item) -> bool:
    """Whether an item is a heading in disguise: it ends in a colon, or only what is inside it asks."""
    if not item.items:
        return False
    text = item.words.text
    inner = any(inside.words.text.endswith("?") for inside in item.items)
    return text.endswith(":") or (bool(text) and "?" not in text and inner)


def heading_text(text: str) -> str:
    """Return a heading without its number and its colon."""
    number = _NUMBER.match(text)
    return text[number.end() if number else 0 :].rstrip(": ") or text


def beginning(text: str) -> str:
    """Return the first words of a text, at most 40 characters, with … where something is left out."""
    if len(text) <= _BEGINNING:
        return text
    cut = text[:_BEGINNING].rpartition(" ")[0] or text[: _BEGINNING - 1]
    return cut.rstrip(" ,;:–-") + "…"


def _sentence(lines: tuple[str, ...]) -> tuple[str, list[str]]:
    """Split off the first sentence: lines belong together until one ends, or the next begins anew."""
    end = 1
    while end < len(lines) and not lines[end - 1].endswith(_ENDS) and not lines[end][:1].isupper():
        end += 1
    return " ".join(lines[:end]), list(lines[end:])


def _title(text: str, bold: str) -> tuple[str, str]:
    """Return title and question of `**Title** Question`, `**Title:** Question` or `Title: Question?`."""
    if bold and text.startswith(bold):
        rest = text[len(bold) :]
        question = _AFTER_BOLD.sub("", rest, count=1)
        if not question:
            return ("", bold) if bold.endswith("?") else (bold.rstrip(":. "), "")
        between = rest[: len(rest) - len(question)].strip()
        if between or question[0].isupper() or bold.endswith((":", ".")):
            return bold.rstrip(":.?– "), question
    match = _COLON_TITLE.fullmatch(text)
    return (match[1].strip(), match[2]) if match else ("", text)


def _texts(items: tuple[Item, ...]) -> list[str]:
    """All texts of items inside an item, the deeper ones too."""
    texts = []
    for item in items:
        texts += [item.words.text, *(words.text for words in item.more), *_texts(item.items)]
    return [text for text in texts if text]
