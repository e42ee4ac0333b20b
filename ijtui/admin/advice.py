"""The commands that our sentences tell root to run, ready to be pasted into a shell."""

from __future__ import annotations

from pathlib import Path

from ijtui.services.doctor.finding import command


def admin(*words: object) -> str:
    """Return a command of this program."""
    return command("ijtui-admin", *words)


def in_turn(*commands: str) -> str:
    """Return commands of which each is run if the one before it worked."""
    return " && ".join(commands)


def roots_alone(place: Path, mode: str) -> str:
    """Return what makes a place root's, with that mode."""
    return in_turn(command("chown", "root", place), command("chmod", mode, place))


RELOAD = in_turn(command("sshd", "-t"), command("systemctl", "reload", "ssh"))
"""Lets sshd read its settings anew, if they make sense."""
