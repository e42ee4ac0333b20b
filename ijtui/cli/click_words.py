"""What click says by itself, told to the catalogues; click looks it up there (see `ijtui.cli.language`).

Nothing imports this: it is read by whatever gathers the sentences of the program.
"""

from __future__ import annotations

from ijtui.words import N_, ngettext

SAID = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("Positional arguments"),
    N_("Show this message and exit."),
    N_("default: {default}"),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("No such command {name!r}."),
    N_("No such option {name!r}."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Option {name!r} does not take a value."),
    N_("Choose from:\n\t{choices}"),
)
SAID_OF_MANY = (
    ngettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 2, args=""),
    ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 2, possibilities=""),
    ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 2, value="", choices=""),
    ngettext(
        "Option {name!r} requires an argument.",
        "Option {name!r} requires {nargs} arguments.",
        2,
        name="",
        nargs=2,
    ),
)
