"""A template as it will be met: an agenda as the conversation goes through it, a set as it is rated."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from ijtui.content.template_text import Made
from ijtui.domain.agenda import Agenda, Question, Station, Who
from ijtui.domain.competence import Profile
from ijtui.screens.saying import WHO
from ijtui.words import N_, _

MOST = 10_000
"""Letters of a template that are drawn, about sixty questions; to lay out more would hold up the keys."""

_REST = N_("The rest is not shown here; the text holds all of it.")


def preview(made: Made) -> Content:
    """Return what one will see, from the top; every text is taken literally."""
    lines, length = [], 0
    for line in _agenda(made) if isinstance(made, Agenda) else _set(made):
        length += len(line.plain) + 1
        if length > MOST:
            lines += [Content(""), _quiet(_(_REST))]
            break
        lines.append(line)
    return Content("\n").join(lines)


def _agenda(agenda: Agenda) -> Iterator[Content]:
    yield _heading(agenda.title, agenda.minutes)
    if agenda.checklist:
        yield from (Content(""), _heading(_("Before the conversation"), 0))
        yield from (Content(f"[ ] {task.text}{_whose(task.who)}") for task in agenda.checklist)
    for station in agenda.stations:
        yield from _station(station)


def _station(station: Station) -> Iterator[Content]:
    yield from (Content(""), _heading(station.title, station.minutes))
    if station.intro:
        yield _quiet(station.intro)
    number = 0
    for section in station.sections:
        if section.title:
            yield Content(section.title).stylize("bold")
        for question in section.questions:
            number += 1
            yield from _question(number, question)


def _question(number: int, question: Question) -> Iterator[Content]:
    yield Content.assemble((f"{number} {question.title}", "bold"), (_whose(question.who), "$quiet"))
    if question.text != question.title:
        yield Content(f"  {question.text}")
    if question.hint:
        yield _quiet(f"  {question.hint}")


def _set(profile: Profile) -> Iterator[Content]:
    yield _heading(profile.title, 0)
    if profile.roles:
        yield _quiet(_("For the roles: {roles}", roles=", ".join(profile.roles)))
    for competence in profile.competences:
        yield Content("")
        yield Content.assemble(
            (competence.title, "bold"), (f"  {_('requirement')} {competence.required}", "$quiet")
        )
        for level, sentence in enumerate(competence.levels):
            line = Content(f"  {level} {sentence}")
            yield line.stylize("bold") if level == competence.required else line


def _heading(title: str, minutes: int) -> Content:
    planned = f"  {_('{number} min', number=minutes)}" if minutes else ""
    return Content.assemble((title, "bold $accent"), (planned, "$quiet"))


def _quiet(text: str) -> Content:
    return Content(text).stylize("$quiet")


def _whose(who: Who) -> str:
    return "" if who is Who.BOTH else f"  ({_(WHO[who])})"
