"""Keeps the catalogues in step with the code (`./run words`) and finds every sentence that is said.

The sentences are found in the syntax tree rather than by Babel's own reader of Python, which loses what is
said inside two nested calls and is silent about a sentence that is put together at run time. Babel reads,
merges and writes the catalogues.
"""

from __future__ import annotations

import ast
import builtins
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from hatch_build import compile_catalogue

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "ijtui"
SWEDISH = PACKAGE / "locale" / "sv" / "LC_MESSAGES" / "ijtui.po"

ONE = frozenset(
    {"_", "N_", "RuleBroken", "NotFound", "NotAllowed", "StorageFailed", "BadInput", "Conflict", "IjtuiError"}
)
"""Calls whose first argument is a message id."""

TWO = frozenset({"ngettext", "plural"})
"""Calls whose first two arguments are the forms for one and for many."""

MAKES_WORDS = frozenset({"spoken", "in_language", "Words"})
"""Calls that give a `Words`, which is then called with a message id."""

SHOWS = frozenset(
    {"Button", "Checkbox", "Content", "Label", "RadioButton", "Static", "Text", "notify", "say", "echo"}
)
"""Calls that put their first argument before a person."""

ABOUT_CLASSES = frozenset(
    {"add_class", "query", "query_one", "remove_class", "set_class", "toggle_class", "has_class"}
)
"""Calls whose texts are Textual's names of classes and widgets."""

_TWO_WORDS = re.compile(r"[^\W\d_]{2,}[,.:;!?…]* [^\W\d_]{2,}")
_A_WORD = re.compile(r"[^\W\d_]{2}")

HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
"""All that a catalogue says of itself: no dates, names or line numbers that change without meaning."""

MessageId = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """One place in the code that says something.

    Attributes:
        message: the message id, a pair where there is a plural, or None where the code puts it together.
        where: file and line, for a person to find it.
    """

    message: MessageId | None
    where: str


def said_in(source: str, name: str) -> Iterator[Said]:
    """Yield everything that the source of one module says."""
    for node in ast.walk(ast.parse(source, name)):
        if isinstance(node, ast.Call):
            where = f"{name}:{node.lineno}"
            yield from (Said(message, where) for message in _messages(node))


def said_in_package() -> list[Said]:
    """Return everything the package says, in the order of its files."""
    return [
        said
        for path in sorted(PACKAGE.rglob("*.py"))
        for said in said_in(path.read_text("utf-8"), str(path.relative_to(ROOT)))
    ]


def unsaid_in(source: str, name: str) -> Iterator[Said]:
    """Yield what looks like a sentence for people and goes past the catalogue.

    That is every text of two words or more that is neither marked, nor a docstring, nor told to a programmer
    by one of Python's own errors, and any letter that is handed to a widget as it is.
    """
    tree = ast.parse(source, name)
    known = {id(part) for node in ast.walk(tree) for part in _marked(node)}
    for node in ast.walk(tree):
        texts = [node] if isinstance(node, ast.Constant) else []
        pattern = _TWO_WORDS
        if isinstance(node, ast.Call) and _name(node.func) in SHOWS:
            texts, pattern = [text for text in node.args[:1] if isinstance(text, ast.Constant)], _A_WORD
        for text in texts:
            if id(text) not in known and isinstance(text.value, str) and pattern.search(text.value):
                yield Said(text.value, f"{name}:{text.lineno}")


def message_ids() -> set[MessageId]:
    """Return every message id of the package once; where both exist, the one with a plural."""
    found = {said.message for said in said_in_package() if said.message}
    with_plural = {message[0] for message in found if isinstance(message, tuple)}
    return found - with_plural


def read(path: Path) -> Catalog:
    """Return that catalogue."""
    with path.open("rb") as stream:
        return read_po(stream, abort_invalid=True)


def template() -> Catalog:
    """Return a catalogue of every message id, untranslated."""
    catalogue = Catalog()
    for message in message_ids():
        catalogue.add(message, flags=["python-brace-format"] if "{" in "".join(message) else [])
    return catalogue


def write(catalogue: Catalog, path: Path) -> None:
    """Write the catalogue sorted, so that a change shows as itself and nothing else."""
    body = io.BytesIO()
    write_po(body, catalogue, width=100, no_location=True, omit_header=True, sort_output=True)
    header = HEADER.format(language=path.parents[1].name)
    path.write_text(header + body.getvalue().decode("utf-8").lstrip("\n"), "utf-8")


def update(path: Path) -> None:
    """Bring one catalogue in step with the code: new ids come in empty, ids no longer said go out."""
    catalogue = read(path) if path.exists() else Catalog()
    catalogue.update(template(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    write(catalogue, path)
    compile_catalogue(path)


def _messages(call: ast.Call) -> Iterator[MessageId | None]:
    arguments = call.args[: _messages_taken(call)]
    if any(_is_put_together(argument) for argument in arguments):
        yield None
        return
    given = [list(_constants(argument)) for argument in arguments]
    if len(given) == 2 and all(given):
        yield given[0][0], given[1][0]
    elif len(given) == 1:
        yield from given[0]


def _messages_taken(call: ast.Call) -> int:
    function = call.func
    if isinstance(function, ast.Call):
        return 1 if _name(function.func) in MAKES_WORDS else 0
    name = _name(function)
    if name in TWO:
        return 2
    return 1 if name in ONE or name.endswith("words") else 0


def _marked(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of a node that need no mark, or have it."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    elif isinstance(node, ast.Call):
        name = _name(node.func)
        for_programmers = isinstance(getattr(builtins, name, None), type) or name in ABOUT_CLASSES
        arguments = node.args if for_programmers else node.args[: _messages_taken(node)]
        for argument in (*arguments, *(named.value for named in node.keywords if named.arg == "classes")):
            yield from ast.walk(argument)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _constants(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value


def _is_put_together(node: ast.expr) -> bool:
    """Whether the text is built at run time, so that no catalogue can hold it."""
    if isinstance(node, ast.Call):
        return _name(node.func) in {"format", "join"}
    return isinstance(node, ast.JoinedStr | ast.BinOp)


if __name__ == "__main__":
    for language in sorted(PACKAGE.glob("locale/*/LC_MESSAGES/ijtui.po")):
        update(language)
        missing = [message.id for message in read(language) if message.id and not message.string]
        print(f"{language.relative_to(ROOT)}: {len(missing)} without translation", *missing, sep="\n  ")
