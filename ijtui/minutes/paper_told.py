"""What was understood of a form that came back, told before anything of it is saved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import shorten

from ijtui import dates
from ijtui.clean import clean_line
from ijtui.domain.paper import Change, Fate, Paper, Returned
from ijtui.words import N_, _, ngettext, spoken

_LONGEST, _AROUND = 60, 24

_FATES = {
    Fate.NEW: N_("a new answer"),
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
        if change.fate is not Fate.SAME:
            yield from _change(change, change.asked.question.id in returned.doubled)
    same = sum(change.fate is Fate.SAME for change in found)
    if same:
        yield ngettext("{number} answer stands here already.", "{number} answers stand here already.", same)
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
    before, after = clean_line(asked.answer), clean_line(answer.body)
    start = _where_they_part(before, after)
    if change.fate is not Fate.NEW:
        yield f"     - {_excerpt(before, start)}"
    yield f"     + {_excerpt(after, start)}"
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


def _where_they_part(before: str, after: str) -> int:
    """Return where to begin to tell two texts apart: some words before the first letter that differs."""
    pairs = enumerate(zip(before, after, strict=False))
    common = next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))
    if common <= _AROUND:
        return 0
    return before.rfind(" ", 0, common - _AROUND) + 1


def _excerpt(text: str, start: int) -> str:
    """Return some of a text from a place on, and how long all of it is."""
    shown = shorten(text[start:], _LONGEST, placeholder=" …")
    words = ngettext("{number} word", "{number} words", len(text.split()))
    return f"{'… ' if start else ''}{shown} ({words})"
