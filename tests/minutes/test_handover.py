"""A receipt and all that went on, in words: nothing that people wrote is alive in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from markdown_it import MarkdownIt

from ijtui.domain.goal import GoalKind, Responsible
from ijtui.domain.handover import Matter
from ijtui.domain.handover_items import Named, PackedAction, PackedGoal, Page, PageKind
from ijtui.domain.handover_package import Package, receipt_of
from ijtui.minutes.handover import as_markdown, as_plain, package_sections, receipt_sections
from ijtui.minutes.handover_read import read_package, read_receipt
from ijtui.words import in_language
from tests.builders import NOW

ENGLISH = in_language("en")
HOSTILE = "<script>x</script> [x](javascript:y) ![](http://x) `"
DAY = date(2026, 11, 21)
PACKAGE = Package(
    "uid",
    Named("Åsa Berg"),
    Named("Maria Månsson"),
    Named("Sara Sten"),
    DAY,
    NOW,
    "salt",
    (Matter.AGREEMENTS, Matter.NOTES, Matter.CARE),
    (PackedGoal("g", 1, "Leda ett delprojekt", GoalKind.DEVELOPMENT, progress=40),),
    (
        PackedAction("a", 1, "Boka kursen", Responsible.EMPLOYEE, DAY, due=DAY),
        PackedAction("b", 1, "Prata med gruppen", Responsible.MANAGER, DAY, agreed_with="Tage Tall"),
    ),
    (
        Page("n", PageKind.NOTES, "Utvecklingssamtal: Samarbete", DAY, {"body": "Beslut i kanalen"}),
        Page("r", PageKind.RECOGNITION, "Lanseringen", DAY, {"kind": "gift", "days": "0", "amount": "500"}),
    ),
)


def test_a_package_is_read_as_it_was_written() -> None:
    assert read_package(PACKAGE.body()) == PACKAGE


def test_a_receipt_is_read_as_it_was_written() -> None:
    receipt = receipt_of(PACKAGE, DAY, {Matter.NOTES: 1, Matter.FEEDBACK: 2})
    assert read_receipt(receipt.body(), receipt.hash) == receipt
    assert receipt.stayed == {Matter.FEEDBACK: 2}


def test_another_salt_is_another_hash() -> None:
    assert PACKAGE.hash() != replace(PACKAGE, salt="another").hash()


def test_the_receipt_says_from_whom_to_whom_when_and_how_much() -> None:
    receipt = receipt_of(PACKAGE, DAY, {Matter.FEEDBACK: 2})
    text = as_markdown(receipt_sections(receipt, ENGLISH), ENGLISH)
    for part in (
        "# Handover of Åsa Berg",
        "From Maria Månsson to Sara Sten",
        "2026-11-21",
        receipt.hash,
        "## Agreements (3)",
        "## Shared notes (1)",
        "Feedback (2)",
        "Private notes and what is sealed never go on",
    ):
        assert part in text
    assert "Beslut i kanalen" not in text


def test_all_that_went_on_says_who_keeps_each_promise_now() -> None:
    text = as_plain(package_sections(PACKAGE, ENGLISH))
    assert "Who: Åsa Berg" in text
    assert "Who: Sara Sten" in text
    assert "Tage Tall" in text
    assert "Beslut i kanalen" in text
    assert "500" in text


def test_nothing_that_people_wrote_is_alive() -> None:
    hostile = replace(
        PACKAGE,
        employee=Named(HOSTILE),
        goals=(replace(PACKAGE.goals[0], title=HOSTILE, measure=f"# {HOSTILE}"),),
        actions=(replace(PACKAGE.actions[0], what=f"- {HOSTILE}"),),
        pages=(replace(PACKAGE.pages[0], title=HOSTILE, parts={"body": f"{HOSTILE}\n\n---\n# x"}),),
    )
    receipt = receipt_of(hostile, DAY, {})
    sections = [*receipt_sections(receipt, ENGLISH), *package_sections(hostile, ENGLISH)]
    tokens = MarkdownIt("commonmark").parse(as_markdown(sections, ENGLISH))
    inline = [child.type for token in tokens for child in token.children or ()]
    assert not {"html_inline", "link_open", "image"} & set(inline)
    assert "html_block" not in {token.type for token in tokens}
