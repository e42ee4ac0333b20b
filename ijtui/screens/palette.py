"""Every command that is possible here, found by a few letters of its name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from ijtui.screens.command import Command
from ijtui.screens.dialogs.pick import Option, Pick
from ijtui.screens.place import Place
from ijtui.words import N_, _


class PaletteScreen(Pick):
    """Lists the commands of the place below it; closes with the action of the one that was picked.

    Args:
        place: where the commands are to run.
    """

    CAN: ClassVar = (*Pick.CAN, Command("palette.close", "ctrl+p", "close", N_("Close the list of commands")))
    ABOUT = N_("Every command you can give right now. Type a few letters of its name and press enter.")

    def __init__(self, place: Place[Any]) -> None:
        options = (
            Option(command.action, _(command.title), place.key_of(command))
            for command in place.commands()
            if command.id != "app.palette"
        )
        super().__init__(_("Commands"), tuple(options))

    def action_close(self) -> None:
        """Close with the key that opened it."""
        self.dismiss(None)


def runner(place: Place[Any]) -> Callable[[str | None], Any]:
    """Return what runs the picked action on the place."""

    async def run(action: str | None) -> None:
        if action:
            await place.run_action(action)

    return run
