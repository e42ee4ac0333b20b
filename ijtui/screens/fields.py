"""The fields of a screen, wherever on it they are: read and filled by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.screen import Screen

from ijtui.widgets.field import Field


def values_of(screen: Screen[Any]) -> dict[str, str]:
    """Return what stands in the fields now, by name."""
    return {field.spec.name: field.value for field in screen.query(Field)}


def fill(screen: Screen[Any], values: Mapping[str, str]) -> None:
    """Put values into the fields of these names."""
    for field in screen.query(Field):
        field.value = values.get(field.spec.name, field.value)
