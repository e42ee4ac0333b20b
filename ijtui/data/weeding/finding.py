"""Finding what is due, and removing it in one transaction.

What is due is noted in tables of the connection's own, which hold numbers and lie in memory. All of it runs
without a wall, so for whoever looks after the file alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ijtui.data.store import Row, Store
from ijtui.data.weeding import agreements, conversations, people
from ijtui.data.weeding.agreements import GUARDED
from ijtui.data.weeding.thing import Source, Thing
from ijtui.domain.agenda import StationKey
from ijtui.domain.agenda_json import agenda_from_json
from ijtui.domain.keeping import Part, Rules, Sort, limits

THINGS = (*conversations.THINGS, *agreements.THINGS, *people.THINGS)
"""In the order in which they are found and removed: what follows another comes after it."""

_SETTING = """
DROP TABLE IF EXISTS temp.care;
DROP TABLE IF EXISTS temp.gone;
DROP TABLE IF EXISTS temp.parted;
DROP TABLE IF EXISTS temp.held_person;
DROP TABLE IF EXISTS temp.held_talk;
CREATE TEMP TABLE care (copy INTEGER, question TEXT, PRIMARY KEY (copy, question)) WITHOUT ROWID;
CREATE TEMP TABLE gone (person INTEGER PRIMARY KEY, day TEXT NOT NULL);
CREATE TEMP TABLE parted (leaver INTEGER, employee INTEGER, day TEXT NOT NULL);
CREATE TEMP TABLE held_person (person INTEGER PRIMARY KEY);
CREATE TEMP TABLE held_talk (talk INTEGER PRIMARY KEY);
INSERT INTO temp.parted SELECT leaver, employee, max(moved) FROM handover
    WHERE state = 'moved' AND leaver IS NOT (SELECT manager FROM person WHERE person.id = employee)
    GROUP BY leaver, employee;
INSERT INTO temp.held_person SELECT DISTINCT person FROM hold WHERE until IS NULL AND person IS NOT NULL;
INSERT INTO temp.held_talk SELECT id FROM conversation WHERE employee IN temp.held_person
    OR manager IN temp.held_person OR id IN (SELECT conversation FROM hold WHERE until IS NULL);
"""

_GONE = """
INSERT INTO temp.gone
SELECT person.id, coalesce(
    person.until,
    (SELECT max(until) FROM post WHERE post.person = person.id),
    (SELECT max(until) FROM account WHERE account.person = person.id)
) AS day FROM person
WHERE day IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM post WHERE post.person = person.id AND until IS NULL)
    AND (EXISTS (SELECT 1 FROM post WHERE post.person = person.id)
        OR NOT EXISTS (SELECT 1 FROM account WHERE account.person = person.id AND until IS NULL))
"""
"""Whoever has left and when: the last day that stands on the person, of their posts, or of their account."""

_FIND = """
INSERT OR IGNORE INTO temp.due_{name}
SELECT {keys}, person, second, talk, '{sort}',
    coalesce(talk IN temp.held_talk, 0) OR person IN temp.held_person
    OR coalesce(second IN temp.held_person, 0) OR coalesce(beside IN temp.held_person, 0)
FROM ({rows})
WHERE substr(since, 1, 10) < ?1
    OR person IN (SELECT gone.person FROM temp.gone WHERE gone.day < ?2)
    OR second IN (SELECT gone.person FROM temp.gone WHERE gone.day < ?2)
"""

_PARTED = """
    OR (person, second) IN (SELECT leaver, employee FROM temp.parted WHERE parted.day < ?2)
"""

_COUNT = """
SELECT sort, person, talk, held, count(*) AS number, {ids} AS ids FROM temp.due_{name}
GROUP BY sort, person, talk, held ORDER BY sort, person, talk, held
"""


class Weeding:
    """What is due in one file.

    Args:
        store: the open file, without a wall.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def find(self, rules: Rules, on: date) -> tuple[Part, ...]:
        """Note everything that is due on a day, and return its counts and ids.

        Raises:
            StorageFailed: the file can't be read.
        """
        self._settle()
        for thing in THINGS:
            self._note(thing, rules, on)
        return tuple(part for thing in THINGS for part in self._counted(thing))

    def remove(self, on: date) -> None:
        """Remove inside `writing` what `find` has noted there, but for what is held."""
        guards = self._put_aside()
        for thing in THINGS:
            found = f"SELECT {', '.join(_keys(thing))} FROM temp.due_{thing.called} WHERE NOT held"
            removal = thing.removal.format(day=on.isoformat())
            self._store.db.execute(f"{removal} WHERE ({', '.join(thing.keys)}) IN ({found})")
        for guard in guards:
            self._store.db.execute(guard)

    def _settle(self) -> None:
        """Note who has left, what is held, and which questions are about the work environment."""
        db = self._store.db
        for statement in filter(str.strip, _SETTING.split(";")):
            db.execute(statement)
        db.execute(_GONE)
        for row in self._store.rows(
            "SELECT id, body FROM template_copy WHERE id IN (SELECT agenda FROM conversation)"
        ):
            questions = ((row["id"], question) for question in _about_work_environment(row["body"]))
            db.executemany("INSERT OR IGNORE INTO temp.care VALUES (?, ?)", questions)

    def _note(self, thing: Thing, rules: Rules, on: date) -> None:
        keys, db = _keys(thing), self._store.db
        db.execute(f"DROP TABLE IF EXISTS temp.due_{thing.called}")
        db.execute(
            f"CREATE TEMP TABLE due_{thing.called}"
            f" ({', '.join(keys)}, person, second, talk, sort, held, UNIQUE ({', '.join(keys)}))"
        )
        for source in thing.sources:
            rule = limits(rules[source.sort], on)
            db.execute(_found(thing, source), [rule.after, rule.left])

    def _counted(self, thing: Thing) -> Iterator[Part]:
        ids = "group_concat(k0, ' ')" if thing.is_numbered else "''"
        for row in self._store.rows(_COUNT.format(name=thing.called, ids=ids)):
            yield _part(thing, row)

    def _put_aside(self) -> tuple[str, ...]:
        """Take away the triggers that let rows only be added, and return what puts them back."""
        marks = ", ".join("?" * len(GUARDED))
        guards = self._store.rows(
            f"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ({marks})", *GUARDED
        )
        for guard in guards:
            self._store.db.execute(f"DROP TRIGGER {guard['name']}")
        return tuple(guard["sql"] for guard in guards)


def _keys(thing: Thing) -> list[str]:
    return [f"k{number}" for number in range(len(thing.keys))]


def _found(thing: Thing, source: Source) -> str:
    """Return SQL that notes what one source finds; its first columns are the keys."""
    named = ", ".join(_keys(thing))
    rows = f"WITH found ({named}, person, second, beside, talk, since) AS ({source.rows}) SELECT * FROM found"
    found = _FIND.format(name=thing.called, keys=named, sort=source.sort.value, rows=rows)
    return found + _PARTED if source.parts else found


def _part(thing: Thing, row: Row) -> Part:
    ids = tuple(sorted(map(int, str(row["ids"]).split())))
    return Part(
        Sort(row["sort"]), thing.called, row["person"], row["talk"], row["number"], ids, bool(row["held"])
    )


def _about_work_environment(agenda: str) -> Iterable[str]:
    """Return the ids of the questions under that heading in an agenda that a conversation keeps."""
    return (
        question.id
        for station in agenda_from_json(agenda).stations
        if station.key is StationKey.WORK_ENVIRONMENT
        for question in station.questions
    )
