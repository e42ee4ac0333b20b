"""Who may come in: names that are given again, and root's rights that leave no trace in the data."""

from __future__ import annotations

import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.admin.conftest import Server

YESTERDAY = (date.today() - timedelta(days=1)).isoformat()  # noqa: DTZ011 - the commands look at the wall, too
TOMORROW = (date.today() + timedelta(days=1)).isoformat()  # noqa: DTZ011 - as above


def test_everything_in_the_data_is_the_accounts(peopled: Server) -> None:
    for words in (["backup"], ["person", "list"], ["key", "list"], ["chain"], ["doctor"]):
        peopled.fine(*words)
    found = [peopled.places.data, *peopled.places.data.rglob("*")]
    assert len(found) > 3
    assert {place.stat().st_uid for place in found} == {peopled.uid}
    assert [place for place in found if place.stat().st_mode & 0o077] == []


def test_who_comes_in_is_listed_with_days_and_keys(peopled: Server) -> None:
    listed = peopled.fine("person", "list")
    assert [line.split()[0] for line in listed.splitlines()[1:]] == ["anna", "bo"]
    today = date.today().isoformat()  # noqa: DTZ011 - as above
    assert listed.splitlines()[2].split() == ["bo", "Bo", "Berg", today, "1", "17"]


def test_an_end_takes_the_keys_away_at_once(peopled: Server) -> None:
    assert len(peopled.answered()) == 2
    assert peopled.fine("person", "end", "bo") == "Bo Berg no longer comes in as bo. 1 key is out of use.\n"
    assert ["--user bo" in line for line in peopled.answered()] == [False]
    assert YESTERDAY in peopled.fine("person", "list")


def test_an_end_to_come_leaves_the_keys_until_then(peopled: Server) -> None:
    assert (
        peopled.fine("person", "end", "bo", "--on", TOMORROW) == f"Bo Berg comes in as bo until {TOMORROW}.\n"
    )
    assert len(peopled.answered()) == 2


def test_a_name_given_again_comes_with_no_key_and_no_setting(peopled: Server) -> None:
    peopled.fine("person", "end", "bo")
    settings = peopled.places.settings_of("bo")
    for place, text in (
        (peopled.places.keys_of("bo"), peopled.a_key().read_text()),
        (settings, "ascii = true\n"),
    ):
        place.parent.mkdir(exist_ok=True, mode=0o700)
        place.write_text(text)
    subprocess.run(["chown", "-R", peopled.account, settings.parent], check=True)
    peopled.fine("person", "add", "bo", "Bodil Bark")
    assert ["--user bo" in line for line in peopled.answered()] == [False]
    assert not settings.exists()
    names = [" ".join(line.split()[1:3]) for line in peopled.fine("person", "list").splitlines()[1:]]
    assert names == ["Anna Ahl", "Bo Berg", "Bodil Bark"]


def test_a_name_that_is_somebodys_keeps_its_keys(peopled: Server) -> None:
    said = peopled.admin("person", "add", "bo", "Bodil Bark")
    assert said.code == 1
    assert "bo is Bo Berg" in said.err
    assert len(peopled.answered()) == 2


@pytest.mark.parametrize("door", ["key", "sudo"])
def test_whoever_is_still_in_is_named_with_the_command_that_ends_it(peopled: Server, door: str) -> None:
    said_by_sshd, said_by_sudo = (["--user", "bo"], {}) if door == "key" else ([], {"SUDO_USER": "bo"})
    line = ["setpriv", f"--reuid={peopled.account}", "--clear-groups", str(peopled.python), "-I", "-c"]
    sitting = subprocess.Popen(
        [*line, "import sys; print(1, flush=True); sys.stdin.read()", *said_by_sshd],
        env=said_by_sudo,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd="/",
    )
    assert sitting.stdout
    assert sitting.stdin
    with sitting:
        sitting.stdout.readline()
        said = peopled.fine("person", "end", "bo")
        sitting.stdin.close()
    assert said.endswith(f"Somebody is still in as bo. End it with:\n    kill {sitting.pid}\n")


@pytest.mark.parametrize(
    "login", ["../../etc/passwd", "Bo", "bo berg", "-x", "", "b" * 33, 'x" ,command="id', "å"]
)
def test_what_is_no_login_name_is_not_understood(server: Server, login: str) -> None:
    for words in (["person", "add", "--", login, "Bo Berg"], ["person", "end", "--", login]):
        assert server.admin(*words).code == 2


@pytest.mark.parametrize("known", ["x", "-1", "999", "²"])
def test_a_number_that_is_nobodys_lets_nobody_in(peopled: Server, known: str) -> None:
    assert peopled.admin("person", "add", "eva", "Eva Ek", f"--person={known}").code == 1
    assert "eva" not in peopled.fine("person", "list")


def test_it_speaks_swedish_too(peopled: Server) -> None:
    english, swedish = (peopled.fine("person", "--help", "--language", code) for code in ("en", "sv"))
    assert "Say who may come in." in english
    assert english != swedish


def test_a_hostile_name_reaches_no_terminal(peopled: Server) -> None:
    said = peopled.fine("person", "add", "eva", "Eva \x1b]0;x\x07\u202eEk")
    listed = peopled.fine("person", "list")
    assert not {"\x1b", "\x07", "\u202e"} & set(said + listed)


def test_nothing_of_root_is_left_open_for_whoever_reads_the_folder(peopled: Server) -> None:
    found = [place for place in peopled.places.keys.iterdir() if place.suffix != ".pub"]
    assert found == []
    assert {Path(place).stat().st_mode & 0o777 for place in peopled.places.keys.iterdir()} == {0o644}
