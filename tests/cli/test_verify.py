"""`ijtui verify`: whether exported minutes hold the plan that was signed, and what differs."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ijtui.domain.conversation import Conversation
from ijtui.domain.goal import Responsible
from ijtui.minutes import Format, render
from tests.builders import Room, a_goal, a_room, an_action, an_outcome
from tests.cli.conftest import Ask

FORMS = {Format.MD: "md", Format.DOCUSAURUS: "mdx", Format.JSON: "json"}


@pytest.fixture
def room(surroundings: Path) -> Room:
    return a_room(surroundings)


def agreed(room: Room) -> Conversation:
    """A conversation that has an earlier plan behind it, a goal, an action, and words that Markdown knows."""
    before = room.desk.conversations.begin(room.me, room.book())
    earlier = room.desk.actions.add(room.me, before, an_action("Läs *allt* om a|b"))
    room.desk.conversations.conclude(room.me, before)
    room.clock.forward(days=300)
    talk = room.desk.conversations.begin(room.me, room.conversation)
    said = an_outcome(on=room.clock.now.date(), conversation=talk.id, achieved="Mycket\n\n# mer")
    room.desk.actions.evaluate(room.me, earlier, said)
    goal = room.desk.goals.add(room.me, talk, a_goal("Lär mig <b>SQL</b> {x}"))
    room.desk.actions.add(room.me, talk, an_action("Boka kursen", goal=goal.id))
    room.desk.actions.add(
        room.me, talk, an_action("Fråga runt", responsible=Responsible.OTHER, other="Driften")
    )
    return talk


def sign(room: Room, talk: Conversation) -> str:
    """Let both sign, and return the hash."""
    plan = room.desk.signing.freeze(room.me, talk).plan
    room.desk.signing.sign(room.me, talk, plan.hash, initials="MM")
    room.desk.signing.sign(room.me, talk, plan.hash, "Inte före maj", signer=room.employee, initials="EE")
    return plan.hash


def export(room: Room, talk: Conversation, form: Format, folder: Path) -> Path:
    file = folder / f"minutes.{FORMS[form]}"
    file.write_text(render(room.desk.plans.record(room.me, talk.id), form), "utf-8")
    return file


@pytest.fixture
def talk(room: Room) -> Conversation:
    return agreed(room)


@pytest.mark.parametrize("form", FORMS)
def test_minutes_of_a_signed_plan_are_the_signed_text(
    ask: Ask, room: Room, talk: Conversation, tmp_path: Path, form: Format
) -> None:
    hash_ = sign(room, talk)
    said = ask("verify", export(room, talk, form, tmp_path))
    assert (said.code, said.err) == (0, "")
    assert f"Version 1 · {hash_[:4]} {hash_[4:8]} {hash_[8:12]}" in said.out
    assert "Maria Månsson signed" in said.out
    assert "Erik Ek signed" in said.out
    assert "initials EE, with a reservation: Inte före maj" in said.out
    assert "The plan in the file is the signed text." in said.out
    assert f"Compared with the version in {room.desk.store.path}." in said.out


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Boka kursen", "Ställ in kursen"),
        ("2027-05-31", "2029-05-31"),
        ("Driften", "Ingen"),
        ("Svar under 200 ms", "Svar"),
    ],
)
def test_one_word_that_somebody_changed_is_shown(
    ask: Ask, room: Room, talk: Conversation, tmp_path: Path, form: Format, was: str, now: str
) -> None:
    sign(room, talk)
    file = export(room, talk, form, tmp_path)
    text = file.read_text("utf-8")
    assert was in text
    file.write_text(text.replace(was, now, 1) if form is not Format.JSON else text.replace(was, now), "utf-8")
    said = ask("verify", file)
    assert said.code == 1
    assert [line for line in said.out.splitlines() if line.startswith("-") and was in line]
    assert [line for line in said.out.splitlines() if line.startswith("+") and now in line]


@pytest.mark.parametrize("form", FORMS)
def test_what_was_agreed_anew_after_it_was_signed_is_shown(
    ask: Ask, room: Room, talk: Conversation, tmp_path: Path, form: Format
) -> None:
    sign(room, talk)
    [goal] = room.desk.goals.of(room.me, talk)
    room.desk.goals.change(room.me, replace(goal, measure="300 ms"))
    file = export(room, talk, form, tmp_path)
    if form is not Format.JSON:
        assert "efter att den här versionen" in file.read_text() or "changed after this" in file.read_text()
    said = ask("verify", file)
    assert said.code == 1
    assert "300 ms" in said.out


@pytest.mark.parametrize("form", FORMS)
def test_progress_and_what_happens_later_are_no_difference(
    ask: Ask, room: Room, talk: Conversation, tmp_path: Path, form: Format
) -> None:
    sign(room, talk)
    file = export(room, talk, form, tmp_path)
    [goal] = room.desk.goals.of(room.me, talk)
    with room.desk.store.writing():
        room.desk.store.db.execute("UPDATE main.goal SET progress = 60 WHERE id = ?", [goal.id])
    assert ask("verify", file).code == 0
    assert ask("verify", export(room, talk, form, tmp_path)).code == 0


def test_a_file_that_editors_and_mail_have_been_at_is_still_the_same(
    ask: Ask, room: Room, talk: Conversation, tmp_path: Path
) -> None:
    sign(room, talk)
    file = export(room, talk, Format.MD, tmp_path)
    text = file.read_text("utf-8").replace("\n", "  \r\n")
    file.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert ask("verify", file).code == 0


# JSON without a database


def as_json(room: Room, talk: Conversation, tmp_path: Path) -> tuple[Path, Any]:
    file = export(room, talk, Format.JSON, tmp_path)
    return file, json.loads(file.read_text("utf-8"))


def test_json_can_be_checked_alone_and_says_what_that_is_worth(
    ask: Ask, room: Room, talk: Conversation, tmp_path: Path
) -> None:
    hash_ = sign(room, talk)
    file, _data = as_json(room, talk, tmp_path)
    for words in (("--alone",), ("--db", tmp_path / "none.db")):
        said = ask("verify", file, *words)
        assert said.code == 0
        assert "Checked by what the file itself carries" in said.out
        assert hash_ in said.out
        assert "Erik Ek signed" in said.out


def test_a_signed_text_that_was_changed_does_not_fit_its_hash(
    ask: Ask, room: Room, talk: Conversation, tmp_path: Path
) -> None:
    sign(room, talk)
    file, data = as_json(room, talk, tmp_path)
    for goals in (data["goals"], data["signed"]["text"]["goals"]):
        goals[0]["title"] = "Annat"
    file.write_text(json.dumps(data), "utf-8")
    said = ask("verify", file, "--alone")
    assert said.code == 1
    assert "SHA-256 is another" in said.out


def test_a_file_that_was_made_up_whole_is_found_by_the_database(
    ask: Ask, room: Room, talk: Conversation, tmp_path: Path
) -> None:
    from ijtui.domain.plan_text import read

    sign(room, talk)
    file, data = as_json(room, talk, tmp_path)
    for goals in (data["goals"], data["signed"]["text"]["goals"]):
        goals[0]["title"] = "Annat"
    data["signed"]["hash"] = read(json.dumps(data["signed"]["text"])).hash()
    file.write_text(json.dumps(data), "utf-8")
    assert ask("verify", file, "--alone").code == 0, "alone nobody can know"
    said = ask("verify", file)
    assert said.code == 1
    assert "from elsewhere, or made up" in said.out


def test_how_the_json_is_laid_out_means_nothing(
    ask: Ask, room: Room, talk: Conversation, tmp_path: Path
) -> None:
    sign(room, talk)
    file, data = as_json(room, talk, tmp_path)
    file.write_text(json.dumps(dict(reversed(data.items())), indent=7, ensure_ascii=True), "utf-8")
    assert ask("verify", file).code == 0


def test_markdown_needs_the_database(ask: Ask, room: Room, talk: Conversation, tmp_path: Path) -> None:
    sign(room, talk)
    said = ask("verify", export(room, talk, Format.MD, tmp_path), "--alone")
    assert said.code != 0
    assert "the database it came from is needed" in said.err


@pytest.mark.parametrize(
    ("contents", "said"),
    [
        ("# Minutes\n", "holds no signed plan"),
        ("{}", "can't be understood"),
        ('{"signed": 1', "can't be understood"),
        ("{" * 100_000, "can't be understood"),
        ("\x00\xff", "holds no signed plan"),
    ],
)
def test_what_is_no_signed_minutes_is_said(
    ask: Ask, room: Room, tmp_path: Path, contents: str, said: str
) -> None:
    file = tmp_path / "file.md"
    file.write_text(contents, "utf-8")
    answer = ask("verify", file)
    assert answer.code != 0
    assert said in answer.err
    assert "Traceback" not in answer.err


def test_a_file_that_is_not_there_is_said(ask: Ask, room: Room, tmp_path: Path) -> None:
    assert "can't be read" in ask("verify", tmp_path / "gone.md").err
