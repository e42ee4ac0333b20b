"""What settings.toml may say, and that saving leaves alone what nobody changed."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ijtui.errors import BadInput, StorageFailed
from ijtui.settings import EXPECTED, Settings, load, read, save
from ijtui.words import default_language

MINE = """\
# Åsas inställningar
theme = 'light'   # dagsljus

mouse   =   false

# egna tangenter
[keys]
new = "ctrl+n"    # som i andra program
"conversation.park" = "f8"
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(MINE, "utf-8")
    return path


def test_without_a_file_everything_is_as_usual(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == Settings("", "dark", True, False, {})


def test_a_file_says_what_differs_from_the_usual(mine: Path) -> None:
    assert load(mine) == Settings(
        theme="light", mouse=False, keys={"new": "ctrl+n", "conversation.park": "f8"}
    )


def test_an_id_with_dots_needs_no_quotes() -> None:
    assert read('[keys]\nconversation.park = "f8"').keys == {"conversation.park": "f8"}


def test_a_sign_and_its_name_are_the_same_key() -> None:
    assert read('[keys]\nsearch = "/"\nhelp = "f1, ?"').keys == {
        "search": "slash",
        "help": "f1,question_mark",
    }


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b'\xef\xbb\xbftheme = "contrast"\r\nmouse = false\r\n')
    assert load(path) == Settings(theme="contrast", mouse=False)


@pytest.mark.parametrize(("written", "meant"), [('"off"', False), ("0", False), ('"yes"', True)])
def test_yes_and_no_may_be_written_in_other_ways(written: str, meant: bool) -> None:
    assert read(f"mouse = {written}").mouse is meant


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('language = "sv"\ntheme = "brown"', 2, EXPECTED["theme"]),
        ('language = "no"', 1, EXPECTED["language"]),
        ("language = 1", 1, EXPECTED["language"]),
        ('\n\nmouse = "perhaps"', 3, EXPECTED["mouse"]),
        ("ascii = []", 1, EXPECTED["ascii"]),
        ('keys = "ctrl+n"', 1, EXPECTED["keys"]),
        ("mouse = true\n[keys]\n\nnew = 3", 4, EXPECTED["keys"]),
        ('[keys]\na.b = "f8"\nc.d = "ctrl+alt+x"', 3, "“ctrl+alt+x” needs AltGr or a dead key"),
        ("theme: light", 1, "This line can't be read."),
        ("mouse = true\ntheme = light", 2, "This line can't be read."),
        ('mouse = true\ntheme = "light', 2, "This line can't be read."),
        ("mouse = true\n\n[keys", 3, "This line can't be read."),
        ('thème = "light"', 1, "This line can't be read."),
        ('mouse = true\ntheem = "light"', 2, "There is no setting “theem”. Did you mean “theme”?"),
        ("[window]\nwidth = 80", 1, "There is no setting “window”. There are: language, theme, mouse"),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_was_expected(text: str, line: int, says: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(text, "settings.toml")
    assert (caught.value.source, caught.value.line) == ("settings.toml", line)
    assert str(caught.value).startswith(says)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes('# Åsa\ntheme = "dark"'.encode("latin-1"))
    with pytest.raises(BadInput, match="UTF-8"):
        load(path)


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed, match="can't be read: Is a directory"):
        load(tmp_path)


def test_saving_touches_only_the_lines_that_change(mine: Path) -> None:
    keys = {"new": "ctrl+n", "conversation.park": "f9", "search": "/"}
    assert save(mine, {"theme": "contrast", "keys": keys}) == load(mine)
    assert mine.read_text("utf-8") == MINE.replace("'light'", '"contrast"').replace("f8", "f9") + (
        'search = "slash"\n'
    )


def test_a_key_that_is_given_back_loses_its_line(mine: Path) -> None:
    save(mine, {"keys": {"new": "ctrl+n"}})
    assert mine.read_text("utf-8") == MINE.replace('"conversation.park" = "f8"\n', "")


