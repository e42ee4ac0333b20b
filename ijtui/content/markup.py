"""Markdown as the run of headings, paragraphs and list items that a template is made of.

Everything else (tables, code, HTML) is passed over by its line. Attributes stand at the end of
a line, `## Framtiden {station=future minutes=20}`, or on a line of their own above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_block_plugin

from ijtui.content.inline import (
    Written,
    attributes_at_line_end,
    attributes_of,
    last_line_of,
    line_of,
    written,
)

BOLD_HEADING = 7
"""Level of a paragraph that is all bold: below every real heading."""

_LISTS = ("bullet_list_open", "ordered_list_open")
_TYPED_BULLET = re.compile("^([ \t]*)[•◦▪‣●○■–—\uf0b7\uf0a7][ \t]+", re.MULTILINE)
"""Bullets as word processors paste them, private-use ones included."""

_PASSED_OVER = ("table_open", "fence", "code_block")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1–6, or a bold paragraph that stands for one.

    Attributes:
        end: the last line it takes up, from 1.
    """

    level: int
    words: Written
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside lists."""

    words: Written


@dataclass(frozen=True, slots=True)
class Item:
    """A list item with what stands inside it.

    Attributes:
        more: paragraphs after the first.
        items: the items of lists inside it.
    """

    words: Written
    more: tuple[Written, ...] = ()
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Something a template has no use for."""

    line: int


Block = Heading | Paragraph | Item | PassedOver


def blocks(text: str) -> list[Block]:
    """Return what the Markdown consists of, in order.

    Args:
        text: cleaned; an indented block is text and not code, as pasted agendas mean it.
    """
    return list(_blocks(_parser().parse(_TYPED_BULLET.sub(r"\1- ", text))))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").disable(["code", "reference"])
    parser.use(attrs_block_plugin)
    parser.inline.ruler.push("attributes", attributes_at_line_end)
    return parser


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    for token, inside in _nodes(tokens):
        if token.type == "heading_open":
            yield from _heading(int(token.tag[1:]), token, inside)
        elif token.type == "paragraph_open":
            yield from _paragraph(token, inside)
        elif token.type in _LISTS:
            yield from _items(token, inside)
        elif token.type == "blockquote_open":
            yield from _blocks(inside)
        elif token.type in _PASSED_OVER:
            yield PassedOver(line_of(token))


def _nodes(tokens: Sequence[Token]) -> Iterator[tuple[Token, Sequence[Token]]]:
    """Yield each token of the outermost level with the tokens inside it."""
    at = 0
    while at < len(tokens):
        end = at + 1
        if tokens[at].nesting == 1:
            level = tokens[at].level
            while end < len(tokens) and not (tokens[end].nesting == -1 and tokens[end].level == level):
                end += 1
            yield tokens[at], tokens[at + 1 : end]
            end += 1
        else:
            yield tokens[at], ()
        at = end


def _heading(level: int, token: Token, inside: Sequence[Token]) -> Iterator[Heading]:
    words = written(token, inside)
    if words is not None:
        yield Heading(level, words, last_line_of(token))


def _paragraph(token: Token, inside: Sequence[Token]) -> Iterator[Block]:
    words = written(token, inside)
    if words is None:
        return
    if len(words.lines) == 1 and words.bold == words.text and not words.text.endswith("?"):
        yield Heading(BOLD_HEADING, words, words.line)
    else:
        yield Paragraph(words)


def _items(opening: Token, inside: Sequence[Token]) -> Iterator[Item]:
    inherited = attributes_of(opening)
    for token, content in _nodes(inside):
        item = _item(token, content)
        if item is not None:
            attributes = {**inherited, **item.words.attributes}
            yield replace(item, words=replace(item.words, attributes=attributes))


def _item(token: Token, content: Sequence[Token]) -> Item | None:
    texts: list[Written] = []
    items: list[Item] = []
    for block in _blocks(content):
        if isinstance(block, Item):
            items.append(block)
        elif not isinstance(block, PassedOver):
            texts.append(block.words)
    if not texts:
        return Item(Written(line_of(token), ("",)), (), tuple(items)) if items else None
    return Item(texts[0], tuple(texts[1:]), tuple(items))
