"""Work environment: an answer is fine, to watch, or a risk; a risk becomes an agreement in one key (D-A2)."""

from __future__ import annotations

from typing import ClassVar

from ijtui.domain.agenda import StationKey
from ijtui.domain.conversation import Mark
from ijtui.screens import station_commands as can
from ijtui.screens.going import go_to
from ijtui.screens.station import Station
from ijtui.words import N_

_AFTER = {None: Mark.FINE, Mark.FINE: Mark.WATCH, Mark.WATCH: Mark.RISK, Mark.RISK: None}


class WorkEnvironmentScreen(Station):
    """The questions with a mark each."""

    KEY = StationKey.WORK_ENVIRONMENT
    CAN: ClassVar = (can.JUDGE, can.RISK_ACTION, *can.EVERY_STATION)
    ABOUT = N_(
        "Talk about workload, cooperation and health. Mark each answer as fine, to watch or a risk, "
        "and agree at once on what to do about a risk. "
        "This part belongs to the statutory work-environment management."
    )

    def action_judge(self) -> None:
        """Go from no mark to fine, watch, risk, and round again."""
        here = self.here()
        if here:
            was = self.talk.conversation.progress_of(here[1]).mark
            self.try_change(self.session.desk.conversations.judge, here[1].id, _AFTER[was])
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a risk is acted on."""
        if action == "act":
            here = self.here() if self.is_attached else None
            return here is not None and self.talk.conversation.progress_of(here[1]).mark is Mark.RISK
        return super().check_action(action, parameters)

    def action_act(self) -> None:
        """Agree on what to do about a risk."""
        here = self.here()
        if here:
            go_to(self, f"action:new:{self.talk.conversation.id}:{here[1].id}")
