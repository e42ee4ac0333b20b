"""What the administrator of a shared server has chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from ijtui.errors import BadInput, StorageFailed
from ijtui.hosting import Hosting, load


def written(folder: Path, text: str) -> Path:
    file = folder / "server.toml"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    return file


def test_without_a_file_all_is_as_usual(tmp_path: Path) -> None:
    assert load(tmp_path / "server.toml") == Hosting("", 15, 60)


def test_what_is_written_holds(tmp_path: Path) -> None:
    text = 'address = "samtal@samtal.example.se"\nblank_after = 5\nleave_after = 7.5\n'
    assert load(written(tmp_path, text)) == Hosting("samtal@samtal.example.se", 5, 7.5)


@pytest.mark.parametrize(
    "text",
    [
        "blank_after = 0",
        "leave_after = -1",
        'blank_after = "5"',
        "blank_after = true",
        "address = 1",
        'address = "a\\u001bb"',
        "door = 1",
        "blank_after 15",
        "address = '\udcff'",
    ],
)
def test_what_can_not_be_understood_is_refused_with_the_file(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadInput) as refusal:
        load(written(tmp_path, text))
    assert refusal.value.source == str(tmp_path / "server.toml")


def test_what_can_not_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed, match="can't be read"):
        load(tmp_path)
