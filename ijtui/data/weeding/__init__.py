"""Removing what is no longer to be kept, so that nothing of it is left in the file."""

from __future__ import annotations

from ijtui.data.weeding.cleaning import clean, copies, remove_copies
from ijtui.data.weeding.finding import Weeding

__all__ = ["Weeding", "clean", "copies", "remove_copies"]
