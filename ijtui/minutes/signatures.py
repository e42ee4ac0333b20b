"""Who has signed the plan, in the minutes: or a place for both to sign on paper (D-M2)."""

from __future__ import annotations

from collections.abc import Iterator

from ijtui.clean import clean
from ijtui.domain.conversation import Party
from ijtui.domain.record import Record
from ijtui.domain.signature import Answer, Method, Signature, Version
from ijtui.minutes.escape import quoted
from ijtui.minutes.pen import Pen, fact, table
from ijtui.words import N_

_PARTIES = {Party.EMPLOYEE: N_("employee"), Party.MANAGER: N_("manager")}


def signatures(record: Record, pen: Pen) -> list[str]:
    """Return which version was signed, by whom and when, and what they said to it."""
    heading, words = f"### {pen.words('Signatures')}", pen.words
    if record.signed is None:
        return [heading, _table(record, None, pen)]
    plan = record.signed.plan
    facts = [fact(words("Version of the plan"), str(plan.number)), fact("SHA-256", plan.hash)]
    blocks = [
        heading,
        "\n".join(facts),
        _table(record, record.signed, pen),
        *_said(record, record.signed, pen),
    ]
    if not record.signed_stands:
        blocks.append(words("The plan was changed after this version was signed."))
    return blocks


def _table(record: Record, signed: Version | None, pen: Pen) -> str:
    head = (pen.words("Name"), pen.words("Date"), pen.words("Signature"))
    return table(head, (row for party in Party for row in _rows(record, party, signed, pen)))


def _rows(record: Record, party: Party, signed: Version | None, pen: Pen) -> Iterator[tuple[str, ...]]:
    person = record.conversation.person(party)
    name = f"{pen.line(person.name)} ({pen.words(_PARTIES[party])})"
    answers = [answer for answer in signed.answers if answer.person == person.id] if signed else []
    for answer in answers:
        yield name, pen.moment(answer.at), _how(answer, pen)
    if not answers:
        yield name, "", ""


def _how(answer: Signature, pen: Pen) -> str:
    words = pen.words
    if answer.answer is Answer.DECLINED:
        return words("declined to sign")
    if answer.method is Method.INITIALS:
        return words("signed with the initials {initials}", initials=pen.line(answer.initials))
    if answer.method is Method.KEY:
        return words("signed with the key {fingerprint}", fingerprint=pen.line(answer.fingerprint))
    return words("signed in a session of their own")


def _said(record: Record, signed: Version, pen: Pen) -> Iterator[str]:
    """Yield reservations and reasons word for word."""
    names = {record.conversation.person(party).id: record.conversation.person(party).name for party in Party}
    for answer in signed.answers:
        if answer.said:
            label = (
                N_("Reservation by {name}") if answer.answer is Answer.SIGNED else N_("Declined by {name}")
            )
            yield f"**{pen.words(label, name=pen.line(names[answer.person]))}:**"
            yield quoted(clean(answer.said), pen.mdx)
