"""Every text can be read in every theme (textual notes §4.6)."""

from __future__ import annotations

from itertools import product

import pytest
from textual.color import Color
from textual.theme import Theme

from ijtui.settings import EXPECTED
from ijtui.themes import THEMES

NEEDED = {"dark": 4.5, "light": 4.5, "contrast": 7.0}
"""The ratio that text needs to what is behind it (WCAG 2: AA, and AAA for the contrast theme)."""

TEXTS = ("foreground", "quiet", "warning", "accent", "error", "success")
GROUNDS = ("background", "surface", "panel")


def colour(theme: Theme, name: str) -> Color:
    return Color.parse(theme.variables.get(name) or getattr(theme, name))


def luminance(colour: Color) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)


def contrast(one: Color, other: Color) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), list(product(TEXTS, GROUNDS)))
def test_text_stands_out_from_what_is_behind_it(theme: Theme, text: str, ground: str) -> None:
    assert contrast(colour(theme, text), colour(theme, ground)) >= NEEDED[theme.name]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_marked_text_stands_out(theme: Theme) -> None:
    marked, _space, share = theme.variables["input-selection-background"].partition(" ")
    behind = colour(theme, "background").blend(Color.parse(marked), float(share.rstrip("%")) / 100)
    assert contrast(colour(theme, "foreground"), behind) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_lines_and_the_scroll_bar_can_be_seen(theme: Theme) -> None:
    assert contrast(colour(theme, "line"), colour(theme, "background")) >= 2


def test_black_on_white_is_as_far_apart_as_can_be() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)


def test_the_setting_names_every_theme() -> None:
    assert all(theme.name in EXPECTED["theme"] for theme in THEMES)
