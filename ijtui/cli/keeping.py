"""What `weed` and `hold` have in common, in one's own file and for whoever looks after a shared one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ijtui.words import N_, _

if TYPE_CHECKING:
    from datetime import date

    from ijtui.domain.keeping import Hold, Receipt
    from ijtui.domain.person import Person
    from ijtui.services.desk import Desk
    from ijtui.services.weeding import Cleaned

_NO_DAY = N_("“{text}” is no day. Write it as 2026-11-30.")
_NOT_ASKED = N_("Nothing was removed. Add --yes where nobody can be asked.")
_NOT_SURE = N_("Nothing was removed.")
_YES = frozenset({"y", "yes", "j", "ja"})
_ONE_OF_TWO = N_("Say whom or which conversation it is about: a person, or --conversation NUMBER.")

Opened = Callable[[], "AbstractContextManager[Keeper]"]


@dataclass(frozen=True, slots=True)
class Keeper:
    """An open file and who looks after it.

    Attributes:
        asker: its owner, or the name of whoever looks after a shared one.
    """

    desk: Desk
    asker: Person | str


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked of `weed`.

    Attributes:
        day: as it was typed, or "".
        choose: a file with rules, or None; "-" is the standard input.
        form: "md" or "json".
    """

    dry_run: bool
    day: str
    show_rules: bool
    choose: Path | None
    copies: bool
    form: str
    sure: bool


def weed(keeper: Keeper, wish: Wish) -> int:
    """Do what was asked, and return the exit code: 1 where something is left that holds what was removed."""
    from ijtui.cli.output import say

    service, asker = keeper.desk.weeding, keeper.asker
    if wish.show_rules:
        say(service.rules(asker).text)
        return 0
    if wish.choose is not None:
        chosen = service.choose(asker, _rules_in(wish.choose))
        say(_("These rules are chosen from {moment} on.", moment=f"{chosen.at:%Y-%m-%d %H:%M}"))
        return 0
    on = _day(wish.day)
    due = service.due(asker, on)
    if wish.dry_run:
        say(_told(due, wish.form))
        return 0
    return _weed(keeper, wish, due)


def _weed(keeper: Keeper, wish: Wish, due: Receipt) -> int:
    from ijtui.cli.output import say
    from ijtui.domain.keeping import check_chosen, check_day

    service, asker = keeper.desk.weeding, keeper.asker
    check_day(due.day, keeper.desk.clock().date(), only_looking=False)
    check_chosen(service.rules(asker))
    if due.removed and not wish.sure:
        _make_sure(due)
    receipt = service.weed(asker, due.day)
    say(_told(receipt, wish.form))
    return _tell_cleaned(service.clean(asker, with_copies=wish.copies))


def _make_sure(due: Receipt) -> None:
    """Ask on the terminal before anything is gone for good.

    Raises:
        NotAllowed: nobody can be asked, or they said no.
    """
    import sys

    from ijtui.errors import NotAllowed
    from ijtui.words import ngettext

    if sys.stdin is None or not sys.stdin.isatty():
        raise NotAllowed(_NOT_ASKED)
    question = ngettext(
        "Remove {number} record for good? Write yes:",
        "Remove {number} records for good? Write yes:",
        due.removed,
    )
    answer = click.prompt(question, default="", show_default=False, prompt_suffix=" ", err=True)
    if answer.strip().casefold() not in _YES:
        raise NotAllowed(_NOT_SURE)


def _tell_cleaned(cleaned: Cleaned) -> int:
    """Say on the standard error what still holds what was removed; the receipt is on the standard output."""
    from ijtui.cli.output import complain

    if not cleaned.whole:
        complain(
            _(
                "What was removed may still lie in freed pages, for another session has the file open. "
                "Run the same command again when it has left."
            ),
            "weed",
        )
    if cleaned.fresh is not None:
        complain(
            _("The copies from before are removed. There is a new one: {file}", file=cleaned.fresh), "weed"
        )
    for copy in cleaned.copies:
        complain(_("A copy from before still holds it: {file}", file=copy), "weed")
    if cleaned.copies:
        complain(
            _("Remove the copies with --backups. Those that you keep elsewhere are yours to remove."), "weed"
        )
    return 0 if cleaned.whole and not cleaned.copies else 1


def _told(receipt: Receipt, form: str) -> str:
    from ijtui.minutes.weeding import as_json, as_markdown
    from ijtui.words import spoken

    return as_json(receipt) if form == "json" else as_markdown(receipt, spoken())


def _rules_in(file: Path) -> str:
    import sys

    from ijtui.content.keeping import read_rules_bytes, read_rules_file
    from ijtui.content.source import MOST_BYTES

    if file == Path("-"):
        return read_rules_bytes(sys.stdin.buffer.read(MOST_BYTES + 1), "-")
    return read_rules_file(file)


def _day(text: str) -> date | None:
    from datetime import date as day

    from ijtui.errors import BadInput

    try:
        return day.fromisoformat(text) if text else None
    except ValueError:
        raise BadInput(_NO_DAY, text=text[:40]) from None


# Legal holds


def add_hold(keeper: Keeper, who: str, conversation: int | None, reason: str) -> None:
    """Let nothing be weeded of a person or a conversation."""
    from ijtui.cli.output import say
    from ijtui.errors import BadInput

    service, asker = keeper.desk.weeding, keeper.asker
    if (not who) == (conversation is None):
        raise BadInput(_ONE_OF_TWO)
    if conversation is not None:
        hold = service.hold_conversation(asker, conversation, reason)
    else:
        hold = service.hold_person(asker, service.find(asker, who).id, reason)
    say(_("Legal hold {number} stands from now on.", number=hold.id))


def remove_hold(keeper: Keeper, number: int) -> None:
    """Let a hold stand no longer."""
    from ijtui.cli.output import say

    keeper.desk.weeding.lift(keeper.asker, number)
    say(_("Legal hold {number} is lifted.", number=number))


def list_holds(keeper: Keeper) -> None:
    """List every hold there ever was."""
    from ijtui.cli.output import say
    from ijtui.cli.table import table

    service, asker = keeper.desk.weeding, keeper.asker
    head = [_("NUMBER"), _("ABOUT"), _("FROM"), _("TO"), _("BY"), _("REASON")]
    rows = [_hold(hold, service.about(asker, hold)) for hold in service.holds(asker)]
    say(table(head, rows) if rows else _("There is no legal hold."))


def _hold(hold: Hold, about: str) -> tuple[str, ...]:
    if hold.conversation is not None:
        about = _("conversation {number}", number=hold.conversation)
    until = f"{hold.until:%Y-%m-%d}" if hold.until else ""
    return str(hold.id), about, f"{hold.since:%Y-%m-%d}", until, hold.author, hold.reason
