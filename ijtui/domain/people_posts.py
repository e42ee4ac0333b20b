"""The posts that the rows of one person ask for, beside those that they have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ijtui.domain.people_list import Column, Known, Line, Wishes
from ijtui.domain.people_managers import Managers
from ijtui.domain.people_units import Places
from ijtui.domain.person import Person
from ijtui.domain.post import Post
from ijtui.domain.posting import Posting, newest, posted
from ijtui.errors import BadInput, RuleBroken


def needs_post(line: Line, person: Person | None, had: Sequence[Post], wishes: Wishes) -> bool:
    """Whether a row asks for a post: it names a unit, and says more than is known without."""
    if had or line.since:
        return True
    stays = person is not None and person.unit.casefold() == line.place.casefold() and wishes.on is None
    return bool(line.place) and not stays


@dataclass(frozen=True, slots=True)
class Asked:
    """Turns rows into posts.

    Attributes:
        columns: those that the list has.
    """

    columns: frozenset[Column]
    known: Known
    wishes: Wishes
    places: Places
    managers: Managers
    problems: list[BadInput]

    def of(self, person: Person, lines: Sequence[Line]) -> Posting | None:
        """Return what becomes of somebody's posts, or None where the rows ask for none."""
        had = self.known.posts.get(person.id, ())
        lines = sorted(lines, key=lambda line: line.since or date.min)
        before = self.known.people.get(person.id)
        if not needs_post(lines[-1], before, had, self.wishes):
            return None
        if any(line.since is None for line in lines[: len(lines) if len(lines) > 1 else 0]):
            self.problems.append(
                BadInput(
                    "{name} has several rows, so each needs a first day.", line=lines[0].row, name=person.name
                )
            )
            return None
        wanted = [self._post(person, had, line, alone=len(lines) == 1) for line in lines]
        asked = [post for post in wanted if post is not None]
        if len(asked) < len(wanted):
            return None
        try:
            return posted(had, [*asked, *self._planned(had, asked[-1])], self.known.today)
        except RuleBroken as broken:
            self.problems.append(BadInput(broken.message, "", lines[0].row, **broken.values))
            return None

    def _post(self, person: Person, had: Sequence[Post], line: Line, *, alone: bool) -> Post | None:
        """Return what a row asks for; alone, it says how it is now, and several say how it has been."""
        last = self._last(had, line)
        now = newest(had, self.known.today) if alone else None
        as_it_is = now is not None and (line.since is None or line.since <= now.since)
        last = now if as_it_is else last
        unit = self.places.of(line) or (last.unit if last else 0)
        if not unit:
            self.problems.append(BadInput("A post needs a unit.", line=line.row))
            return None
        manager = self.managers.of(line) if Column.MANAGER in self.columns else None
        if Column.MANAGER not in self.columns:
            manager = last.manager if last else person.manager
        role = line.role or (last.role if last else "")
        post = Post(person.id, unit, line.since or self.known.today, manager, role, line.until)
        if line.since is None or as_it_is:
            post = self._dated(post, last)
        return self._with_end(post, had)

    def _last(self, had: Sequence[Post], line: Line) -> Post | None:
        """Return the post that a row says something else about, or goes on from."""
        return newest(had, line.since or self.known.today) or (had[0] if had else None)

    def _dated(self, post: Post, last: Post | None) -> Post:
        """Return a post without a first day of its own with one: of the same post, else the usual.

        A first day that is not later than that of the post somebody has is when they were employed, as most
        staff systems say it, and no news: what they had stays as it has been.
        """
        day = self.wishes.on or self.known.today
        if last is None:
            return replace(post, since=day)
        same = (last.unit, last.manager, last.role) == (post.unit, post.manager, post.role)
        is_over = post.until is not None and post.until < day
        return replace(post, since=last.since if same or is_over else max(day, last.since))

    def _with_end(self, post: Post, had: Sequence[Post]) -> Post:
        """Return it with the last day that it has, where the list says nothing of last days."""
        if Column.UNTIL in self.columns:
            return post
        same = next((other for other in had if other.since == post.since), None)
        return replace(post, until=same.until if same else None)

    def _planned(self, had: Sequence[Post], last: Post) -> list[Post]:
        """Return what is planned after the last row, which says nothing of it, and doesn't contradict it."""
        return [
            post
            for post in had
            if post.since > max(last.since, self.known.today)
            and (last.until is None or last.until < post.since)
        ]
