"""The second door, as sudo's own checker sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ijtui.admin.advice import admin
from ijtui.admin.parts import sudo_lines
from ijtui.admin.setup import Setup
from ijtui.admin.steps import ran
from ijtui.errors import StorageFailed
from ijtui.services.doctor import Finding
from ijtui.services.doctor.finding import command
from ijtui.words import _, explain


def findings(server: Setup) -> Iterator[Finding]:
    """Yield what is found about sudo's lines."""
    if not sudo_lines(server).is_done():
        said = _("{path} is missing, or not what this version of ijtui puts there.", path=server.sudoers)
        yield Finding(False, said, admin("install"))
        return
    try:
        ran("visudo", "-c", "-f", str(server.sudoers))
    except StorageFailed as failed:
        yield Finding(False, explain(failed), admin("install"))
        return
    if not _is_included(server):
        said = _("{file} does not include {folder}.", file=server.sudoers_all, folder=server.sudoers.parent)
        line = f"@includedir {server.sudoers.parent}"
        yield Finding(False, said, f"echo {command(line)} | EDITOR='tee -a' visudo")
        return
    yield Finding(True, _("sudo lets people start the program, without arguments, and nothing else."))


def _is_included(server: Setup) -> bool:
    try:
        text = server.sudoers_all.read_text("utf-8", "replace")
    except OSError:
        return False
    folder = re.escape(str(server.sudoers.parent))
    return re.search(rf"^[#@]includedir\s+{folder}\s*$", text, re.MULTILINE) is not None
