"""`ijtui-admin person`: who may come in, since when, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ijtui.admin.logins import a_login
from ijtui.words import N_, _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from ijtui.services.account import Holder

_NO_NUMBER = N_("“{text}” is neither a number nor new.")
_HEAD = (N_("LOGIN"), N_("NAME"), N_("FROM"), N_("TO"), N_("KEYS"), N_("EMPLOYEE NUMBER"), "")


@click.group(
    help=_(
        "Say who may come in.\n\n"
        "Login names are given again to others. Whoever gets one gets nothing of the one who had it."
    )
)
def person() -> None:
    """What can be done is said by the commands under it."""


@person.command(
    help=_(
        "Let somebody in from today.\n\n"
        "Whoever had an account before is known again by the employee number; the name has to be the same."
    )
)
@click.argument("login", metavar=_("LOGIN"), callback=a_login)
@click.argument("name", metavar=_('"FULL NAME"'))
@click.option("--role", metavar=_("WORDS"), default="", help=_("Their role at work."))
@click.option("--unit", metavar=_("WORDS"), default="", help=_("Where they work."))
@click.option(
    "--manager", metavar=_("LOGIN"), callback=a_login, default=None, help=_("Their nearest manager.")
)
@click.option("--number", metavar=_("WORDS"), default="", help=_("Employee number; it is never given again."))
@click.option("--hr", is_flag=True, help=_("HR: sees counts, and reads nothing that was said."))
@click.option("--person", "known", metavar=_("NUMBER|new"), help=_("Who it is, of those with that name."))
def add(
    login: str, name: str, role: str, unit: str, manager: str | None, number: str, hr: bool, known: str | None
) -> None:
    """Open an account, after what the name left behind is gone."""
    from ijtui.admin.advice import admin
    from ijtui.admin.identity import as_account
    from ijtui.admin.logins import clear_away
    from ijtui.admin.setup import setup
    from ijtui.cli.output import say
    from ijtui.domain.account import Office
    from ijtui.services.account import Wish
    from ijtui.services.account_file import open_accounts

    server, office = setup().installed(), Office.HR if hr else Office.NONE
    wish = Wish(login, name, role, unit, manager or "", number, office, _number(known))
    with as_account(server), open_accounts(server.places.database) as accounts:
        taken = accounts.is_taken(login)
    if not taken:
        clear_away(server, login)
    with as_account(server), open_accounts(server.places.database) as accounts:
        holder = accounts.add(wish)
    say(
        _(
            "{name} comes in as {login} from today, with number {number} in the file.",
            name=holder.person.name,
            login=login,
            number=holder.person.id,
        )
    )
    say(
        _(
            "Without an account of this system they need a key: {command}",
            command=admin("key", "add", login, "FILE"),
        )
    )


@person.command(
    help=_(
        "Let somebody in no longer.\n\n"
        "It takes effect at once and takes their keys out of use; what they wrote stays in the file. With"
        " --on they come in for the last time on that day."
    )
)
@click.argument("login", metavar=_("LOGIN"), callback=a_login)
@click.option("--on", metavar=_("DAY"), default="", help=_("The last day, such as 2026-11-30."))
def end(login: str, on: str) -> None:
    """Close an account."""
    from ijtui.admin.identity import as_account
    from ijtui.admin.logins import clear_away, sessions_of
    from ijtui.admin.setup import setup
    from ijtui.cli.output import say
    from ijtui.services.account_file import open_accounts

    server, last = setup().installed(), _last_day(on)
    with as_account(server), open_accounts(server.places.database) as accounts:
        holder = accounts.end(login, last)
    if holder.is_open:
        say(
            _(
                "{name} comes in as {login} until {day}.",
                name=holder.person.name,
                login=login,
                day=holder.account.until,
            )
        )
        return
    keys = clear_away(server, login)
    said = ngettext(
        "{name} no longer comes in as {login}. {number} key is out of use.",
        "{name} no longer comes in as {login}. {number} keys are out of use.",
        keys,
        name=holder.person.name,
        login=login,
    )
    say(said)
    processes = sessions_of(server, login)
    if processes:
        say(_("Somebody is still in as {login}. End it with:", login=login))
        say("    kill " + " ".join(map(str, processes)))


@person.command(
    "list", help=_("List who may come in, and who might once.\n\nThose who no longer may are marked.")
)
def list_() -> None:
    """List every account there ever was."""
    from ijtui.admin.identity import as_account
    from ijtui.admin.setup import setup
    from ijtui.cli.output import say
    from ijtui.cli.table import table
    from ijtui.server.keys import keys_of
    from ijtui.services.account_file import open_accounts

    server = setup().installed()
    with as_account(server), open_accounts(server.places.database) as accounts:
        holders = accounts.all()
    counts = {holder.account.login: len(keys_of(server.places, holder.account.login)) for holder in holders}
    rows = [_row(holder, counts[holder.account.login] if holder.is_open else 0) for holder in holders]
    say(table([_(word) for word in _HEAD], rows))


def _row(holder: Holder, keys: int) -> tuple[str, ...]:
    account = holder.account
    until = account.until.isoformat() if account.until else ""
    remarks = [account.office.upper()] if account.office else []
    remarks += [] if holder.is_open else [_("ended")]
    since = account.since.isoformat()
    return (account.login, holder.person.name, since, until, str(keys), account.number, ", ".join(remarks))


def _number(known: str | None) -> int | None:
    from ijtui.errors import BadInput

    if known is None:
        return None
    if known.casefold() in ("new", _("new")):
        return 0
    if not (known.isascii() and known.isdecimal() and int(known)):
        raise BadInput(_NO_NUMBER, text=known)
    return int(known)


def _last_day(on: str) -> date:
    """Return the day that was typed; yesterday where none was, so that it is over now."""
    from datetime import timedelta

    from ijtui.clock import wall_clock
    from ijtui.dates import read_day

    today = wall_clock().date()
    return read_day(on, today) or today - timedelta(days=1)
