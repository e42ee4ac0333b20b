"""No sentence ships untranslated, half translated, or in stiff Swedish."""

from __future__ import annotations

import gettext
import re
import string
import unicodedata
from functools import cache

import pytest
from babel.messages.catalog import Catalog, Message

from tests.house.catalogue import (
    PACKAGE,
    ROOT,
    SWEDISH,
    Said,
    message_ids,
    read,
    said_in,
    said_in_package,
    unsaid_in,
)

SAME_IN_BOTH = {
    "Budget {year}: {words}.": "the same word",
    "Format": "the same word",
    "HR": "the same short form",
    "Journal": "the same word",
    "Journal · {what}": "the same word",
    "Markdown": "a name",
    "Organisation": "the same word",
    "PERSON": "the same word",
    "Period": "the same word",
    "Person": "the same word",
    "Plan": "the same word",
    "Plan · {name} · version {number} · {state}": "the same words",
    "SHA-256 {hash}": "a name",
    "Risk": "the same word",
    "Salt": "the same word",
    "Version": "the same word",
    "Version {number}": "the same word",
    "{title}, version {number}": "the same word",
    "Version {number} · {hash}": "the same word",
    "[PERSON]": "the same word",
    "[TEXT]": "the same word",
    "budget": "the same word",
    "journal": "the same word",
    "organisation": "the same word",
    "person {number}": "the same word",
    "plan": "the same word",
    "risk": "the same word",
    "journal {day}": "the same word",
    "refl.": "the same beginning",
    "till": "the same word",
    "{amount} kr": "the same short form of kronor",
    "{minutes} min": "the same short form of minutes",
    "{number} min": "the same short form of minutes",
}
"""Message ids that are the same in Swedish, each with the reason."""

NOT_FOR_PEOPLE = {
    "ijtui/data/": "SQL; its sentences are those of the errors, which are checked as marked ones",
    "ijtui/content/stations.py": "what headings are called in agendas, in both languages at once",
    "ijtui/content/draft.py": "what an agenda without a title is called, in the agenda's own language",
    "ijtui/content/feedback.py": "what headings are called in feedback templates, in both languages at once",
    "ijtui/dates.py": "what people may type, in both languages at once",
    "ijtui/screens/usual_keys.py": "what stands on keys",
    "ijtui/services/demo/municipality_names.py": "names of people and places that are made up",
    "ijtui/server/fragments.py": "lines for sshd and sudo",
    "ijtui/server/keys.py": "lines for sshd",
}
"""Places whose texts are no sentences of the program, each with the reason."""

NO_SENTENCES = {
    "from ijtui.server import keys, session, sudo_session": "a line of Python to try",
    " --format short": "part of a command to run",
    " refused for ": "for the log of the server",
    "no key": "for the log of the server",
    "<!-- ijtui entry ": "begins the facts of an entry in an exported journal",
    "<!-- ijtui journal 1 -->": "begins an exported journal",
    "<!-- ijtui end -->": "ends an exported journal",
    "-----BEGIN SSH SIGNATURE-----": "begins a signature, as ssh-keygen has it",
    "-----END SSH SIGNATURE-----": "ends a signature, as ssh-keygen has it",
    "ssh-keygen -Y sign -f ~/.ssh/id_ed25519 -n plan@ijtui plan.json": "a command to run",
    "{#balance who=employee}": "an example of attributes in a template",
    "export LC_ALL=C.UTF-8": "a command to run",
    "export TERM=xterm-256color": "a command to run",
    "Heading, Lines, Onward": "Textual's names of widgets",
}
"""Single texts that look like sentences and are none, each with the reason."""

ENDS = ".:;?!…,"


@cache
def swedish() -> Catalog:
    return read(SWEDISH)


def translated() -> list[Message]:
    return [message for message in swedish() if message.id and message.string and all(message.string)]


def forms() -> list[tuple[str, str]]:
    """Return every English form with its Swedish one; a plural gives two pairs."""
    return [pair for message in translated() for pair in zip(*both(message), strict=True)]


def both(message: Message) -> tuple[list[str], list[str]]:
    if isinstance(message.id, str):
        return [message.id], [str(message.string)]
    return list(message.id), list(message.string or ())


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_everything_that_is_said_is_in_the_catalogue_and_nothing_else() -> None:
    known = {message.id if isinstance(message.id, str) else tuple(message.id) for message in swedish()} - {""}
    wanted = message_ids()
    assert (wanted - known, known - wanted) == (set(), set()), "run ./run words and translate what is new"
    assert not swedish().obsolete


def test_no_sentence_is_put_together_at_run_time() -> None:
    assert [said.where for said in said_in_package() if said.message is None] == []


