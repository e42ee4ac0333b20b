"""What an opened question and its heading say, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ijtui.clean import clean_line
from ijtui.domain.agenda import Ask, Question
from ijtui.domain.conversation import Party, Progress
from ijtui.screens.saying import MARKS, name_of
from ijtui.screens.sight import BOTH_SEE, ONLY_YOU_SEE
from ijtui.widgets.heading import State
from ijtui.widgets.sheet import Passage, Sheet
from ijtui.words import N_, _

if TYPE_CHECKING:
    from ijtui.domain.text import Text
    from ijtui.screens.talk import Talk

NOTHING_PREPARED = N_("nothing prepared")
SEALED = N_("not opened yet")


def heading_state(progress: Progress, note: str) -> State:
    """Return what a question's heading shows: its mark, that it is parked, or how its notes begin."""
    words = [_(MARKS[progress.mark])] if progress.mark else []
    if progress.parked:
        words.append(_("parked"))
    if progress.choice:
        words.append(_("yes") if progress.choice == "yes" else _("no"))
    return State(progress.done, " · ".join(words), clean_line(note[:200]))


def sheet_of(talk: Talk, question: Question) -> Sheet:
    """Return everything that an opened question shows."""
    texts, me = talk.session.desk.texts, talk.session.me
    said = talk.last_time(question.id)
    private = texts.read(me, talk.private_key(question.id)).body
    return Sheet(
        text=question.text,
        hint=question.hint,
        seen_by=_(BOTH_SEE),
        body=texts.read(me, talk.shared_key(question.id)).body,
        choices=(("no", _("no")), ("yes", _("yes"))) if question.ask is Ask.YES_NO else (),
        choice=talk.conversation.progress_of(question).choice,
        sides=_sides(talk, question),
        beside=Passage(last_time_name(talk), said) if said else None,
        private=private,
        private_seen_by=_(ONLY_YOU_SEE),
    )


def last_time_name(talk: Talk) -> str:
    """Return when last time was: "2025-11-10"."""
    starts = talk.previous.starts if talk.previous else None
    return _("Last time, {date}", date=starts.date().isoformat()) if starts else _("Last time")


def _sides(talk: Talk, question: Question) -> tuple[Passage, ...]:
    """Return both preparations, the employee's first; who was not asked and wrote nothing is left out."""
    prepared = talk.preparations()
    return tuple(
        _side(talk, party, prepared[party].get(question.id))
        for party in Party
        if question.is_for(party) or question.id in prepared[party]
    )


def _side(talk: Talk, party: Party, said: Text | None) -> Passage:
    """Return one preparation under its writer's name, and of one's own that the other may not see it yet."""
    name = name_of(talk.conversation.person(party), talk.session.me)
    name = name[:1].upper() + name[1:]
    if said is None:
        return Passage(name, _nothing_from(talk, party))
    if said.on_paper:
        name = _("{name}, paper", name=name)
    elif party is talk.me and party not in talk.conversation.opened:
        name = _("{name}, sealed", name=name)
    return Passage(name, said.body.strip())


def _nothing_from(talk: Talk, party: Party) -> str:
    sealed = party is not talk.me and party not in talk.conversation.opened
    return _(SEALED) if sealed else _(NOTHING_PREPARED)


def beside_text(talk: Talk, question: Question) -> str:
    """Return both preparations and last time's notes as one text to read."""
    parts = [f"{side.name}\n{side.body}" for side in _sides(talk, question)]
    said = talk.last_time(question.id)
    parts.append(f"{last_time_name(talk)}\n{said or _('Nothing was written on this question.')}")
    return f"{question.text}\n\n" + "\n\n".join(parts)
