"""What root puts on the server so that people can come in: three small programs, and lines for sshd and sudo.

Each is a text made from `Places`; the administrator's command writes them, and the tests of the doors let a
real sshd and a real sudo read the very same ones. Reasons for the lines: reliability notes §1.3, §1.4.
"""

from __future__ import annotations

from pathlib import Path

from ijtui.server.places import ACCOUNT, GROUP, Places

_PROGRAM = """\
#!{interpreter} -I
# Made by ijtui-admin install. The -I keeps everything that a caller could bring along out of Python.
from pathlib import Path

from ijtui.server.{module} import main
from ijtui.server.places import Places

raise SystemExit(main(Places({places})))
"""

_SSHD = """\
# {file}, made by ijtui-admin install
Match User {account}
    AuthenticationMethods publickey
    PubkeyAuthentication yes
    PasswordAuthentication no
    KbdInteractiveAuthentication no
    # A key that came in any other way would have no forced command.
    AuthorizedKeysFile none
    AuthorizedKeysCommand {keys}
    AuthorizedKeysCommandUser nobody
    # The session compares the key with the person.
    ExposeAuthInfo yes
    DisableForwarding yes
    PermitTTY yes
    PermitUserRC no
    PermitTunnel no
    MaxSessions 1
    ClientAliveInterval 30
    ClientAliveCountMax 4

Match Group {group}
    ForceCommand /usr/bin/sudo -n -u {account} -- {sudo_session}
    DisableForwarding yes
    PermitUserRC no
    PermitTunnel no
    ClientAliveInterval 30
    ClientAliveCountMax 4

Match all
"""

_SUDOERS = """\
# {file}, made by ijtui-admin install; "" means: no arguments
Defaults!{sudo_session} env_reset, use_pty, !requiretty
Defaults!{sudo_session} env_keep="LANG TERM COLORTERM SSH_CONNECTION SSH_ORIGINAL_COMMAND"
%{group} ALL=({account}) NOPASSWD: {sudo_session} ""
"""


def program(interpreter: Path, module: str, places: Places) -> str:
    """Return what lies in `Places.library`, root's and 0755: `session`, `sudo_session` or `keys`.

    Args:
        interpreter: Python of the environment that ijtui is installed in, readable by everybody.
        module: "session", "sudo_session", or "keys" for `Places.authorized_keys`.
        places: where everything lies.
    """
    lies = ", ".join(f"Path({str(path)!r})" for path in (places.etc, places.library, places.data))
    return _PROGRAM.format(interpreter=interpreter, module=module, places=lies)


def sshd(places: Places, file: Path, account: str = ACCOUNT, group: str = GROUP) -> str:
    """Return the lines for sshd: both doors, with nothing forwarded at either."""
    return _SSHD.format(
        file=file, account=account, group=group, keys=places.authorized_keys, sudo_session=places.sudo_session
    )


def sudoers(places: Places, file: Path, account: str = ACCOUNT, group: str = GROUP) -> str:
    """Return the lines for sudo: one command, as one account, without arguments."""
    return _SUDOERS.format(file=file, account=account, group=group, sudo_session=places.sudo_session)
