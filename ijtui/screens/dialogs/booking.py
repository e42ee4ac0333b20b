"""Booking a conversation, and moving one that is booked: with whom, which, when, where (D-P4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time

from textual import on

from ijtui import dates
from ijtui.domain.agenda import Kind
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.person import Part
from ijtui.domain.season import in_season
from ijtui.domain.template_version import Offered
from ijtui.errors import BadInput, RuleBroken
from ijtui.screens.dialogs.day import day_echo, day_text
from ijtui.screens.dialogs.form import Form
from ijtui.screens.dialogs.template_choice import name_of, templates, title_of
from ijtui.screens.dialogs.who import PeopleSource, person_picked, side_towards
from ijtui.screens.saying import PARTIES, other_of
from ijtui.widgets.field import Field, Spec
from ijtui.words import N_, _

_USUAL_TIME = "09:00"
_NOT_MINUTES = N_("“{text}” is not a length in minutes. Write a number from 5 to 480.")
_NO_TIME = N_("Write a time of day too, for example 09:00.")


class BookingForm(Form[Conversation]):
    """Books a conversation with somebody, or changes when and where one that is booked takes place.

    Args:
        person: number of whom it is with; None to ask.
        conversation: the one to move; None for a new one.
        template: id of the one that is likely booked; "" for what the time of year says.
    """

    ABOUT = N_(
        "A conversation is booked in good time and takes its questions from a template, as the template is "
        "today. Write the day as you like: 2026-11-30, 30/11, +14, fri or w48. Leave it empty if you have "
        "not agreed on one yet."
    )

    def __init__(
        self, person: int | None = None, *, conversation: Conversation | None = None, template: str = ""
    ) -> None:
        what = str(conversation.id) if conversation else f"new:{person}" if person else "new"
        super().__init__(f"booking:{what}")
        self._person = str(person or "")
        self._booked = conversation
        self._wanted = template
        self._suggested = ""
        self._templates: dict[str, Offered] = {}

    def _start(self) -> None:
        """Begin at the first thing that isn't settled: with whom, or which conversation."""
        if self._person and self._booked is None:
            self.query_one("#field-agenda", Field).take_focus()
        else:
            super()._start()

    def heading(self) -> str:
        """Return what is booked."""
        if self._booked is None:
            return _("New conversation")
        return _("Move the conversation · {name}", name=other_of(self._booked, self.session.me).name)

    def note(self) -> str:
        """Say who sees it."""
        return _("Only the two of you have access to the conversation.")

    def fields(self) -> Iterator[Spec]:
        """Ask whom, which, when and where; of a booked one only when and where."""
        if self._booked is None:
            self._templates = {name_of(item): item for item in templates(self.session)}
            self._suggested = self._in_season(self._person)
            yield from self._whom()
            yield self._which()
        starts = self._booked.starts if self._booked else None
        today = self.session.desk.clock().date()
        yield Spec("day", _("Day"), value=day_text(starts.date() if starts else None), echo=day_echo(today))
        yield Spec("time", _("Time"), value=dates.clock_time(starts) if starts else _USUAL_TIME)
        yield Spec("place", _("Place"), value=self._booked.place if self._booked else "")
        yield Spec("minutes", _("Length in minutes"), value=str(self._usual_minutes()))

    def _whom(self) -> Iterator[Spec]:
        session = self.session
        yield Spec(
            "person",
            _("With"),
            "pick",
            self._person,
            placeholder=_("choose, or write a new name"),
            novel=_("New person: {text}"),
            source=PeopleSource(session, but=session.me.id),
        )
        if session.part is Part.BOTH:
            sides = tuple((party.value, _(name)) for party, name in PARTIES.items())
            yield Spec("side", _("You are the"), "choice", side_towards(session, self._person).value, sides)

    def _which(self) -> Spec:
        titles = tuple((name, title_of(item)) for name, item in self._templates.items())
        return Spec("agenda", _("Conversation"), "pick", self._suggested, titles)

    def _in_season(self, person: str) -> str:
        """Return the template that is asked for, or fits the time of year and the person (D-C2, D-C3)."""
        asked_for = (name for name, item in self._templates.items() if item.name.key == self._wanted)
        if self._wanted and (name := next(asked_for, "")):
            return name
        kind = in_season(self.session.desk.clock().date(), self._with(person))
        fitting = (name for name, item in self._templates.items() if item.kind is kind)
        return next(fitting, next(iter(self._templates)))

    def _usual_minutes(self) -> int:
        return self._booked.minutes if self._booked else self._templates[self._suggested].minutes

    @on(Field.Changed, "#field-agenda")
    def take_length(self, event: Field.Changed) -> None:
        """Propose the length of the template that was picked."""
        self.query_one("#field-minutes", Field).value = str(self._templates[event.field.value].minutes)

    @on(Field.Changed, "#field-person")
    def take_side(self, event: Field.Changed) -> None:
        """Propose the side of the table where one sits with that person, and what is likely booked."""
        before, self._suggested = self._suggested, self._in_season(event.field.value)
        for field in self.query("#field-agenda").results(Field):
            if field.value == before:
                field.pick(self._suggested)
        for field in self.query("#field-side").results(Field):
            field.value = side_towards(self.session, event.field.value).value

    def advise(self, values: Mapping[str, str]) -> str:
        """Remind of a day that has passed, and of the conversation for somebody who is new."""
        today = self.session.desk.clock().date()
        try:
            day = dates.read_day(values.get("day", ""), today)
        except BadInput:
            return ""
        if day and day < today:
            return _("That day has passed.")
        return (
            _("Somebody new? There is an onboarding conversation, too.") if self._may_be_new(values) else ""
        )

    def _may_be_new(self, values: Mapping[str, str]) -> bool:
        """Whether one has chosen somebody one never talked with, and another conversation than theirs."""
        chosen = self._templates.get(values.get("agenda", ""))
        known = bool(values.get("person", "")) and not self._with(values["person"])
        return known and chosen is not None and chosen.kind is not Kind.ONBOARDING

    def _with(self, person: str) -> list[Conversation]:
        session = self.session
        conversations = session.desk.conversations.all(session.me)
        return [item for item in conversations if str(other_of(item, session.me).id) == person]

    def submit(self, values: Mapping[str, str]) -> Conversation:
        """Book it, or move what is booked."""
        starts, minutes = self._starts(values), _minutes(values["minutes"])
        me, conversations = self.session.me, self.session.desk.conversations
        if self._booked is not None:
            return conversations.rebook(me, self._booked, starts, values["place"], minutes)
        name = self._templates[values["agenda"]].name
        agenda = self.session.desk.templates.agenda(me, name.key, name.language)
        side = Party(values.get("side", "")) if "side" in values else side_towards(self.session, "")
        other = person_picked(self.session, values["person"], side.other)
        employee, manager = (other, me) if side is Party.MANAGER else (me, other)
        return conversations.book(me, agenda, employee, manager, starts, values["place"], minutes)

    def _starts(self, values: Mapping[str, str]) -> datetime | None:
        day = dates.read_day(values["day"], self.session.desk.clock().date())
        at = dates.read_time(values["time"])
        if day is None:
            return None
        if at is None:
            raise RuleBroken(_NO_TIME)
        return datetime.combine(day, time(*at))


def _minutes(typed: str) -> int:
    text = typed.strip()
    if not (text.isascii() and text.isdigit() and len(text) < 4 and 5 <= int(text) <= 480):
        raise BadInput(_NOT_MINUTES, text=text[:40])
    return int(text)
