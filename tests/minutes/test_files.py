"""A file of minutes appears whole, for its owner alone, and takes nobody's place by mistake."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ijtui.domain.person import Person
from ijtui.errors import BadInput, StorageFailed
from ijtui.minutes import Format
from ijtui.minutes.files import file_name, write_new
from ijtui.minutes.names import ascii_slug
from tests.minutes.build import a_conversation, a_record, an_empty_record

NO_ROOM = """
import resource, sys
from pathlib import Path
from ijtui.errors import StorageFailed
from ijtui.minutes.files import write_new
resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
try:
    write_new(Path(sys.argv[1]), "far more than ten bytes", force="force" in sys.argv)
except StorageFailed as error:
    sys.exit(str(error))
"""


AS_NOBODY = """
import os, sys
from pathlib import Path
from ijtui.errors import StorageFailed
from ijtui.minutes.files import write_new
if os.geteuid() == 0:
    os.setuid(65534)  # root may write everywhere
try:
    write_new(Path(sys.argv[1]), "new")
except StorageFailed as error:
    sys.exit(str(error))
"""


def write_where_there_is_no_room(path: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", NO_ROOM, str(path), *arguments], capture_output=True, text=True
    )
    assert done.returncode == 1
    return done.stderr


@pytest.mark.parametrize(
    ("form", "ending"),
    [(Format.MD, "md"), (Format.DOCUSAURUS, "mdx"), (Format.SHORT, "txt"), (Format.JSON, "json")],
)
def test_a_file_is_named_after_number_day_and_person(form: Format, ending: str) -> None:
    assert file_name(a_record(), form) == f"minutes-12-2026-11-21-asa-berg.{ending}"


def test_a_name_says_only_what_is_known() -> None:
    assert file_name(an_empty_record(), Format.MD) == "minutes-12-asa-berg.md"
    nobody = a_record(conversation=a_conversation(employee=Person("…", id=2), starts=None))
    assert file_name(nobody, Format.MD) == "minutes-12.md"


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Åsa Öberg-Ek", "asa-oberg-ek"),
        ("Märta Ädel", "marta-adel"),
        ("Søren Æbelø", "soren-aebelo"),
        ("José Łuk Groß", "jose-luk-gross"),
        ("../../etc/passwd", "etc-passwd"),
        ("-rf\x00 \n$(x)", "rf-x"),
        ("王小明", ""),
        ("a" * 300, "a" * 60),
    ],
)
def test_a_slug_holds_plain_letters_only(name: str, slug: str) -> None:
    assert ascii_slug(name) == slug


def test_a_new_file_is_whole_and_private(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    write_new(path, "# Åsa\n")
    assert path.read_bytes() == b"# \xc3\x85sa\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_in_the_present_folder_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_new(Path("minutes.md"), "x")
    assert (tmp_path / "minutes.md").read_text() == "x"


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    path.write_text("old")
    with pytest.raises(BadInput, match="exists already") as refused:
        write_new(path, "new")
    assert str(path) in str(refused.value)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_force_replaces_a_file_and_makes_it_private(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    path.write_text("old")
    path.chmod(0o644)
    write_new(path, "new", force=True)
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_force_needs_nothing_to_replace(tmp_path: Path) -> None:
    write_new(tmp_path / "minutes.md", "new", force=True)
    assert (tmp_path / "minutes.md").read_text() == "new"


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("kind", ["link", "dangling", "fifo", "folder"])
def test_a_link_a_pipe_or_a_folder_is_left_alone(tmp_path: Path, kind: str, force: bool) -> None:
    path, target = tmp_path / "minutes.md", tmp_path / "target"
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(target)
    if kind == "link":
        target.write_text("theirs")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(BadInput, match="left alone"):
        write_new(path, "new", force=force)
    assert sorted(tmp_path.iterdir()) == before
    assert kind != "link" or target.read_text() == "theirs"


def test_a_linked_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "linked").symlink_to(tmp_path / "real")
    with pytest.raises(BadInput, match=f"Give the folder itself: {tmp_path / 'real'}"):
        write_new(tmp_path / "linked" / "minutes.md", "new")
    assert list((tmp_path / "real").iterdir()) == []


@pytest.mark.parametrize("inside", ["missing", "file"])
def test_a_folder_that_is_none_is_named(tmp_path: Path, inside: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(BadInput, match=f"There is no folder {tmp_path / inside}"):
        write_new(tmp_path / inside / "minutes.md", "new")


@pytest.mark.parametrize("force", [False, True])
def test_a_name_that_is_too_long_is_refused(tmp_path: Path, force: bool) -> None:
    with pytest.raises(BadInput, match="too long"):
        write_new(tmp_path / ("å" * 200), "new", force=force)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("name", "said"), [("a\0b", "NUL"), ("..", "no name"), ("", "left alone|no name")])
def test_what_is_no_name_is_refused(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        write_new(tmp_path / name, "new")
    assert list(tmp_path.iterdir()) == []


def test_a_sentence_shows_no_control_characters_of_a_name(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        write_new(tmp_path / "a\x1b[31m" / "b", "new")
    assert "\x1b" not in str(refused.value)


def test_a_folder_of_others_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(tmp_path / "minutes.md")], capture_output=True, text=True
    )
    assert done.stderr.startswith(f"You may not write in the folder {tmp_path}.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="needs a folder where nobody can write")
def test_a_folder_where_nobody_can_write_is_refused() -> None:
    with pytest.raises((StorageFailed, BadInput)) as refused:
        write_new(Path("/proc/minutes.md"), "new")
    assert "/proc" in str(refused.value)


@pytest.mark.parametrize("arguments", [[], ["force"]], ids=["new", "force"])
def test_without_room_nothing_is_left_behind(tmp_path: Path, arguments: list[str]) -> None:
    path = tmp_path / "minutes.md"
    if arguments:
        path.write_text("old")
    assert "There is no room left" in write_where_there_is_no_room(path, *arguments)
    assert [there.read_text() for there in tmp_path.iterdir()] == (["old"] if arguments else [])


def test_a_byte_that_was_never_decoded_doesnt_stop_the_writing(tmp_path: Path) -> None:
    write_new(tmp_path / "minutes.md", "a\udce5b")
    assert (tmp_path / "minutes.md").read_text() == "a?b"
