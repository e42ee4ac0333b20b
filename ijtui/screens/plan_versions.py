"""The versions of a plan that somebody has answered: who said what, and what differed from the one before."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from ijtui import paths
from ijtui.domain.conversation import Conversation
from ijtui.domain.signature import Version, short
from ijtui.minutes.signed_text import differences, signed_lines
from ijtui.screens.command import Command
from ijtui.screens.place import Place
from ijtui.screens.signing_words import answer_lines
from ijtui.widgets.editor import Editor
from ijtui.widgets.lines import Line, Lines
from ijtui.words import N_, _, spoken


class PlanVersionsScreen(Place[None]):
    """Lists the versions, the newest first, and shows the one where one is.

    Args:
        conversation: whose plan it is.
    """

    CAN: ClassVar = (
        Command(
            "plan_versions.turn",
            "tab",
            "app.focus_next",
            N_("Go between the list and the text"),
            N_("scroll"),
        ),
        Command("plan_versions.close", "escape,q,v", "close", N_("Close"), N_("close")),
    )
    ABOUT = N_("Versions of the plan that one of you has signed or declined, and what differed each time.")
    CSS_PATH: ClassVar = [paths.style("lines"), paths.style("editor"), paths.style("versions")]

    def __init__(self, conversation: Conversation) -> None:
        super().__init__()
        self._conversation = conversation
        self._texts: dict[str, str] = {}

    def heading(self) -> str:
        """Return whose plan it is."""
        return _("Versions of the plan · {name}", name=self._conversation.employee.name)

    def body(self) -> ComposeResult:
        """Put the list beside the version, or above it where there is no room."""
        with Container(id="versions"):
            yield Lines(id="list")
            yield Editor(read_only=True, id="version")

    def load(self) -> None:
        """Fetch the versions."""
        versions = self.session.desk.signing.versions(self.session.me, self._conversation)
        before = [None, *(version for version, _next in pairwise(versions))] if versions else []
        self._texts = {
            f"version:{version.plan.number}": self._text(version, earlier)
            for version, earlier in zip(versions, before, strict=True)
        }
        none = Line((_("Nobody has signed or declined a version yet."),), look="muted")
        lines = [self._line(version) for version in reversed(versions)]
        self.query_one("#list", Lines).show(lines or [none])
        self.preview()

    async def begin(self) -> None:
        """Begin in the list."""
        self.query_one("#list").focus()

    def _line(self, version: Version) -> Line:
        said = " · ".join(line for line in answer_lines(version, self._conversation) if line[0] != " ")
        number = _("Version {number}", number=version.plan.number)
        return Line((f"{number} · {said}",), f"version:{version.plan.number}")

    def _text(self, version: Version, earlier: Version | None) -> str:
        """Return who said what, what differs from the version before, and all that was signed."""
        plan, lines = version.plan, signed_lines(version.plan.text, spoken())
        parts = [_("Version {number} · {hash}", number=plan.number, hash=short(plan.hash))]
        parts += [*answer_lines(version, self._conversation), ""]
        if earlier is not None:
            parts.append(_("What differs from version {number}", number=earlier.plan.number))
            parts += [*differences(signed_lines(earlier.plan.text, spoken()), lines), ""]
        return "\n".join((*parts, *lines))

    @on(Lines.Moved, "#list")
    def preview(self) -> None:
        """Show the version where one is."""
        text, editor = (
            self._texts.get(self.query_one("#list", Lines).key, ""),
            self.query_one("#version", Editor),
        )
        if editor.text != text:
            editor.load(text)

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)
