r"""Backslashes where typed text would otherwise become Markdown of another kind, and nowhere else.

Three strengths: `line` for what is plain by nature (names, titles, table cells), `running` for text in
which people use emphasis, links and code, and `guarded` for the starts of its lines. MDX, which Docusaurus
reads, gives meaning to more: every `<` and `{`, `:::`, and lines that begin with `import` or `export`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

WEB_LINK = r"(?:https?://|mailto:)[^\s`<>\\]{1,500}\)(?=[.,;:!?)*_\"'”’]{0,4}(?:\s|$))"
"""What may follow `](` for the link to stay alive: an address of the web or of mail, and after it no more
than a full stop or the like, since some parsers take for a part of the address what touches it."""

_ADDRESS = re.compile(r"(?:https?://|ftp://|www\.)\S*", re.IGNORECASE)

_LESS_THAN = "&lt;"
"""Not a backslash: after a bare address that would belong to the address, and the `<` would be alive."""

_PLAIN = {"<": _LESS_THAN, "\\<": _LESS_THAN, "](": "]\\(", "!": "!\\", "&": "\\&", "{": "\\{"}

_LINE = (
    rf"(?P<address>{_ADDRESS.pattern})|"
    r"[\\`*\[|]|(?<!\w)_|_(?!\w)|~(?!\d)|(?<=\S)~|(?<!\S)#(?=#*$)|&(?=#?\w+;)|"
)
_ACTIVE = re.compile(_LINE + r"<(?=[A-Za-z/!?])", re.IGNORECASE)
_ACTIVE_IN_MDX = re.compile(_LINE + r"[<{]", re.IGNORECASE)
_ACTIVE_IN_ADDRESS = re.compile(r"[\\`*\[|<{]|&(?=#?\w+;)")

_ANGLED = r"<(?P<address>(?:https?://|mailto:)[\w\-./?=#%+:@,~&]+)>"
_RUNNING = (
    r"\\[!-/:-@\[-`{-~]|`+"  # what is escaped already, and where code may begin
    rf"|{_ANGLED}"
    rf"|!(?=\[)|\]\((?!{WEB_LINK})|&(?=#?\w+;)|"
)
_LIVE = re.compile(_RUNNING + r"<(?=[A-Za-z/!?])")
_LIVE_IN_MDX = re.compile(_RUNNING + r"[<{]")

_NUMBER = re.compile(r"^(\d{1,9})(?=[.)](?:[ \t]|$))", re.MULTILINE)
_STARTS = (
    r"#{1,6}(?=[ \t]|$)|>|[-+*](?=[ \t]|$)|`{3,}+(?=[^`\n]*$)|~{3}|\[\^"
    r"|(?=[-=_*+:| \t]*[-=_*+])[-=_*+:|](?=[-=_*+:| \t]*$)|"  # underlines, rules, table rulers
)
_START = re.compile(rf"^(?={_STARTS}<[A-Za-z/!?])", re.MULTILINE)
_START_IN_MDX = re.compile(rf"^(?={_STARTS}[<{{]|::)", re.MULTILINE)
_ANGLED_START = re.compile(f"^{_ANGLED}", re.MULTILINE)
_STATEMENT = re.compile(r"^([ie])(?=(?:m|x)port\b)", re.MULTILINE)


def line(text: str, mdx: bool) -> str:
    """Return one line of text that Markdown shows exactly as it stands, in a table cell, too.

    It is safe anywhere but at the very start of a line; there it also needs `guarded`.
    """
    return (_ACTIVE_IN_MDX if mdx else _ACTIVE).sub(_as_it_stands, text)


def guarded(text: str, mdx: bool) -> str:
    """Return lines none of which begins a block of its own; they must not be indented."""
    text = _ANGLED_START.sub(r"\g<address>", text)
    text = (_START_IN_MDX if mdx else _START).sub(r"\\", text)
    return _NUMBER.sub(r"\1\\", text)


def running(text: str, mdx: bool) -> str:
    """Return the text with HTML, entities, images and links to other than the web made plain.

    Emphasis, links to the web and code stay as typed; what stands in code is left alone.
    """
    live = _LIVE_IN_MDX if mdx else _LIVE
    ticks = _Backticks(text)
    done: list[str] = []
    place = 0
    while found := live.search(text, place):
        done.append(text[place : found.start()])
        place = ticks.end_of_code(found)
        done.append(text[found.start() : place] if place > found.end() else ticks.plain(found))
    done.append(text[place:])
    result = "".join(done)
    return _STATEMENT.sub(lambda word: f"&#{ord(word[1])};", result) if mdx else result


def quoted(text: str, mdx: bool) -> str:
    """Return the text word for word in a block quote, every line a line and nothing of it alive."""
    lines = [guarded(line(row.strip(), mdx), mdx) for row in text.split("\n")]
    ends = ["\\" if row and after else "" for row, after in zip(lines, [*lines[1:], ""], strict=True)]
    return "\n".join(f"> {row}{end}".rstrip() for row, end in zip(lines, ends, strict=True))


def _as_it_stands(found: re.Match[str]) -> str:
    """Escape what was found; an address keeps its underscores, where a backslash would break it."""
    if found["address"]:
        return _ACTIVE_IN_ADDRESS.sub(_escaped, found["address"])
    return _escaped(found)


def _escaped(found: re.Match[str]) -> str:
    return _LESS_THAN if found[0] == "<" else "\\" + found[0]


class _Backticks:
    """Knows where code begins and ends in one text: only a run of equal length ends it.

    A bare address takes the backticks in it, where addresses become links (GFM); elsewhere they would be
    code. So they are escaped there, and are neither.
    """

    def __init__(self, text: str) -> None:
        self._runs: dict[int, list[int]] = {}
        for found in re.finditer(r"`+", text):
            self._runs.setdefault(len(found[0]), []).append(found.start())
        self._addresses = [found.span() for found in _ADDRESS.finditer(text)] if self._runs else []

    def end_of_code(self, found: re.Match[str]) -> int:
        """Return where the code ends that begins here, or the end of what was found where none does."""
        if found[0][0] != "`" or self._in_address(found.start()):
            return found.end()
        length = len(found[0])
        candidates = self._runs.get(length, [])
        after = bisect_left(candidates, found.end())
        return candidates[after] + length if after < len(candidates) else found.end()

    def plain(self, found: re.Match[str]) -> str:
        """Return what was found, made harmless."""
        typed = found[0]
        if typed[0] == "`":
            return typed.replace("`", "\\`") if self._in_address(found.start()) else typed
        return found["address"] or _PLAIN.get(typed, typed)

    def _in_address(self, place: int) -> bool:
        before = bisect_right(self._addresses, (place, place)) - 1
        return before >= 0 and place < self._addresses[before][1]
