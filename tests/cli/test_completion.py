"""Completion in a shell: commands, options and names, without loading more than is asked about."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

Process = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_script_for_each_shell(process: Process, shell: str) -> None:
    if shell == "bash" and subprocess.run(["bash", "-c", ":"], check=False).returncode:
        pytest.skip("the machine has no bash")
    done = process(env={"_IJTUI_COMPLETE": f"{shell}_source"})
    assert done.returncode == 0
    assert b"_IJTUI_COMPLETE" in done.stdout


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("ijtui mi", {"minutes", "mine"}),
        (
            "ijtui ",
            {
                "demo",
                "today",
                "calendar",
                "list",
                "log",
                "journal",
                "minutes",
                "template",
                "competence",
                "backup",
                "restore",
                "doctor",
                "figure",
                "handover",
                "people",
                "round",
                "mine",
                "plan",
                "prep",
                "sign",
                "verify",
                "extract",
                "hold",
                "weed",
            },
        ),
        ("ijtui list ", {"people", "conversations", "actions", "goals"}),
        ("ijtui list c", {"conversations"}),
        ("ijtui minutes --fo", {"--force", "--format"}),
        ("ijtui minutes --format d", {"docusaurus"}),
        ("ijtui --language s", {"sv"}),
        ("ijtui template s", {"show"}),
        ("ijtui comp", {"competence"}),
        ("ijtui demo --", {"--fill", "--size", "--language", "--help"}),
    ],
)
def test_a_beginning_is_completed(process: Process, typed: str, offered: set[str]) -> None:
    words = {"COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    done = process(env={"_IJTUI_COMPLETE": "bash_complete", **words})
    assert {line.partition(",")[2] for line in done.stdout.decode().split()} == offered
    assert done.stderr == b""
