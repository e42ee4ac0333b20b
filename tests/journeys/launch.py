"""Becomes another program on this terminal, after what has to be settled inside the new process.

Usage: launch.py [--own-terminal] [--ignore-hangup] [--file-limit BYTES] -- PROGRAM ARGUMENT…

A program of its own, because running Python between fork and exec of a process with threads may hang.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import resource
import signal
import termios


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--own-terminal", action="store_true")
    options.add_argument("--ignore-hangup", action="store_true")
    options.add_argument("--file-limit", type=int)
    options.add_argument("program", nargs="+")
    chosen = options.parse_args()
    if chosen.own_terminal:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    if chosen.ignore_hangup:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    if chosen.file_limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (chosen.file_limit, resource.RLIM_INFINITY))
    os.execvp(chosen.program[0], chosen.program)


if __name__ == "__main__":
    main()
