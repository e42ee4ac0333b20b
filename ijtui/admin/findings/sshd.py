"""The first door, as sshd itself says it is: what is in force counts, not what stands in a file."""

from __future__ import annotations

import grp
from collections.abc import Iterator, Mapping

from ijtui.admin.advice import RELOAD, admin, in_turn
from ijtui.admin.parts import sshd_lines
from ijtui.admin.setup import Setup
from ijtui.admin.steps import has_group, ran
from ijtui.errors import StorageFailed
from ijtui.services.doctor import Finding
from ijtui.services.doctor.finding import command
from ijtui.words import _, explain

_WANTED = {
    "authenticationmethods": "publickey",
    "pubkeyauthentication": "yes",
    "passwordauthentication": "no",
    "kbdinteractiveauthentication": "no",
    "authorizedkeysfile": "none",
    "authorizedkeyscommanduser": "nobody",
    "trustedusercakeys": "none",
    "authorizedprincipalscommand": "none",
    "exposeauthinfo": "yes",
    "disableforwarding": "yes",
    "permittty": "yes",
    "permituserrc": "no",
    "permittunnel": "no",
    "permituserenvironment": "no",
    "forcecommand": "none",
    "chrootdirectory": "none",
    "clientaliveinterval": "30",
    "maxsessions": "1",
}
"""What has to be in force for the service account (reliability notes §1.3)."""

_USUAL_RUSH = "10:30:100"
_RUSH = "60:30:300"


def findings(server: Setup) -> Iterator[Finding]:
    """Yield what is found about sshd, for the account and for whoever comes in through sudo."""
    if not sshd_lines(server).is_done():
        said = _("{path} is missing, or not what this version of ijtui puts there.", path=server.sshd)
        yield Finding(False, said, in_turn(admin("install"), RELOAD))
    try:
        found = _in_force(server, server.account)
        yield from _account(server, found)
        yield from _people(server)
    except StorageFailed as failed:
        yield Finding(False, explain(failed), command("apt", "install", "openssh-server"))
        return
    yield from _advice(server, found)


def _account(server: Setup, found: Mapping[str, str]) -> Iterator[Finding]:
    wanted = {**_WANTED, "authorizedkeyscommand": str(server.places.authorized_keys)}
    others = {name: found.get(name, "") for name, value in wanted.items() if found.get(name, "none") != value}
    for name, value in others.items():
        said = _(
            "For {account} sshd has {name} {value}, and it should be {wanted}."
            " A line before ours says otherwise, or {folder} is not included.",
            account=server.account,
            name=name,
            value=value,
            wanted=wanted[name],
            folder=server.sshd.parent,
        )
        yield Finding(False, said, f"grep -rn -i {name} {command(server.sshd_config, server.sshd.parent)}")
    if not others:
        yield Finding(
            True, _("sshd lets {account} do nothing but start the program.", account=server.account)
        )


def _people(server: Setup) -> Iterator[Finding]:
    members = grp.getgrnam(server.group).gr_mem if has_group(server.group) else []
    for name in members[:1]:
        found = _in_force(server, name)
        if str(server.places.sudo_session) not in found.get("forcecommand", ""):
            said = _(
                "sshd doesn't lead {login} of the group {group} into the program.",
                login=name,
                group=server.group,
            )
            yield Finding(False, said, in_turn(admin("install"), RELOAD))
        else:
            yield Finding(True, _("sshd leads whoever is in the group {group} into it.", group=server.group))


def _advice(server: Setup, found: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what is better otherwise, and no hole as it is."""
    if any(name.startswith("LC_") for name in found.get("acceptenv", "").split()):
        said = _(
            "sshd takes LC_* variables from outside. The program drops them; better is not to take them."
        )
        mend = rf"sed -i 's/^\(AcceptEnv.*\) LC_\*/\1/' {command(server.sshd_config)}"
        yield Finding(True, said, in_turn(mend, RELOAD))
    if found.get("maxstartups") == _USUAL_RUSH:
        said = _("sshd turns people away when many come in within a minute, as on a Monday morning.")
        file = server.sshd.with_name("ijtui-rush.conf")
        yield Finding(True, said, in_turn(f"echo 'MaxStartups {_RUSH}' >{command(file)}", RELOAD))


def _in_force(server: Setup, login: str) -> dict[str, str]:
    """Return what sshd does for somebody, by the name of the setting; several values stand side by side.

    Raises:
        StorageFailed: there is no sshd, or it refuses its own settings.
    """
    who = f"user={login},host=localhost,addr=127.0.0.1"
    found: dict[str, str] = {}
    for line in ran("/usr/sbin/sshd", "-T", "-f", str(server.sshd_config), "-C", who).splitlines():
        name, _space, value = line.partition(" ")
        found[name] = f"{found[name]} {value}" if name in found else value
    return found
