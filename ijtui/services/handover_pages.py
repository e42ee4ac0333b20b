"""What goes on as words: the signed plan, notes, levels, care, feedback and entries, each only if chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from ijtui.content.advancement import steps
from ijtui.data.competence import Assessments
from ijtui.data.conversation import Conversations
from ijtui.data.handover_pages import PageRows
from ijtui.data.person import People
from ijtui.data.signing import Signatures
from ijtui.data.store import Row, Store
from ijtui.domain.competence import Competence
from ijtui.domain.conversation import Conversation
from ijtui.domain.handover import Handover, Matter
from ijtui.domain.handover_items import Page, PageKind
from ijtui.errors import BadInput
from ijtui.minutes.signed_text import signed_lines
from ijtui.words import language, spoken


class Pages:
    """Everything but goals and actions that an employee and a manager have between them.

    Args:
        store: the open file.
        handover: of whom.
        file: the name of the file, for names that hold everywhere.
    """

    def __init__(self, store: Store, handover: Handover, file: str) -> None:
        self._store = store
        self._handover = handover
        self._file = file
        self._rows = PageRows(store, handover.employee, handover.leaver)
        self._talks: dict[int, Conversation] = {}

    def of(self, matter: Matter) -> Iterator[Page]:
        """Yield the pages of one matter, the oldest first."""
        made: Mapping[Matter, tuple[Callable[[], Iterator[Page]], ...]] = {
            Matter.AGREEMENTS: (self._plan, self._courses),
            Matter.NOTES: (self._notes,),
            Matter.LEVELS: (self._levels,),
            Matter.CARE: (self._recognitions, self._reached),
            Matter.FEEDBACK: (self._feedback,),
            Matter.ENTRIES: (self._entries,),
        }
        for pages in made[matter]:
            yield from pages()

    def _uid(self, thing: str, *numbers: object) -> str:
        return ":".join([self._file, thing, *map(str, numbers)])

    def _talk(self, number: int) -> Conversation:
        if number not in self._talks:
            self._talks[number] = Conversations(self._store).get(number)
        return self._talks[number]

    def _plan(self) -> Iterator[Page]:
        number = self._rows.signed()
        if number is None:
            return
        two = {self._handover.employee, self._handover.leaver}
        for version in reversed(Signatures(self._store).versions(number)):
            if all(version.has_signed(person) for person in two):
                plan = version.plan
                body = "\n".join(signed_lines(plan.text, spoken()))
                parts = {"body": body, "hash": plan.hash, "source": plan.text.body().decode()}
                title = self._talk(number).agenda.title
                yield Page(self._uid("plan", plan.id), PageKind.PLAN, title, plan.made.date(), parts)
                return

    def _courses(self) -> Iterator[Page]:
        for row in self._rows.courses():
            parts = {"cost": str(row["cost"])}
            yield Page(self._uid("course", row["id"]), PageKind.COURSE, row["what"], _day(row["day"]), parts)

    def _notes(self) -> Iterator[Page]:
        for row in self._rows.notes():
            talk = self._talk(row["conversation"])
            question = talk.agenda.question(row["question"])
            title = f"{talk.agenda.title}: {question.title or question.text if question else row['question']}"
            parts = {"body": row["body"]}
            yield Page(self._uid("text", row["id"]), PageKind.NOTES, title[:2000], _day(row["held"]), parts)

    def _levels(self) -> Iterator[Page]:
        for row in self._rows.levels():
            found = self._competence(row)
            parts = {"level": str(row["level"])}
            if found is not None:
                parts |= {"meaning": found.levels[row["level"]], "required": str(found.required)}
            title = found.title if found else row["competence"]
            uid = self._uid("level", row["assessment"], row["competence"])
            yield Page(uid, PageKind.LEVEL, title, _day(row["held"]), parts)

    def _competence(self, row: Row) -> Competence | None:
        assessment = Assessments(self._store).of_conversation(row["conversation"])
        if assessment is None or not assessment.profile.has(row["competence"]):
            return None
        return assessment.profile.competence(row["competence"])

    def _recognitions(self) -> Iterator[Page]:
        for row in self._rows.recognitions():
            parts = {"kind": row["kind"], "days": str(row["days"]), "amount": str(row["amount"])}
            uid = self._uid("recognition", row["id"])
            yield Page(uid, PageKind.RECOGNITION, row["what"], _day(row["day"]), parts)

    def _reached(self) -> Iterator[Page]:
        texts = _criteria()
        for row in self._rows.reached():
            title = texts.get((row["step"], row["criterion"]), row["criterion"])
            uid = self._uid("step", self._handover.employee, row["step"], row["criterion"])
            parts = {"reached": str(row["reached"]), "note": row["note"]}
            yield Page(uid, PageKind.STEP, title, _day(row["changed"]), parts)

    def _feedback(self) -> Iterator[Page]:
        people = People(self._store)
        for row in self._rows.feedback():
            parts = {name: row[name] for name in ("positive", "improve", "support") if row[name]}
            title = people.get(row["giver"]).name
            yield Page(self._uid("feedback", row["id"]), PageKind.FEEDBACK, title, _day(row["given"]), parts)

    def _entries(self) -> Iterator[Page]:
        writer = People(self._store).get(self._handover.employee).name
        for row in self._rows.entries():
            yield Page(row["uid"], PageKind.ENTRY, writer, _day(row["day"]), {"body": row["body"]})


def _criteria() -> Mapping[tuple[str, str], str]:
    """Return what each criterion says; nothing where the file of one's own steps can't be understood."""
    try:
        known = steps(language())
    except BadInput:
        return {}
    return {(step.id, item.id): item.text for step in known for item in step.criteria}


def _day(moment: str | None) -> date | None:
    return date.fromisoformat(moment[:10]) if moment else None
