"""Typed Markdown, read with the parser and written anew so that it can't reach outside its section.

Headings become bold lines, every fence is closed and longer than what it holds, HTML and link
definitions become plain text, indentation becomes what the structure means. The result is parsed
once more: if it still leaks, there is no result.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from ijtui.minutes.escape import guarded, quoted
from ijtui.minutes.running import running

_DEEPEST = 18
"""Nesting levels that every parser still follows; markdown-it drops what lies below 20."""

_MOST_CELLS = 2000
"""A table of few characters can stand for many cells, since rows are filled up to the width of the first."""

_SENTINEL = "sentinel"
_LANGUAGE = re.compile(r"[A-Za-z0-9+#.]{1,20}")
"""What may follow an opening fence; anything else can be an instruction to the one who shows it."""

_ALIGN = {"text-align:left": ":--", "text-align:right": "--:", "text-align:center": ":-:"}


def rewritten(text: str, mdx: bool) -> str | None:
    """Return the text as safe Markdown blocks, or None where that isn't possible."""
    tokens = _reader().parse(text)
    if any(token.level > _DEEPEST for token in tokens):
        return None
    result = "\n".join(_Writer(text, mdx).children(SyntaxTreeNode(tokens)))
    return None if leaks(result) else result


def leaks(text: str) -> bool:
    """Whether the text, put into a document, does more than fill its own section."""
    known: dict[str, object] = {}
    tokens = _judge().parse(f"{text}\n\n# {_SENTINEL}\n", known)
    kinds = [token.type for token in tokens]
    inner = {child.type for token in tokens for child in token.children or ()}
    return (
        kinds[-3:] != ["heading_open", "inline", "heading_close"]
        or tokens[-3].level > 0
        or tokens[-2].content != _SENTINEL
        or kinds.count("heading_open") > 1
        or "html_block" in kinds
        or not inner.isdisjoint({"html_inline", "image"})
        or "references" in known
    )


@lru_cache
def _reader() -> MarkdownIt:
    """What reads typed text: blocks only, and neither HTML nor link definitions, which become plain text."""
    return MarkdownIt("commonmark").enable("table").disable(["html_block", "reference", "inline"])


@lru_cache
def _judge() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


class _Writer:
    """Writes the tree of one text as lines.

    Args:
        source: the text that the tree was read from.
        mdx: see `typed`.
    """

    def __init__(self, source: str, mdx: bool) -> None:
        self._source = source.split("\n")
        self._mdx = mdx
        self._writers = {
            "paragraph": self._paragraph,
            "heading": self._heading,
            "fence": self._code,
            "code_block": self._code,
            "hr": self._rule,
            "blockquote": self._quote,
            "bullet_list": self._list,
            "ordered_list": self._list,
            "table": self._table,
        }

    def children(self, node: SyntaxTreeNode, tight: bool = False) -> list[str]:
        """Return the lines of everything in the node, blocks parted by empty lines unless `tight`."""
        lines: list[str] = []
        for child in node.children:
            if lines and not tight:
                lines.append("")
            lines += self._writers[child.type](child)
        return lines

    def _paragraph(self, node: SyntaxTreeNode) -> list[str]:
        text = _unindented(node.children[0].content)
        if text.startswith("[") and "]:" in text:
            text = "\\" + text  # a link definition, which would reach every other section
        return running(guarded(text, self._mdx), self._mdx).split("\n")

    def _heading(self, node: SyntaxTreeNode) -> list[str]:
        text = _unindented(node.children[0].content)
        if not text:
            return ["\\" + node.markup]
        if not re.search(r"[*_`\\]", text):
            text = f"**{text}**"
        return running(guarded(text, self._mdx), self._mdx).split("\n")

    def _code(self, node: SyntaxTreeNode) -> list[str]:
        lines = node.content.removesuffix("\n").split("\n")
        language = node.info.strip()
        if language and not _LANGUAGE.fullmatch(language):
            lines, language = [language, *lines], ""
        if self._mdx:  # Docusaurus unwraps such a block wherever it stands; a space keeps it code
            lines = [re.sub(r"mdx-code-block$", r"\g<0> ", line) for line in lines]
        longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
        fence = "`" * max(3, longest + 1)
        return [fence + language, *lines, fence]

    def _rule(self, node: SyntaxTreeNode) -> list[str]:
        return ["___"]  # the only form that neither underlines a heading nor begins a list item

    def _quote(self, node: SyntaxTreeNode) -> list[str]:
        return [f"> {line}" if line else ">" for line in self.children(node)] or [">"]

    def _list(self, node: SyntaxTreeNode) -> list[str]:
        tight = all(
            child.hidden for item in node.children for child in item.children if child.type == "paragraph"
        )
        lines: list[str] = []
        for item in node.children:
            if lines and not tight:
                lines.append("")
            lines += _hung(f"{item.info}{item.markup} ", self.children(item, tight and _is_plain(item)))
        return lines

    def _table(self, node: SyntaxTreeNode) -> list[str]:
        rows = [row for part in node.children for row in part.children]
        width = len(rows[0].children)
        if width * len(rows) > _MOST_CELLS or any(self._typed_cells(row) > width for row in rows):
            return self._word_for_word(node)
        ruler = [_ALIGN.get(str(cell.attrs.get("style")), "---") for cell in rows[0].children]
        lines = [_row(self._cells(row)) for row in rows]
        return [lines[0], _row(ruler), *lines[1:]]

    def _word_for_word(self, node: SyntaxTreeNode) -> list[str]:
        first, end = node.map or (0, 0)
        return quoted("\n".join(self._source[first:end]), self._mdx).split("\n")

    def _cells(self, row: SyntaxTreeNode) -> list[str]:
        contents = (cell.children[0].content if cell.children else "" for cell in row.children)
        return [running(content, self._mdx).replace("|", r"\|") for content in contents]

    def _typed_cells(self, row: SyntaxTreeNode) -> int:
        """How many cells the row had: the parser drops those beyond the width of the first row."""
        first = row.map[0] if row.map else 0
        inside = self._source[first].strip(" \t>").removeprefix("|")
        inside = re.sub(r"(?<!\\)\|$", "", inside)
        return len(re.findall(r"(?<!\\)\|", inside)) + 1


def _unindented(text: str) -> str:
    return "\n".join(line.lstrip(" \t") for line in text.split("\n"))


def _hung(marker: str, lines: list[str]) -> list[str]:
    """Return the lines as one list item: the first beside its marker, the others under it."""
    if not lines:
        return [marker.rstrip()]
    indent = " " * len(marker)
    return [marker + lines[0], *(f"{indent}{line}" if line else "" for line in lines[1:])]


def _is_plain(item: SyntaxTreeNode) -> bool:
    """Whether the item needs no empty lines: at most one paragraph, and lists under it."""
    kinds = [child.type for child in item.children]
    return all(after.endswith("_list") and not before.endswith("_list") for before, after in pairwise(kinds))


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
