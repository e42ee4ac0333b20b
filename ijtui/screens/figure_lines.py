"""The key figure as lines: bars beside the target, what they are made of, the years, how points stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from ijtui.domain.figure import Figure, Plans, Points
from ijtui.domain.floor import Hidden
from ijtui.domain.person import Person
from ijtui.domain.tally import Tally
from ijtui.domain.tally_tree import Branch
from ijtui.domain.target import Measure, Target, in_force
from ijtui.domain.today import Due
from ijtui.domain.unit import UnitKind
from ijtui.minutes.figure_words import APART, CAUSES, POINTS, per_cent, withheld
from ijtui.screens.saying import other_in, outcome_of
from ijtui.widgets.bar_drawing import bar
from ijtui.widgets.fit import Column
from ijtui.widgets.lines import EMPTY, Line
from ijtui.words import N_, _, ngettext, spoken

_BAR, _YEAR_BAR = 16, 12
COLUMNS = (Column(), Column(_BAR), Column(5, right=True), Column(14, right=True), Column(12, right=True))
_WITHHELD = (Column(), Column(_BAR + 34))
_COUNTS = (Column(), Column(6, right=True))
_YEARS = (Column(6), Column(_YEAR_BAR), Column(5, right=True), Column(14, right=True))
_POINTS = (Column(), Column(16), Column(10), Column(17))

OWN_MANAGER, OWN_EMPLOYEE = "own:manager", "own:employee"
"""The keys of the lines that lead to one's own points."""

STANDING = "standing"
"""The key of the line that leads to how the points stand, where there is no room for that beside it."""

YEAR = "year:"
"""With what the keys of the years begin."""

IN_SHORT = {Measure.POINTS: N_("Points fulfilled"), Measure.PLANS: N_("Plan signed by both")}
_KINDS = {
    UnitKind.ORGANISATION: N_("Organisations"),
    UnitKind.ADMINISTRATION: N_("Administrations"),
    UnitKind.UNIT: N_("Units"),
}
_MANAGERS = N_("Whom each manager leads")
_NO_POINTS = N_("There is no point of this year that you can read.")


@dataclass(frozen=True, slots=True)
class Board:
    """What is shown of one part of the organisation in one year.

    Attributes:
        branch: the part.
        names: of the managers, by id.
        targets: all that are set.
        floor: of how many people a figure has to be.
        plain: whether only signs are used that every font has.
    """

    year: int
    branch: Branch
    names: Mapping[int, str]
    targets: Sequence[Target] = ()
    floor: int = 1
    plain: bool = False

    def target(self, measure: Measure, year: int | None = None) -> int | None:
        """Return how many per cent were to be reached."""
        found = in_force(self.targets, year or self.year, measure)
        return found.percent if found else None

    def bar(self, share: int | None, measure: Measure = Measure.POINTS, year: int | None = None) -> str:
        """Return a share beside what it was to be."""
        return bar(share, _BAR, self.target(measure, year), plain=self.plain)


# The part one looks at, and what it is made of


def result_lines(board: Board) -> Iterator[Line]:
    """Yield the two shares of the part beside their targets."""
    found = board.branch.tally
    if found is None:
        yield Line((withheld(board.branch.why, board.floor, spoken()),), look="muted")
        return
    points, plans = found.points, found.plans
    fulfilled = _("{part} of {whole}", part=points.fulfilled, whole=points.agreed)
    signed = _("{part} of {whole}", part=plans.signed, whole=plans.employees)
    yield _result(board, Measure.POINTS, points.share, fulfilled)
    yield _result(board, Measure.PLANS, plans.share, signed)


def _result(board: Board, measure: Measure, share: int | None, told: str) -> Line:
    target = board.target(measure)
    aim = "" if target is None else _("target {percent} %", percent=target)
    return Line((_(IN_SHORT[measure]), board.bar(share, measure), per_cent(share), told, aim))


def part_lines(board: Board) -> Iterator[Line]:
    """Yield what the part is made of, each kind under its heading; the keys are those of the branches."""
    headings: dict[str, list[Branch]] = {}
    for part in board.branch.parts:
        headings.setdefault(_(_KINDS[part.kind]) if part.kind else _(_MANAGERS), []).append(part)
    for heading, parts in headings.items():
        yield EMPTY
        yield Line((heading, "", "", _("points"), _("plan")), look="heading", columns=COLUMNS)
        yield from (_part(board, part) for part in parts)
    if board.branch.rest is not None:
        yield EMPTY
        yield _counted(board, _("the others together"), board.branch.rest)