def test_saving_what_is_already_so_changes_nothing(mine: Path) -> None:
    save(mine, {"theme": "light", "language": ""})
    assert mine.read_text("utf-8") == MINE


def test_a_new_setting_comes_above_the_tables_with_its_meaning(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[keys]\nnew = "f8"\n')
    save(path, {"language": "sv"})
    assert path.read_text() == f'# {EXPECTED["language"]}\nlanguage = "sv"\n\n[keys]\nnew = "f8"\n'


def test_a_first_save_makes_a_private_file_in_a_private_folder(tmp_path: Path) -> None:
    path = tmp_path / "config" / "ijtui" / "settings.toml"
    save(path, {"theme": "light", "ascii": True, "keys": {"a.b": "f8"}})
    assert load(path) == Settings(theme="light", ascii=True, keys={"a.b": "f8"})
    assert tomllib.loads(path.read_text())["keys"] == {"a.b": "f8"}
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert list(path.parent.iterdir()) == [path]


def test_line_ends_of_other_systems_stay(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b'# hej\r\ntheme = "dark" # a\r\n')
    save(path, {"theme": "light", "mouse": False})
    assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")
    assert b'theme = "light" # a\r\n' in path.read_bytes()


def test_a_linked_file_is_changed_where_it_lies(tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles" / "ijtui.toml"
    kept.parent.mkdir()
    kept.write_text('theme = "dark"\n')
    link = tmp_path / "settings.toml"
    link.symlink_to(kept)
    save(link, {"theme": "light"})
    assert link.is_symlink()
    assert kept.read_text() == 'theme = "light"\n'


@pytest.mark.parametrize("text", ['keys = {new = "f8", old = "f9"}\n', 'theme = """\nlight"""\n'])
def test_a_file_that_is_written_in_an_unusual_way_is_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    with pytest.raises(BadInput, match="Open the file in an editor"):
        save(path, {"theme": "contrast", "keys": {"new": "f7", "old": "f9"}})
    assert path.read_text() == text


def test_nothing_wrong_is_ever_saved(mine: Path) -> None:
    with pytest.raises(BadInput, match="“theme” is dark"):
        save(mine, {"theme": "brown"})
    assert mine.read_text("utf-8") == MINE


def test_a_file_that_cannot_be_written_is_told_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "file" / "settings.toml"
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StorageFailed, match="can't be"):
        save(path, {"theme": "light"})


_NAMES = st.from_regex(r"[a-z_]{1,8}(\.[a-z_]{1,8}){0,2}", fullmatch=True)
_KEYS = st.dictionaries(_NAMES, st.sampled_from(["f8", "ctrl+n", "n,f2", "slash"]), max_size=4)
_SETTINGS = st.builds(
    Settings,
    st.sampled_from(["", "sv", "en"]),
    st.sampled_from(["dark", "light", "contrast"]),
    st.booleans(),
    st.booleans(),
    _KEYS,
)


@given(st.lists(_SETTINGS, min_size=1, max_size=4))
def test_whatever_is_saved_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, wanted: list[Settings]
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    path.write_text(MINE, "utf-8")
    for settings in wanted:
        save(path, {name: getattr(settings, name) for name in EXPECTED})
        assert load(path) == settings
        assert path.read_text("utf-8").startswith("# Åsas inställningar")


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "sv"}, "sv"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C", "LC_MESSAGES": "sv_FI@euro"}, "sv"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": ""}, "sv"),
        ({"LANG": "svx_XX"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_the_system_s_until_one_is_chosen(environ: dict[str, str], language: str) -> None:
    assert default_language(environ) == language
    assert Settings().spoken_language(environ) == language
    assert Settings(language="en").spoken_language(environ) == "en"


def test_reading_settings_does_not_load_pydantic(mine: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from ijtui.settings import load, save;"
        f"path = Path({str(mine)!r}); load(path); save(path, {{'theme': 'contrast'}});"
        "sys.exit('pydantic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
