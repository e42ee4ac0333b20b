"""Where things lie: the only module that knows platformdirs and the package's own folders."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

PACKAGE = Path(__file__).parent
LOCALE = PACKAGE / "locale"
CONTENT = PACKAGE / "content"
_SHIPPED_STYLES = PACKAGE / "styles"
STYLES = _SHIPPED_STYLES if _SHIPPED_STYLES.is_dir() else PACKAGE.parent / "styles"
"""In a wheel the styles lie in the package; in a checkout beside it."""


def style(name: str) -> str:
    """Return the absolute path of a style sheet, for a screen's CSS_PATH."""
    return str(STYLES / f"{name}.tcss")


def database(chosen: str | None = None) -> Path:
    """Return the database file: the one chosen by option, by IJTUI_DB, or the platform's place."""
    named = chosen or os.environ.get("IJTUI_DB")
    if named:
        return path_named(named)
    from platformdirs import user_data_path

    return user_data_path("ijtui", appauthor=False) / "ijtui.db"


def path_named(text: str) -> Path:
    """Return the place that somebody typed; `~nobody` is an ordinary name where no account is called so."""
    path = Path(text)
    with suppress(RuntimeError):
        path = path.expanduser()
    return path.absolute()


def config() -> Path:
    """Return the folder of settings and own templates: IJTUI_CONFIG or the platform's place."""
    named = os.environ.get("IJTUI_CONFIG")
    if named:
        return path_named(named)
    from platformdirs import user_config_path

    return user_config_path("ijtui", appauthor=False)


def settings_file() -> Path:
    """Return where one's settings lie, whether or not they exist: IJTUI_SETTINGS, or beside the templates.

    At a shared server the templates are everybody's, and the settings each one's own.
    """
    named = os.environ.get("IJTUI_SETTINGS")
    return path_named(named) if named else config() / "settings.toml"


def own_agendas() -> Path:
    """Return the folder of a user's own agendas, whether or not it exists."""
    return config() / "agendas"


def own_feedback() -> Path:
    """Return the folder of a user's own feedback templates, whether or not it exists."""
    return config() / "feedback"


def own_advancement() -> Path:
    """Return the file of a user's own steps in the roles, whether or not it exists."""
    return config() / "advancement.toml"


def own_competences() -> Path:
    """Return the folder of a user's own competence sets, whether or not it exists."""
    return config() / "competences"


def backups(db: Path) -> Path:
    """Return the folder of that database's backups, whether or not it exists."""
    return db.parent / "backups"
