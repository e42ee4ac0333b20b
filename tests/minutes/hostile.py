"""Texts that try to be more than text: fragments of all that Markdown and MDX know, joined at random."""

from __future__ import annotations

from hypothesis import strategies as st

FRAGMENTS = (
    "# Rubrik", "###### sex", "#", "## Underskrifter ##", "Rubrik\n===", "Rubrik\n---", "a\nb\n---", "===",
    "---", "***", "- - -", "```", "````", "~~~", "```py title={1}",
    "```mdx-code-block\nimport a from 'b'\n```", "``` js`", "    kod", "\tkod", "> citat", ">", "> > djupt",
    "> ```", "> # rubrik", "> a\n===", "> a | b\n--- | ---", "> " * 25 + "djupt", "- punkt", "-", "- ",
    "* ***", "+ plus", "- # rubrik", "- ```\n  kod", "- [ ] kvar", "- [x] klart", "  - under", "1. ett",
    "1) ett", "12345. många", "1.\t# rubrik", "-\t# rubrik", "- 1. # rubrik", "2. två", "1.",
    "- " * 12 + "djupt", "| a | b |\n|---|---|\n| c | d |", "| a |\n|---|\n| för | många |",
    "a | b\n:-: | --:\n`x | y` | <b>", "|---|", "| `a \\| b` |", "<div>", "</div>", "<b>fet</b>",
    "<script>alert(1)</script>", "<!--", "-->", "<!-- x -->", "<?php", "<![CDATA[", "<!A",
    "<https://example.org/a_b>", "<mailto:a@example.org>", "<a@example.org>", "<x:y>", "a < b", "<3",
    "<a\nb>", "<pre>", "<div\n\n>", "&lt;b&gt;", "&amp;", "&#35; x", "&copy", "&;", "R&D",
    "[a]: http://example.org", "[a]:\nhttp://example.org 'titel'", "[a]", "[Framtiden]: /x", "[^1]: fot",
    "[^1]", "  [a]: <b>", "[a](http://example.org)", "[a](javascript:alert(1))",
    "![a](http://example.org/b.png)", "![a][b]", "[a](<b>)", "[a](http://b`c)", "[a](http://b \"`\")",
    "http://a", "http://a`", "www.a`b`", "http://a](", r"ftp://a\<b>", "HTTPS://a\\", "http://a?b=`<b>`",
    "a@b.c`", "[a](http://b)`<b>`", "[[[[", "]]]", "](", "![", "\\[a]: b", "\\", "\\\\", "\\`", "\\<b>",
    "\\{", "a\\", "`", "``", "`a <b>`", "`a\n<b>`", "`a\n{b}`", "`{x}`", "`` ` ``", "` ` <b> `", "*", "**",
    "_", "__", "*a*", "**b**", "~~x~~", "*a _b* c_", "{", "}", "{a}", "{/* x */}", "{#id}",
    "import a from 'b'", "export const a = 1", "importera", "import", "export default x", ":::note", ":::",
    "::x", ":x[y]", ":::note Titel\n# x\n:::", "%%", "$$", "---\ntitle: x\n---", "+++", "a  \nb", "a\\\nb",
    "\n", "\n\n", " ", "\t", "\u00a0", "\u00a0# x", "å ä ö", "x", "1", ".", "!", "|", "\\|", "=", "+", ":",
    "-", "\x00", "\x1b[31m", "\x9b", "\u202e", "\ufeff", "\ud800", "\r", "\r\n# x", "\x0c", "\x85# x",
    "\u2028# x", "\x0b",
)  # fmt: skip

JOINTS = ("", "", " ", "\n", "\n", "\n\n", "\n  ", "\n    ", "\n> ", "\n- ", "\n   ", "\n1. ", " | ")

hostile = st.lists(
    st.tuples(st.sampled_from(JOINTS), st.sampled_from(FRAGMENTS)), min_size=1, max_size=9
).map(lambda pairs: "".join(joint + fragment for joint, fragment in pairs))
"""Fragments joined in every way that moves them to other places of a line or a container."""

symbols = st.text("#>-*+_1.)(`~[]!:|=<&;\\{}/\n\n\n \tax", max_size=40)
"""Any text of the characters that mean something."""

nasty = hostile | symbols