def _part(board: Board, part: Branch) -> Line:
    name = board.names.get(part.manager, _("no manager")) if part.manager is not None else part.name
    key = part.key if part.parts or part.is_own else ""
    if part.tally is None:
        told = "" if part.why is Hidden.ELSEWHERE else withheld(part.why, board.floor, spoken())
        return Line((name, told), key, "plain" if key else "muted", columns=_WITHHELD)
    return _counted(board, name, part.tally, key)


def _counted(board: Board, name: str, found: Tally, key: str = "") -> Line:
    points, plans = found.points, found.plans
    told = _("{part} of {whole}", part=points.fulfilled, whole=points.agreed)
    cells = (name, board.bar(points.share), per_cent(points.share), told, per_cent(plans.share))
    return Line(cells, key)


# The years, and how the points stand


def year_lines(board: Board, years: Iterable[tuple[int, Tally | None, Branch | None]]) -> Iterator[Line]:
    """Yield the same part year by year, each with what is counted and the line that says why not.

    The keys are `YEAR` and the year, but for the one that is shown.
    """
    yield Line((_("Over the years"),), look="heading")
    for year, found, branch in years:
        if found is None:
            told = withheld(branch.why if branch else None, board.floor, spoken())
            yield Line((str(year), told), _year_key(board, year), columns=(Column(6), Column()))
            continue
        drawn = bar(found.points.share, _YEAR_BAR, board.target(Measure.POINTS, year), plain=board.plain)
        counted = _("{part} of {whole}", part=found.points.fulfilled, whole=found.points.agreed)
        cells = (str(year), drawn, per_cent(found.points.share), counted)
        yield Line(cells, _year_key(board, year), columns=_YEARS)


def _year_key(board: Board, year: int) -> str:
    return f"{YEAR}{year}" if year != board.year else ""


def standing_line() -> Iterator[Line]:
    """Yield the line that leads to how the points stand."""
    yield from (EMPTY, Line((_("How the points stand, and what stood in the way"),), STANDING))


def standing_lines(found: Tally | None) -> Iterator[Line]:
    """Yield how the points stand and what stood in the way of those not kept, as far as there is any."""
    if found is None:
        return
    yield from _numbers(_("How they stand"), POINTS, asdict(found.points))
    yield from _numbers(_("Told apart"), APART, asdict(found.points))
    yield from _numbers(_("What stood in the way"), CAUSES, asdict(found.kept_back))


def _numbers(heading: str, labels: Mapping[str, str], counts: Mapping[str, int]) -> Iterator[Line]:
    told = ((label, counts[name]) for name, label in labels.items() if counts[name])
    lines = [Line((_(label).partition(",")[0], str(number)), columns=_COUNTS) for label, number in told]
    if lines:
        yield from (Line((heading,), look="heading"), *lines, EMPTY)


# One's own


def own_lines(board: Board, own: Figure) -> Iterator[Line]:
    """Yield one's own figure, as manager and as employee; the keys lead to the points."""
    lines = [
        _own(board, _("With those you lead"), own.held, own.plans, OWN_MANAGER),
        _own(board, _("Your own plan"), own.own, own.own_plan, OWN_EMPLOYEE),
    ]
    shown = [line for line in lines if line is not None]
    if shown:
        yield Line((_("Your own"), "", "", _("points"), _("plan")), look="heading", columns=COLUMNS)
        yield from shown
        if number := own.held.uncounted + own.own.uncounted:
            text = ngettext(
                "One more is not counted: it is not signed by both.",
                "{number} more are not counted: they are not signed by both.",
                number,
            )
            yield Line((text,), look="muted")


def _own(board: Board, name: str, points: Points, plans: Plans, key: str) -> Line | None:
    if points == Points() and not plans.employees:
        return None
    return _counted(board, name, Tally(points, plans), key)


def point_lines(points: Sequence[Due], me: Person, today: date) -> list[Line]:
    """Return the points of a year that one may read, the first due first; keys `action:` and its id."""
    if not points:
        return [Line((_(_NO_POINTS),), look="muted")]
    heading = Line((_("Point"), _("With"), _("due"), _("outcome")), look="heading", columns=_POINTS)
    return [heading, *(_point(point, me, today) for point in points)]


def _point(point: Due, me: Person, today: date) -> Line:
    action = point.action
    told = outcome_of(action, today) if action.binds else _("not counted")
    cells = (action.what, other_in(point, me).first_name, action.due.isoformat() if action.due else "", told)
    return Line(cells, f"action:{action.id}", columns=_POINTS)
