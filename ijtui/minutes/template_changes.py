"""What is different between two versions of a template, in words: a line a thing, with a sign before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ijtui.clean import clean_line
from ijtui.domain.template_change import Change, Sort, Thing
from ijtui.words import N_, Words

_SIGNS = {Sort.ADDED: "+", Sort.REMOVED: "-", Sort.MOVED: ">", Sort.RENAMED: "!"}
_OTHER = "~"

_SAID: Mapping[tuple[Thing, Sort], str] = {
    (Thing.WHOLE, Sort.TITLE): N_("The title is “{after}”; it was “{before}”."),
    (Thing.WHOLE, Sort.KIND): N_("It is another kind of conversation: {after}; it was {before}."),
    (Thing.WHOLE, Sort.TIME): N_("It takes {after} min; it was {before} min."),
    (Thing.WHOLE, Sort.ROLES): N_("It is for the roles: {after}"),
    (Thing.TASK, Sort.ADDED): N_("New on the checklist: {name}"),
    (Thing.TASK, Sort.REMOVED): N_("Gone from the checklist: {name}"),
    (Thing.TASK, Sort.TEXT): N_("Reworded on the checklist:"),
    (Thing.TASK, Sort.WHO): N_("On the checklist, {name}: {after}; it was {before}."),
    (Thing.STATION, Sort.ADDED): N_("New station: {name}"),
    (Thing.STATION, Sort.REMOVED): N_("Station gone: {name}"),
    (Thing.STATION, Sort.TITLE): N_("The station “{before}” is called “{after}”."),
    (Thing.STATION, Sort.TIME): N_("{name} takes {after} min; it was {before} min."),
    (Thing.STATION, Sort.HINT): N_("{name} is introduced otherwise:"),
    (Thing.QUESTION, Sort.ADDED): N_("New question in {where}, {name}:"),
    (Thing.QUESTION, Sort.REMOVED): N_("Question gone from {where}: {name}"),
    (Thing.QUESTION, Sort.RENAMED): N_(
        "{name} has another id, {after} instead of {before}: earlier answers are no longer found beside it."
    ),
    (Thing.QUESTION, Sort.SECTION): N_("{name} stands under “{after}”; it stood under “{before}”."),
    (Thing.QUESTION, Sort.TITLE): N_("The question “{before}” is called “{after}”."),
    (Thing.QUESTION, Sort.TEXT): N_("{name} is asked otherwise:"),
    (Thing.QUESTION, Sort.HINT): N_("The help for {name} is another:"),
    (Thing.QUESTION, Sort.WHO): N_("{name} is prepared by: {after}; it was {before}."),
    (Thing.QUESTION, Sort.ASK): N_("{name} is answered with: {after}; it was {before}."),
    (Thing.COMPETENCE, Sort.ADDED): N_("New competence: {name}"),
    (Thing.COMPETENCE, Sort.REMOVED): N_("Competence gone: {name}"),
    (Thing.COMPETENCE, Sort.MOVED): N_("{name} has another place."),
    (Thing.COMPETENCE, Sort.RENAMED): N_(
        "{name} has another id, {after} instead of {before}: earlier ratings are no longer found beside it."
    ),
    (Thing.COMPETENCE, Sort.TITLE): N_("The competence “{before}” is called “{after}”."),
    (Thing.COMPETENCE, Sort.REQUIRED): N_("{name} is required at level {after}; it was {before}."),
    (Thing.COMPETENCE, Sort.LEVEL): N_("A level of {name} means something else:"),
}
_ELSEWHERE = N_("{name} has moved from {before} to {after}.")
_WITHIN = N_("{name} has another place in {where}.")

_VALUES = {
    (Sort.WHO, "both"): N_("both"),
    (Sort.WHO, "employee"): N_("the employee"),
    (Sort.WHO, "manager"): N_("the manager"),
    (Sort.ASK, "text"): N_("words"),
    (Sort.ASK, "yes-no"): N_("yes or no"),
    (Sort.KIND, "annual"): N_("annual development conversation"),
    (Sort.KIND, "quarterly"): N_("quarterly 1:1"),
    (Sort.KIND, "evaluation"): N_("annual evaluation"),
    (Sort.KIND, "onboarding"): N_("onboarding conversation"),
}
"""The fixed words of a template."""

_AT_LENGTH = frozenset({Sort.TEXT, Sort.HINT, Sort.LEVEL})
"""What is shown as it was and as it is, below the line."""


@dataclass(frozen=True, slots=True)
class Told:
    """One change in words.

    Attributes:
        sign: "+", "-", ">", "~", or "!" where earlier answers are lost.
        line: what has changed.
        before: the words that stood there, or "".
        after: the words that stand there now, or "".
    """

    sign: str
    line: str
    before: str = ""
    after: str = ""

    @property
    def warns(self) -> bool:
        """Whether something is lost by it."""
        return self.sign == _SIGNS[Sort.RENAMED]


def told(changes: Iterable[Change], words: Words) -> tuple[Told, ...]:
    """Return the changes in words, what loses answers first."""
    ordered = sorted(changes, key=lambda change: not change.loses_answers)
    return tuple(_told(change, words) for change in ordered)


def lines(changes: Iterable[Change], words: Words) -> Iterator[str]:
    """Yield the changes as plain lines, what stood and stands there indented below."""
    for one in told(changes, words):
        yield f"{one.sign} {one.line}"
        yield from (f"    - {text}" for text in (one.before,) if text)
        yield from (f"    + {text}" for text in (one.after,) if text)


def _told(change: Change, words: Words) -> Told:
    before, after = (clean_line(_value(change, text, words)) for text in (change.before, change.after))
    line = words(
        _message(change),
        name=clean_line(change.name),
        where=clean_line(change.where),
        before=before or "–",
        after=after or "–",
    )
    shown = change.sort in _AT_LENGTH or (change.thing, change.sort) == (Thing.QUESTION, Sort.ADDED)
    return Told(_SIGNS.get(change.sort, _OTHER), line, before if shown else "", after if shown else "")


def _message(change: Change) -> str:
    if (change.thing, change.sort) == (Thing.QUESTION, Sort.MOVED):
        return _ELSEWHERE if change.before else _WITHIN
    return _SAID[change.thing, change.sort]


def _value(change: Change, text: str, words: Words) -> str:
    known = _VALUES.get((change.sort, text))
    return words(known) if known else text