def test_nothing_that_people_read_goes_past_the_catalogue() -> None:
    sources = {str(path.relative_to(ROOT)): path for path in sorted(PACKAGE.rglob("*.py"))}
    past = [
        said
        for name, path in sources.items()
        if not name.startswith(tuple(NOT_FOR_PEOPLE))
        for said in unsaid_in(path.read_text("utf-8"), name)
        if said.message not in NO_SENTENCES
    ]
    assert past == []


def test_everything_is_translated() -> None:
    done = [message.id for message in translated() if not message.fuzzy]
    assert [message.id for message in swedish() if message.id and message.id not in done] == []


def test_both_languages_have_the_same_fields() -> None:
    """The form for one may say "one" in a word of its own instead of {number}."""
    differing = []
    for message in translated():
        ids, texts = both(message)
        for place, (english, text) in enumerate(zip(ids, texts, strict=True)):
            free = {"number"} if len(ids) == 2 and place == 0 else set()
            if (fields(english) ^ fields(text)) - free:
                differing.append((english, text))
    assert differing == []


def test_both_languages_begin_and_end_alike() -> None:
    """White space and a sign at the end carry meaning where texts are put beside each other."""

    def frame(text: str) -> tuple[str, str, str]:
        body = text.strip()
        return (
            text[: len(text) - len(text.lstrip())],
            body[-1:] if body[-1:] in ENDS else "",
            text[len(text.rstrip()) :],
        )

    assert [(english, text) for english, text in forms() if frame(english) != frame(text)] == []


def test_nothing_english_is_left_in_swedish() -> None:
    same = {
        english
        for english, text in forms()
        if english == text and re.search(r"[^\W\d_]{2}", re.sub(r"{.*?}", "", text))
    }
    assert same - SAME_IN_BOTH.keys() == set()
    assert SAME_IN_BOTH.keys() - same == set(), "these are no longer said, or no longer the same"


def test_the_program_says_du_and_ni_and_never_man() -> None:
    assert [text for _, text in forms() if re.search(r"\bman\b", text, re.IGNORECASE)] == []
    assert [text for _, text in forms() if re.search(r"(?<=[a-zåäö,] )(Du|Ni|Din|Ditt|Er)\b", text)] == []


def test_swedish_quotes_are_swedish() -> None:
    assert [text for _, text in forms() if re.search("[“‘„«»]", text)] == []


def test_no_emoji() -> None:
    def is_emoji(sign: str) -> bool:
        return ord(sign) >= 0x1F000 or sign == "\ufe0f" or 0x2600 <= ord(sign) <= 0x27BF

    said = [form for pair in forms() for form in pair]
    assert [text for text in said if any(map(is_emoji, text))] == []
    assert [text for text in said if unicodedata.normalize("NFC", text) != text] == []


def test_what_is_compiled_is_what_is_written() -> None:
    with SWEDISH.with_suffix(".mo").open("rb") as stream:
        compiled = gettext.GNUTranslations(stream)
    stale = []
    for message in translated():
        ids, texts = both(message)
        if len(ids) == 2:
            spoken = [compiled.ngettext(ids[0], ids[1], number) for number in (1, 2)]
        else:
            spoken = [compiled.gettext(ids[0])]
        stale += [] if spoken == texts else ids
    assert stale == [], "run ./run words"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('_("a {x}", x=words("b"))', {"a {x}", "b"}),
        ('_("a", x=one(two(N_("b"))))', {"a", "b"}),
        ('ngettext("{number} day", "{number} days", n)', {("{number} day", "{number} days")}),
        ('self._words.plural("a", "b", n, x=1)', {("a", "b")}),
        ('raise BadInput("a", "file.md", 3)', {"a"}),
        ('spoken()("a"); in_language("sv")("b"); self.words("c")', {"a", "b", "c"}),
        ('_("a" if x else "b")', {"a", "b"}),
        ('_("a "\n  "b")', {"a b"}),
        ('_(name); words(""); path("a")', set()),
        ('_(f"a {x}")', {None}),
        ('_("a %s" % x); RuleBroken("a {}".format(x))', {None}),
    ],
)
def test_the_finder_finds_every_way_of_saying_something(source: str, found: set[object]) -> None:
    assert {said.message for said in said_in(source, "x.py")} == found


def test_the_finder_tells_where() -> None:
    assert list(said_in('\n_("a")', "x.py")) == [Said("a", "x.py:2")]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('"""What it is for."""\nname = "two words"', {"two words"}),
        ('self.border_title = f"Saved at {time}"', {"Saved at "}),
        ('Label("Name"); Label(name); Label(_("Name")); Static("─")', {"Name"}),
        ('raise LookupError("no session yet"); _("two words"); RuleBroken("two words")', set()),
        ('query_one("#name"); classes = "one"', set()),
    ],
)
def test_the_finder_finds_what_goes_past_the_catalogue(source: str, found: set[str]) -> None:
    assert {said.message for said in unsaid_in(source, "x.py")} == found
