"""Running text in which people use emphasis, links and code, with everything else in it made plain."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from ijtui.minutes.escape import ADDRESS, ANGLED, LESS_THAN, WEB_LINK

_PLAIN = {"<": LESS_THAN, "\\<": LESS_THAN, "](": "]\\(", "!": "!\\", "&": "\\&", "{": "\\{"}

_RUNNING = (
    r"\\[!-/:-@\[-`{-~]|`+"  # what is escaped already, and where code may begin
    rf"|{ANGLED}"
    rf"|!(?=\[)|\]\((?!{WEB_LINK})|&(?=#?\w+;)|"
)
_LIVE = re.compile(_RUNNING + r"<(?=[A-Za-z/!?])")
_LIVE_IN_MDX = re.compile(_RUNNING + r"[<{]")
_STATEMENT = re.compile(r"^([ie])(?=(?:m|x)port\b)", re.MULTILINE)


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


class _Backticks:
    """Knows where code begins and ends in one text: only a run of equal length ends it.

    A bare address takes the backticks in it, where addresses become links (GFM); elsewhere they would be
    code. So they are escaped there, and are neither.
    """

    def __init__(self, text: str) -> None:
        self._runs: dict[int, list[int]] = {}
        for found in re.finditer(r"`+", text):
            self._runs.setdefault(len(found[0]), []).append(found.start())
        self._addresses = [found.span() for found in ADDRESS.finditer(text)] if self._runs else []

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
