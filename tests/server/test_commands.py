"""What may be asked for at the door, over a real sshd: it works, and lands on the caller's machine."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.server.host import Host
from tests.server.shared_file import SECRET


def test_minutes_come_as_they_are(host: Host) -> None:
    done = host.door.ask("minutes 1")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("# ")
    assert "Bo Berg" in done.stdout.decode()
    assert json.loads(host.door.ask("minutes 1 --format json").stdout)


def test_lists_come_for_people_and_for_programs(host: Host) -> None:
    assert "Bo Berg" in host.door.ask("list conversations").stdout.decode()
    assert json.loads(host.door.ask("list people --json").stdout)[0]["name"] == "Anna Ahl"


def test_what_one_writes_comes_from_the_line_or_the_standard_input(host: Host) -> None:
    assert "Only you see it" in host.door.ask("log 'hej du' --tag demo").stdout.decode()
    assert "från filen" in host.door.ask("log", text="från filen\n".encode()).stdout.decode()
    assert "från filen" in host.door.ask("mine").stdout.decode()


def test_both_doors_give_and_take_the_same(host: Host) -> None:
    assert host.own.ask("log", text="rad ett\nrad två\n".encode()).returncode == 0
    mine = host.own.ask("mine").stdout.decode()
    assert "rad två" in mine
    assert "\r" not in mine
    lists = [way.ask("list people --json").stdout for way in (host.door, host.own)]
    assert json.loads(lists[0])
    assert b"\r" not in lists[1]


def test_today_and_the_figure_answer(host: Host) -> None:
    assert [host.door.ask(command).returncode for command in ("today", "figure", "figure --json")] == [
        0,
        0,
        0,
    ]


def test_counts_that_go_on_to_others_come_to_the_output_alone(host: Host) -> None:
    assert host.door.ask("figure --work-environment --format json").returncode == 0
    said = host.door.ask("figure --report -")
    assert said.returncode == 0 or b"nothing to report" in said.stderr
    refused = [host.door.ask(f"figure --report {file}") for file in ("x.json", "/tmp/x.json")]
    assert [(said.returncode, said.stdout) for said in refused] == [(2, b"")] * 2
    assert host.door.ask("figure --merge x.json").returncode == 2


def test_rounds_are_shown_to_all_and_made_by_few(host: Host) -> None:
    assert host.door.ask("round list --format json").stdout == b"[]\n"
    refused = host.door.ask("round open 'Hösten' --first 2026-09-01 --last 2026-10-31")
    assert (refused.returncode, refused.stderr.count(b"\n")) == (1, 1)
    assert b"made by HR" in refused.stderr


def test_the_list_of_people_is_hrs_and_comes_through_the_standard_input(host: Host) -> None:
    for command in ("people export", "people import --dry-run", "people import folk.csv"):
        refused = host.door.ask(command, text=b"namn\nBo Berg\n")
        assert (refused.returncode, refused.stdout, refused.stderr.count(b"\n")) == (1, b"", 1)
        assert b"HR" in refused.stderr


def test_nobody_gets_what_only_another_may_see(host: Host) -> None:
    commands = ("minutes 1", "minutes 1 --format json", "mine", "mine --format json", "plan 1", "today")
    assert not [command for command in commands if SECRET.encode() in host.door.ask(command).stdout]
    plain = host.plain.ask(f"SSH_ORIGINAL_COMMAND=mine {host.places.session} --user bo")
    assert SECRET.encode() in plain.stdout


def test_a_plan_is_signed_with_ones_own_key(host: Host, tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    plan.write_bytes(host.door.ask("plan 1").stdout)
    call = ["ssh-keygen", "-q", "-Y", "sign", "-n", "plan@ijtui"]
    subprocess.run([*call, "-f", host.unknown.key, plan], check=True, capture_output=True)
    signature = plan.with_suffix(".json.sig")
    assert host.door.ask("sign 1", text=signature.read_bytes()).returncode == 1
    signature.unlink()
    subprocess.run([*call, "-f", host.door.key, plan], check=True, capture_output=True)
    done = host.door.ask("sign 1", text=signature.read_bytes())
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"version 1" in done.stdout


def test_without_a_command_and_a_terminal_there_is_one_sentence(host: Host) -> None:
    done = host.door.ask(None, "-T")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
    assert b"ssh -t" in done.stderr


def test_what_is_not_understood_is_one_sentence(host: Host) -> None:
    for command in (
        "minutes",
        "minutes x",
        "minutes 1 2",
        "list",
        "list x",
        "nonsense",
        "''",
        "minutes 1 --db x",
    ):
        done = host.door.ask(command)
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1), command


def test_whoever_has_no_account_any_more_is_refused(host: Host) -> None:
    done = host.plain.ask(f"SSH_ORIGINAL_COMMAND=today {host.places.session} --user nobody-any-more")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"has no account here" in done.stderr
