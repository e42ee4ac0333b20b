"""A handover from the shell: sealed out of one file, looked at and taken into another."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pexpect
import pyrage
import pytest

from ijtui.domain.person import Part
from ijtui.services.desk import Desk
from tests.builders import FixedClock, Room, a_desk, a_room, an_action, shared
from tests.cli.conftest import Ask
from tests.sealing import sealed_cheaply


@dataclass
class Two:
    """Maria's file with an agreement of Erik's, Sara's empty one, and Sara's key."""

    room: Room
    sara: Path
    key: Path
    public: str
    sealed: Path

    @property
    def maria(self) -> Path:
        return self.room.desk.store.path

    def send(self, ask: Ask, *more: str) -> str:
        """Write the sealed file and return what was said."""
        said = ask(
            "handover", "export", "Erik Ek", "--to", str(self.sealed), "--recipient", self.public,
            "--successor", "Sara Sten", *more, "--db", str(self.maria),
        )  # fmt: skip
        assert said.code == 0, said.err
        return said.out

    def take(self, ask: Ask, *more: str) -> str:
        """Take the sealed file in and return what was said."""
        said = ask(
            "handover", "import", str(self.sealed), "--identity", str(self.key), *more, "--db", str(self.sara)
        )
        assert said.code == 0, said.err
        return said.out


@pytest.fixture
def two(surroundings: Path) -> Iterator[Two]:
    folder = surroundings
    room = a_room(folder, FixedClock(), name="maria.db")
    talk = room.desk.conversations.begin(room.me, room.conversation)
    room.desk.actions.add(room.me, talk, an_action("Boka kursen"))
    room.write(room.me, shared(), "Beslut skrivs i kanalen")
    room.desk.conversations.conclude(room.me, room.desk.conversations.get(room.me, talk.id))
    sara: Desk = a_desk(folder, name="sara.db")
    sara.people.first_run("Sara Sten", Part.MANAGER)
    sara.close()
    key = pyrage.x25519.Identity.generate()
    (folder / "key.txt").write_text(f"# public key: {key.to_public()}\n{key}\n")
    yield Two(room, folder / "sara.db", folder / "key.txt", str(key.to_public()), folder / "erik.age")
    room.desk.close()


def test_it_goes_from_one_file_to_the_other(two: Two, ask: Ask) -> None:
    receipt = two.send(ask, "--with", "notes")
    assert "Boka kursen" in receipt
    assert stat.S_IMODE(two.sealed.stat().st_mode) == 0o600
    assert b"Boka kursen" not in two.sealed.read_bytes()
    looked = two.take(ask, "--dry-run")
    assert "Erik Ek is new here" in looked
    assert ask("list", "actions", "--db", str(two.sara)).out == ""
    two.take(ask, "--yes")
    assert "Boka kursen" in ask("list", "actions", "--db", str(two.sara)).out
    everything = ask("handover", "show", "1", "--all", "--db", str(two.sara)).out
    assert "Beslut skrivs i kanalen" in everything
    assert "Maria Månsson" in everything
    assert "nothing changes" in two.take(ask, "--yes")


def test_notes_stay_where_nobody_chose_them(two: Two, ask: Ask) -> None:
    receipt = two.send(ask)
    assert "Shared notes (1)" in receipt.partition("What did not go on")[2]
    two.take(ask, "--yes")
    assert "Beslut" not in ask("handover", "show", "1", "--all", "--db", str(two.sara)).out


def test_the_same_is_written_again_where_the_file_was_lost(two: Two, ask: Ask) -> None:
    two.send(ask)
    two.sealed.unlink()
    two.send(ask)
    two.take(ask, "--yes")
    two.sealed.unlink()
    two.send(ask)
    assert "nothing changes" in two.take(ask)


def test_the_open_agreement_is_the_successors_from_that_day(two: Two, ask: Ask) -> None:
    assert "Boka kursen" in ask("list", "actions", "--db", str(two.maria)).out
    two.send(ask)
    assert ask("list", "actions", "--db", str(two.maria)).out == ""
    listed = ask("handover", "list", "--db", str(two.maria)).out
    assert "handed over" in listed


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ((), "--recipient"),
        (("--recipient", "age1x"), "no public key"),
        (("--passphrase",), "asked for at the terminal"),
        (("--recipient", "age1x", "--passphrase"), "--recipient"),
    ],
)
def test_nothing_is_handed_over_where_it_can_not_be_sealed(
    two: Two, ask: Ask, more: tuple[str, ...], said: str
) -> None:
    to = ("--to", str(two.sealed), "--successor", "Sara Sten")
    refused = ask("handover", "export", "Erik Ek", *to, *more, "--db", str(two.maria))
    assert refused.code != 0
    assert said in refused.err
    assert refused.err.count("\n") == 1
    assert not two.sealed.exists()
    assert "no handover" in ask("handover", "list", "--db", str(two.maria)).err


def test_a_place_that_is_taken_is_said_before_anything_is_handed_over(two: Two, ask: Ask) -> None:
    two.sealed.write_text("mitt")
    options = ("--to", str(two.sealed), "--recipient", two.public, "--successor", "Sara Sten")
    refused = ask("handover", "export", "Erik Ek", *options, "--db", str(two.maria))
    assert "exists already" in refused.err
    assert "no handover" in ask("handover", "list", "--db", str(two.maria)).err


@pytest.mark.parametrize("data", [b"", b"hej", b"\0" * 500, b"age-encryption.org/v1\n-> scrypt x 99\nx\n"])
def test_what_is_no_sealed_handover_is_one_sentence_and_changes_nothing(
    two: Two, ask: Ask, data: bytes
) -> None:
    two.sealed.write_bytes(data)
    before = two.sara.read_bytes()
    options = ("--identity", str(two.key), "--yes", "--db", str(two.sara))
    refused = ask("handover", "import", str(two.sealed), *options)
    assert refused.code != 0
    assert refused.err.count("\n") == 1
    assert "Traceback" not in refused.err
    assert two.sara.read_bytes() == before


def test_another_key_and_another_document_are_one_sentence(two: Two, ask: Ask) -> None:
    other = pyrage.x25519.Identity.generate()
    two.send(ask)
    two.key.write_text(str(other))
    refused = ask("handover", "import", str(two.sealed), "--identity", str(two.key), "--db", str(two.sara))
    assert "can't be opened" in refused.err
    two.sealed.write_bytes(pyrage.encrypt(b'{"a": 1}', [other.to_public()]))
    refused = ask("handover", "import", str(two.sealed), "--identity", str(two.key), "--db", str(two.sara))
    assert "no handover that ijtui has written" in refused.err
    assert refused.err.count("\n") == 1


def test_whom_it_is_about_is_asked_where_two_have_the_name(two: Two, ask: Ask) -> None:
    two.send(ask)
    desk = a_desk(two.sara.parent, name="sara.db")
    me = desk.people.all(two.room.me)[0]
    for _time in range(2):
        desk.people.add(me, two.room.employee)
    desk.close()
    options = ("--identity", str(two.key), "--yes", "--db", str(two.sara))
    refused = ask("handover", "import", str(two.sealed), *options)
    assert "--person NUMBER" in refused.err
    assert ask("handover", "import", str(two.sealed), "--person", "3", *options).code == 0


def test_a_receipt_is_not_there_before_the_day(two: Two, ask: Ask) -> None:
    room = two.room
    successor = room.desk.people.add(room.me, room.desk.people.get(room.me, 2))
    day = room.clock.now.date() + timedelta(days=36_500)
    room.desk.handovers.begin(room.me, room.employee, room.me, successor, day)
    refused = ask("handover", "show", "1", "--db", str(two.maria))
    assert "not taken place yet" in refused.err


def test_a_passphrase_is_asked_for_and_not_shown(two: Two, ask: Ask) -> None:
    two.send(ask)
    body = pyrage.decrypt(
        two.sealed.read_bytes(), [pyrage.x25519.Identity.from_str(two.key.read_text().split()[-1])]
    )
    two.sealed.write_bytes(sealed_cheaply(body, "tre ord på rad"))
    words = ["-m", "ijtui", "handover", "import", str(two.sealed), "--yes", "--db", str(two.sara)]
    child = pexpect.spawn(sys.executable, words, encoding="utf-8", timeout=30)
    child.expect("Passphrase of the file")
    child.sendline("tre ord på rad")
    child.expect("It is saved")
    child.expect(pexpect.EOF)
    assert "tre ord" not in (child.before or "")
    child.close()
    assert child.exitstatus == 0
