"""Markdown to look at: drawn line by line, so that no text, however odd, takes more time than its length.

The stock Markdown widget needs a minute and more than a gigabyte for some texts of three kilobytes, and
starts a browser on a click. Here nothing can be clicked, a table is the lines it is written in, and only
the beginning of a very long text is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

MOST = 20_000
"""Characters that are shown."""

_MOST_ROWS = 1_000
_FENCE = re.compile(r"[ \t]{0,3}(?:```|~~~)")
_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t#]*$")
_RULE = re.compile(r"[ \t]{0,3}(?:-[ \t]*){3,}$|[ \t]{0,3}(?:\*[ \t]*){3,}$|[ \t]{0,3}(?:_[ \t]*){3,}$")
_ITEM = re.compile(r"([ \t]*)(?:([-*+])|(\d{1,9}[.)]))[ \t]+(?:\[([ xX])\][ \t]+)?(.*)$")
_QUOTE = re.compile(r"[ \t]{0,3}>[ \t]?(.*)$")
_INLINE = re.compile(
    r"(?P<code>`[^`]{1,200}`)"
    r"|(?P<strong>\*\*(?=\S)[^*]{1,200}\*\*|__(?=\S)[^_]{1,200}__)"
    r"|(?P<em>(?<!\w)[*_](?=\S)[^*_]{1,200}[*_](?!\w))"
    r"|(?P<tag>(?:(?<=[\s(])|^)#\w[\w/-]{0,60})"
)
_STYLES = {"code": "$accent", "strong": "bold", "em": "italic", "tag": "$accent"}
_SIGNS = {"code": 1, "strong": 2, "em": 1, "tag": 0}
"""How many signs stand at each side of what they mark."""


def is_cut(text: str) -> bool:
    """Whether a text is too long to be shown whole."""
    return len(text) > MOST or text.count("\n") >= _MOST_ROWS


def drawn(text: str, *, plain: bool = False) -> Content:
    """Return Markdown as it reads, the beginning of a very long text.

    Args:
        text: taken literally but for the signs of Markdown.
        plain: with signs that are in every font.
    """
    return Content("\n").join(_lines(text[:MOST].split("\n")[:_MOST_ROWS], plain))


def _lines(lines: list[str], plain: bool) -> Iterator[Content]:
    in_code = False
    for line in lines:
        if _FENCE.match(line):
            in_code = not in_code
        elif in_code:
            yield Content(f"  {line}").stylize("$quiet")
        else:
            yield _line(line, plain)


def _line(line: str, plain: bool) -> Content:
    heading, item, quote = _HEADING.match(line), _ITEM.match(line), _QUOTE.match(line)
    if heading:
        return _inline(heading[1]).stylize("bold $accent")
    if _RULE.match(line):
        return Content(("-" if plain else "─") * 20).stylize("$quiet")
    if item:
        return Content.assemble(_sign_of(item, plain), _inline(item[5]))
    if quote:
        return Content.assemble(("| " if plain else "│ ", "$quiet"), _inline(quote[1]))
    return _inline(line)


def _sign_of(item: re.Match[str], plain: bool) -> str:
    """Return what stands before an item: a bullet, its number, or its box."""
    indent, bullet, number, box = item[1], item[2], item[3], item[4]
    signs = [number] if bullet is None else []
    if box is not None:
        done = box in "xX"
        signs.append(("[x]" if done else "[ ]") if plain else ("☑" if done else "☐"))
    return f"{indent}{' '.join(signs) or ('-' if plain else '•')} "


def _inline(text: str) -> Content:
    """Return a line with what is marked in it drawn so."""
    parts: list[Content] = []
    at = 0
    for found in _INLINE.finditer(text):
        kind = found.lastgroup or ""
        cut = _SIGNS[kind]
        words = found[0][cut : len(found[0]) - cut]
        parts += [Content(text[at : found.start()]), Content(words).stylize(_STYLES[kind])]
        at = found.end()
    return Content("").join([*parts, Content(text[at:])])


class Preview(VerticalScroll, can_focus=True):
    """Shows Markdown as it reads; scrolls, and does nothing else."""

    def compose(self) -> ComposeResult:
        """Put the text on a page that scrolls."""
        yield Static("")

    def show(self, text: str, rest: str = "", *, plain: bool = False) -> None:
        """Show a text from its beginning.

        Args:
            text: Markdown.
            rest: said below one that is too long to be shown whole.
            plain: with signs that are in every font.
        """
        page = drawn(text, plain=plain)
        if rest and is_cut(text):
            page = Content("\n\n").join([page, Content(rest).stylize("$quiet")])
        self.query_one(Static).update(page)
        self.scroll_home(animate=False)
