"""What is pasted is text: no key is pressed by what stands in it.

Textual's parser takes an ESC inside a bracketed paste for the beginning of a key. The rest of a terminal
order that somebody copied along then comes as keys, ctrl+g and ctrl+q among them, and the paste is broken.
"""

from __future__ import annotations

START, END = "\x1b[200~", "\x1b[201~"
_ESC = "\x1b"


class Pastes:
    """Takes every ESC out of the pastes in a stream of characters; all else passes unchanged and at once."""

    def __init__(self) -> None:
        self._inside = False
        self._before = ""
        """Outside, the latest characters, which have passed; inside, a beginning of END, which has not."""

    def pass_on(self, text: str) -> str:
        """Return what the parser may have of the next piece of the stream."""
        passed = []
        while text:
            piece, text = self._inside_to_end(text) if self._inside else self._outside_to_start(text)
            passed.append(piece)
        return "".join(passed)

    def _outside_to_start(self, text: str) -> tuple[str, str]:
        """Return what passes, START included, and what is inside the paste."""
        seen = self._before + text
        at = seen.find(START)
        if at < 0:
            self._before = seen[1 - len(START) :]
            return text, ""
        end = at + len(START) - len(self._before)
        self._inside, self._before = True, ""
        return text[:end], text[end:]

    def _inside_to_end(self, text: str) -> tuple[str, str]:
        """Return what passes, END included, and what is outside again."""
        seen, self._before = self._before + text, ""
        at = seen.find(END)
        if at >= 0:
            self._inside = False
            return seen[:at].replace(_ESC, "") + END, seen[at + len(END) :]
        begun = next((part for part in _BEGINNINGS if seen.endswith(part)), "")
        self._before = begun
        return seen[: len(seen) - len(begun)].replace(_ESC, ""), ""


_BEGINNINGS = tuple(END[:length] for length in range(len(END) - 1, 0, -1))
