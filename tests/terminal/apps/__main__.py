"""Runs one of the small apps the way the command line runs the big one."""

from __future__ import annotations

import importlib
import sys

from ijtui.terminal.environment import prepare

prepare()
app = importlib.import_module(f"tests.terminal.apps.{sys.argv[1]}").App()
app.run()
sys.exit(app.return_code)
