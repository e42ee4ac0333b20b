"""The competences in the example: both rate, each on their own, and agree in the talk (D-K)."""

from __future__ import annotations

from ijtui import paths
from ijtui.content.competence_file import trusted_profile
from ijtui.content.source import read_file
from ijtui.domain.competence import Profile
from ijtui.domain.conversation import Conversation, Party
from ijtui.domain.person import Person
from ijtui.services.demo.event import Rated
from ijtui.services.demo.script import Script
from ijtui.services.desk import Desk


class Ratings:
    """Rates and agrees as the story says.

    Args:
        desk: what is done, is done here.
        script: what is said.
        stories: what is rated, by key of the conversation.
    """

    def __init__(self, desk: Desk, script: Script, stories: tuple[Rated, ...]) -> None:
        self._desk = desk
        self._script = script
        self._stories = {story.scene: story for story in stories}

    def rate(self, asker: Person, scene: str, conversation: Conversation) -> None:
        """Let the manager rate, and then enter what the employee has brought on paper."""
        story = self._stories.get(scene)
        if story is None:
            return
        competences = self._desk.competences
        made = competences.begin(asker, conversation, self._profile(story.profile))
        for levels, on_paper in ((story.manager, False), (story.employee, True)):
            for competence, level in zip(made.profile.competences, levels, strict=False):
                competences.rate(asker, conversation, competence.id, level, on_paper=on_paper)
            if len(levels) == len(made.profile.competences):
                competences.submit(asker, conversation, on_paper=on_paper)

    def agree(self, asker: Person, scene: str, conversation: Conversation) -> None:
        """Agree on levels, or see it differently."""
        story = self._stories.get(scene)
        if story is None or not story.agreed:
            return
        competences = self._desk.competences
        made = competences.of(asker, conversation)
        assert made is not None
        for competence, level in zip(made.profile.competences, story.agreed, strict=True):
            if level is not None:
                competences.agree(asker, conversation, competence.id, level)
                continue
            said = self._script.reasons[story.differ]
            competences.differ(asker, conversation, competence.id, {party: said[party] for party in Party})

    def _profile(self, name: str) -> Profile:
        """Return a set as it ships; a person's own must not change the example."""
        path = paths.CONTENT / self._script.language / "competences" / f"{name}.toml"
        return trusted_profile(read_file(path), str(path), self._script.language)
