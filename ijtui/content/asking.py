"""Which blocks ask something, and headings that are questions themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from ijtui.content.entry import asked
from ijtui.content.markup import Block, Heading, Item, Paragraph


def with_headings_that_ask(run: Sequence[Block]) -> list[Block]:
    """Return the same blocks with every heading that is itself a question made into one.

    It is, where it ends in a question mark and nothing below it asks; paragraphs below it are its help.
    """
    made: list[Block] = []
    at = 0
    while at < len(run):
        block = run[at]
        helps = _helps(run, at) if isinstance(block, Heading) and block.words.text.endswith("?") else []
        end = at + 1 + len(helps)
        if isinstance(block, Heading) and _asks_itself(block, run[end] if end < len(run) else None):
            made.append(Item(block.words, tuple(paragraph.words for paragraph in helps)))
            at = end
        else:
            made.append(block)
            at += 1
    return made


def _helps(run: Sequence[Block], at: int) -> list[Paragraph]:
    """Return the paragraphs right below the block that ask nothing themselves."""
    helps: list[Paragraph] = []
    for block in islice(run, at + 1, None):
        if not isinstance(block, Paragraph) or asks(block):
            break
        helps.append(block)
    return helps


def asks(block: Block) -> bool:
    """Whether a block asks something: a list item, or a paragraph that ends in a question mark."""
    return isinstance(block, Item) or (isinstance(block, Paragraph) and bool(asked(block.words)))


def _asks_itself(heading: Heading, following: Block | None) -> bool:
    if not heading.words.text.endswith("?") or "station" in heading.words.attributes:
        return False
    if isinstance(following, Heading):
        return following.level <= heading.level
    return not isinstance(following, Item | Paragraph)
