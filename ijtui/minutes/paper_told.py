"""What was understood of a form that came back, told before anything of it is saved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ijtui import dates
from ijtui.clean import clean_line
from ijtui.domain.paper import Change, Fate, Paper, Returned
from ijtui.words import N_, _, ngettext, spoken

_LONGEST = 60

_FATES = {
    Fate.NEW: N_("a new answer"),
    Fate.SAME: N_("as it is here already"),
    Fate.REPLACES: N_("replaces what is here, which becomes an earlier version"),
    Fate.BESIDE: N_(
        "another text is here by now; that one stays, and this one is kept among earlier versions"
    ),
}


def told(paper: Paper, returned: Returned, found: Sequence[Change]) -> Iterator[str]:
    """Yield whose form it is, each answer with what becomes of it, and what could not be placed."""
    starts = paper.conversation.starts
    when = dates.long(starts.date(), spoken()) if starts else _("no time yet")
    yield _(
        "Preparation from {name} for {title} with {other}, {when}.",
        name=paper.writer.name,
        title=paper.conversation.agenda.title,
        other=paper.other.name,
        when=when,
    )
    for change in found:
        yield from _change(change, change.asked.question.id in returned.doubled)
    empty = len(paper.asked) - len(found)
    if empty:
        yield ngettext(
            "{number} question has no answer in the form, and stays as it is.",
            "{number} questions have no answer in the form, and stay as they are.",
            empty,
        )
    yield from _rest(returned)


def is_anything_new(found: Sequence[Change], returned: Returned) -> bool:
    """Whether there is anything to save."""
    changed = any(change.fate is not Fate.SAME for change in found)
    return changed or any(not rest.is_signature for rest in returned.rest)


def _change(change: Change, is_doubled: bool) -> Iterator[str]:
    asked, answer = change.asked, change.answer
    line = _("line {line}", line=answer.line)
    yield f"{asked.number:>3}. {asked.question.title} ({line}): {_(_FATES[change.fate])}"
    if change.fate in (Fate.REPLACES, Fate.BESIDE):
        yield f"     - {_beginning(asked.answer)}"
    if change.fate is not Fate.SAME:
        yield f"     + {_beginning(answer.body)}"
    if is_doubled:
        yield f"     {_('It is answered in two places; both are taken, one after the other.')}"


def _rest(returned: Returned) -> Iterator[str]:
    for intro, signature in (
        (N_("This could not be placed. It is kept in your journal:"), False),
        (N_("This stands below a signature and is left out:"), True),
    ):
        lines = [rest for rest in returned.rest if rest.is_signature is signature]
        if lines:
            yield _(intro)
        for rest in lines:
            yield f"     {_('line {line}', line=rest.line)}: {rest.text}".replace("\n", "\n     ")


def _beginning(text: str) -> str:
    """Return how a text begins, and how long it is."""
    line = clean_line(text)
    shown = line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()} …"
    return f"{shown} ({ngettext('{number} word', '{number} words', len(text.split()))})"
