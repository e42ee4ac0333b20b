"""Recognition, training and the next step in the role: each person's own, and their nearest manager's."""

from __future__ import annotations

from ijtui.services.advancement import AdvancementService
from ijtui.services.recognition import RecognitionService
from ijtui.services.training import TrainingService


class CareService(RecognitionService, TrainingService, AdvancementService):
    """What a person can do for somebody's way forward."""
