"""A group whose commands are imported when they are named, so that each pays only for itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from ijtui.words import _


class LazyGroup(click.Group):
    """A group of commands that lie in modules of their own.

    Args:
        lazy: name of the command → "module:attribute", in the order in which help lists them.
        everywhere: options that hold for every command, before it or after it.
    """

    def __init__(
        self, *given: Any, lazy: Mapping[str, str], everywhere: Sequence[click.Option], **named: Any
    ) -> None:
        super().__init__(*given, **named)
        self._lazy = lazy
        self._everywhere = everywhere
        self._fit(self)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of a working day, not of the alphabet."""
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command, or return None where there is none of that name."""
        if cmd_name not in self._lazy:
            return None
        if cmd_name not in self.commands:
            module, _colon, attribute = self._lazy[cmd_name].partition(":")
            self.commands[cmd_name] = self._fit(getattr(import_module(module), attribute))
        return self.commands[cmd_name]

    def _fit(self, command: click.Command) -> click.Command:
        """Give a command, and those under it, the common options, and words that click doesn't translate."""
        command.options_metavar = _("[OPTIONS]")
        own = {param.name for param in command.params}
        command.params += [option for option in self._everywhere if option.name not in own]
        if isinstance(command, click.Group):
            command.subcommand_metavar = _("COMMAND [ARGS]...")
            for under in command.commands.values():
                self._fit(under)
        return command
