"""Three sets of colours, each with one accent; text keeps its contrast everywhere (textual notes §4.6)."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES, Theme


def _theme(name: str, colours: dict[str, str], *, dark: bool) -> Theme:
    """Return a theme of ours; `quiet` and `line` are words of our own style sheets."""
    return Theme(
        name=name,
        dark=dark,
        primary=colours["accent"],
        accent=colours["accent"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        warning=colours["warning"],
        error=colours["error"],
        success=colours["success"],
        variables={
            "quiet": colours["quiet"],
            "line": colours["line"],
            "input-selection-background": f"{colours['accent']} 35%",
            "scrollbar": colours["line"],
            "scrollbar-background": colours["background"],
            "scrollbar-corner-color": colours["background"],
        },
    )


COLOURLESS = Theme(
    name="colourless",
    ansi=True,
    primary="ansi_default",
    accent="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    variables=BUILTIN_THEMES["ansi-dark"].variables
    | dict.fromkeys(
        ("quiet", "line", "scrollbar", "scrollbar-background", "scrollbar-corner-color"), "ansi_default"
    ),
)
"""What NO_COLOR gets: the terminal's own two colours; weight and signs say the rest (textual notes D10)."""

THEMES = (
    _theme(
        "dark",
        {
            "accent": "#7fb4d8",
            "foreground": "#e4e4e0",
            "background": "#15181b",
            "surface": "#23282d",
            "panel": "#1c2024",
            "warning": "#e8b45a",
            "error": "#f08a80",
            "success": "#9ac48a",
            "quiet": "#a3aab0",
            "line": "#4a5258",
        },
        dark=True,
    ),
    _theme(
        "light",
        {
            "accent": "#0b5c8a",
            "foreground": "#1c1f22",
            "background": "#fbfaf7",
            "surface": "#e9e7e1",
            "panel": "#f2f0eb",
            "warning": "#8a4b00",
            "error": "#a3231b",
            "success": "#2c6a1e",
            "quiet": "#565c61",
            "line": "#a9aca9",
        },
        dark=False,
    ),
    _theme(
        "contrast",
        {
            "accent": "#ffe34d",
            "foreground": "#ffffff",
            "background": "#000000",
            "surface": "#333333",
            "panel": "#111111",
            "warning": "#ffc04d",
            "error": "#ffb3ab",
            "success": "#9dff8a",
            "quiet": "#d8d8d8",
            "line": "#9a9a9a",
        },
        dark=True,
    ),
)
"""Named after the setting that chooses them."""
