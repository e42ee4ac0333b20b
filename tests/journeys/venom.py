"""A file in which every word that people wrote looks like markup and gives the terminal orders.

It is written past the program, which would clean it at the door: as a damaged or a hostile file is.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

MARKUP = "[b]x[/] [/] [@click=app.quit]q[/]"
ORDERS = "\x1b]0;owned\x07\x1b[31;5m\x9b31m\x9d0;owned\x9c\u202e\x08"
VENOM = f"{MARKUP}{ORDERS}"
ORDERS_SENT = (b"owned\x07", b"\x1b[31;5m", "\x9b31m".encode(), "\u202e".encode(), b"\x08")
"""What must never reach the terminal."""

_COLUMNS = {
    "person": ("name", "role", "unit"),
    "conversation": ("place",),
    "text": ("body",),
    "revision": ("body",),
    "goal": ("title", "measure", "achievable", "serves", "support", "period"),
    "check_in": ("comment",),
    "shortfall": ("because", "next_step"),
    "milestone": ("unit", "title"),
    "action": ("what", "other", "achieved", "reason"),
    "training": ("what",),
    "recognition": ("what",),
    "advancement": ("note",),
    "feedback": ("positive", "improve", "support"),
    "round": ("name",),
}
_SAID = ("title", "text", "hint", "intro")


def poison(file: Path) -> None:
    """Put venom before everything that people wrote or chose."""
    connection = sqlite3.connect(file)
    with connection:
        for table, columns in _COLUMNS.items():
            for column in columns:
                connection.execute(f"UPDATE {table} SET {column} = ? || ' ' || {column}", [VENOM])
        for number, copy in connection.execute("SELECT id, body FROM template_copy").fetchall():
            bitten = json.dumps(_bitten(json.loads(copy)))
            connection.execute("UPDATE template_copy SET body = ? WHERE id = ?", [bitten, number])
    connection.close()


def _bitten(part: Any, name: str = "") -> Any:
    """Return a part of an agenda with venom before its words."""
    if isinstance(part, dict):
        return {key: _bitten(value, key) for key, value in part.items()}
    if isinstance(part, list):
        return [_bitten(value) for value in part]
    return f"{VENOM} {part}" if name in _SAID else part
