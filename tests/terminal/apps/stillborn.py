"""Fails before there is an app."""

from __future__ import annotations

from tests.terminal.apps.writer import fail

App = fail
