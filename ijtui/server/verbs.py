"""What may be asked for at the door instead of the app: `ssh samtal@host minutes 12`.

A verb is the command of the same name (`ijtui/cli/`), and only the options named here come through: none of
them takes a path, names another file or another language. What is not understood is refused as a whole.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ijtui.errors import BadInput
from ijtui.words import N_

_LONGEST = 64 * 1024
_UNBALANCED = N_("The command can't be read: a quotation mark is missing.")
_TOO_LONG = N_("The command is too long. Send a long text through the standard input.")
_UNKNOWN = N_("“{text}” can't be asked for here. These can: {verbs}")
_NO_OPTION = N_("“{text}” is no option here.")
_NOT_PLAIN = N_("“{text}” can't be asked for here: only plain letters, digits and signs can.")


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing that may be asked for.

    Attributes:
        options: those that come through.
        is_free: whether its words are a text, and not plain names and numbers.
        below: the commands of a group that may be asked for; empty where all of them may.
        outward: options that take a file, and here nothing but the standard output (-).
    """

    options: frozenset[str] = frozenset()
    is_free: bool = False
    below: frozenset[str] = frozenset()
    outward: frozenset[str] = frozenset()


_TEMPLATES = Verb(
    frozenset({"--version", "--draft", "--note", "--again"}),
    is_free=True,
    below=frozenset({"list", "show", "diff", "publish", "retire"}),
)
"""The others of these groups read and write files."""

VERBS: Mapping[str, Verb] = {
    "list": Verb(frozenset({"--json"})),
    "today": Verb(),
    "log": Verb(frozenset({"--goal", "--tag"}), is_free=True),
    "minutes": Verb(frozenset({"--format"})),
    "plan": Verb(),
    "sign": Verb(),
    "mine": Verb(frozenset({"--format"})),
    "extract": Verb(frozenset({"--year", "--format"})),
    "round": Verb(frozenset({"--format", "--first", "--last", "--unit", "--template"}), is_free=True),
    "handover": Verb(frozenset({"--all"}), below=frozenset({"list", "show"})),
    "figure": Verb(
        frozenset(
            {"--year", "--unit", "--format", "--json", "--work-environment"}
            | {"--plans", "--remove", "--example"}
        ),
        is_free=True,
        outward=frozenset({"--report"}),
    ),
    "people": Verb(frozenset({"--dry-run", "--on", "--end-missing", "--namesakes"})),
    "template": _TEMPLATES,
    "competence": _TEMPLATES,
}
"""By their names, which are those of the commands."""


def understood(command: str) -> list[str]:
    """Return the arguments for `ijtui` that a command at the door stands for.

    Raises:
        BadInput: it is none of ours, or something in it is not for the door.
    """
    words = _words(command)
    name = words[0] if words else ""
    if name not in VERBS:
        raise BadInput(_UNKNOWN, text=name[:40], verbs=", ".join(VERBS))
    verb, rest = VERBS[name], words[1:]
    if verb.below and not verb.below.intersection(rest[:1]):
        raise BadInput(_UNKNOWN, text=" ".join(words[:2])[:40], verbs=", ".join(sorted(verb.below)))
    given = rest[: rest.index("--")] if "--" in rest else rest
    for word in _without_outward(given, verb):
        if word.startswith("-") and word.partition("=")[0] not in verb.options:
            raise BadInput(_NO_OPTION, text=word[:40])
    for word in rest:
        if not verb.is_free and not (word.isascii() and word.isprintable()):
            raise BadInput(_NOT_PLAIN, text=word[:40])
    return words


def _without_outward(words: list[str], verb: Verb) -> Iterator[str]:
    """Yield the words but for what goes to the standard output: `--report -`."""
    before = ""
    for word, after in zip(words, [*words[1:], ""], strict=False):
        is_pair = (word in verb.outward and after == "-") or (word == "-" and before in verb.outward)
        if not is_pair:
            yield word
        before = word


def _words(command: str) -> list[str]:
    if len(command) > _LONGEST:
        raise BadInput(_TOO_LONG)
    try:
        return shlex.split(command)
    except ValueError as error:
        raise BadInput(_UNBALANCED) from error
