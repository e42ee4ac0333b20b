"""Frozen dataclasses and the rules on them; no storage, no screen, no clock, no words."""
