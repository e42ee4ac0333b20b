"""What is weeded of a person's own, and of what is written about them between two conversations."""

from __future__ import annotations

from ijtui.data.weeding.thing import NO_TITLE, Source, Thing, blank, removed
from ijtui.domain.keeping import Sort


def _care(table: str, beside: str) -> Thing:
    rows = f"SELECT id, person, NULL, {beside}, NULL, day FROM {table} WHERE what <> '{NO_TITLE}'"
    return Thing(table, blank(table, title="what"), (Source(Sort.CARE, rows),))


_ENTRY_REVISION = (
    "SELECT entry_revision.id, writer, NULL, NULL, NULL, {since}"
    " FROM entry_revision JOIN entry ON entry.id = entry{which}"
)
_ADVANCEMENT = (
    "SELECT person, step, criterion, person, NULL, NULL, NULL, changed FROM advancement WHERE note <> ''"
)
_HANDED_OVER = (
    "SELECT handover, employee, NULL, successor, NULL, moved"
    " FROM handed_over JOIN handover ON handover.id = handover"
)
_TITLED = (
    "SELECT id, employee, NULL, successor, NULL, moved FROM handover WHERE json_valid(receipt) AND EXISTS"
    " (SELECT 1 FROM json_each(receipt, '$.went') AS matter WHERE matter.value <> '[]')"
)
_WITHOUT_TITLES = (
    "UPDATE main.handover SET version = version + 1, receipt = json_set(receipt, '$.went', json(("
    "SELECT json_group_object(matter.key, json('[]')) FROM json_each(receipt, '$.went') AS matter)))"
)
"""A receipt of a handover names goals and agreements; that something went on stays."""

_HOLD = (
    "SELECT hold.id, coalesce(hold.person, talk.employee), NULL, NULL, conversation, until"
    " FROM hold LEFT JOIN conversation AS talk ON talk.id = conversation"
    " WHERE until IS NOT NULL AND reason <> ''"
)

THINGS = (
    Thing(
        "entry",
        removed("entry"),  # its tags go with it
        (Source(Sort.JOURNAL, "SELECT id, writer, NULL, NULL, NULL, day FROM entry"),),
    ),
    Thing(
        "entry_revision",
        removed("entry_revision"),
        (
            Source(
                Sort.JOURNAL,
                _ENTRY_REVISION.format(since="''", which=" JOIN temp.due_entry AS due ON due.k0 = entry.id"),
            ),
            Source(Sort.EARLIER, _ENTRY_REVISION.format(since="at", which="")),
        ),
    ),
    _care("recognition", "giver"),
    _care("training", "decided_by"),
    Thing(
        "advancement",
        "UPDATE main.advancement SET note = ''",
        (Source(Sort.CARE, _ADVANCEMENT),),
        ("person", "step", "criterion"),
    ),
    Thing(
        "draft",
        removed("draft"),
        (Source(Sort.DRAFT, "SELECT person, form, person, NULL, NULL, NULL, at FROM draft"),),
        ("person", "form"),
    ),
    Thing(
        "extract",
        "UPDATE main.extract SET body = '', comment = ''",
        (Source(Sort.EXTRACT, "SELECT id, person, NULL, manager, NULL, made FROM extract WHERE body <> ''"),),
    ),
    Thing("handed_over", removed("handed_over"), (Source(Sort.PLAN, _HANDED_OVER),), ("handover",)),
    Thing("handover", _WITHOUT_TITLES, (Source(Sort.PLAN, _TITLED),)),
    Thing("hold", "UPDATE main.hold SET reason = ''", (Source(Sort.PLAN, _HOLD),)),
)
