"""Editing a line of text: caret, selection, insertion. Knows no screen."""

from dataclasses import dataclass


@dataclass(slots=True)
class Edit:
    """A text being edited. `caret` and `anchor` are places between letters; what lies between them
    is selected. `limit` is the most letters it may hold."""

    text: str = ""
    caret: int = 0
    anchor: int = 0
    limit: int = 10_000

    @property
    def selection(self) -> tuple[int, int]:
        """Where the selection starts and ends; equal when nothing is selected."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def selected(self) -> str:
        """The selected letters."""
        start, end = self.selection
        return self.text[start:end]

    def insert(self, letters: str) -> bool:
        """Put letters in place of the selection, as many as there is room for."""
        start, end = self.selection
        room = self.limit - len(self.text) + (end - start)
        taken = letters[: max(0, room)]
        self.text = self.text[:start] + taken + self.text[end:]
        self._put(start + len(taken))
        return bool(taken) or end > start

    def delete_back(self, *, word: bool = False) -> bool:
        """Delete the selection, or the letter or word before the caret."""
        if self.caret == self.anchor:
            self.anchor = self._word_left() if word else max(0, self.caret - 1)
        return self._drop()

    def delete_ahead(self, *, word: bool = False) -> bool:
        """Delete the selection, or the letter or word after the caret."""
        if self.caret == self.anchor:
            self.anchor = self._word_right() if word else min(len(self.text), self.caret + 1)
        return self._drop()

    def left(self, *, word: bool = False, select: bool = False) -> None:
        """Move the caret a letter or word back; `select` keeps the anchor."""
        if self.caret != self.anchor and not select and not word:
            self._put(self.selection[0])
        else:
            self.go(self._word_left() if word else self.caret - 1, select=select)

    def right(self, *, word: bool = False, select: bool = False) -> None:
        """Move the caret a letter or word on; `select` keeps the anchor."""
        if self.caret != self.anchor and not select and not word:
            self._put(self.selection[1])
        else:
            self.go(self._word_right() if word else self.caret + 1, select=select)

    def go(self, place: int, *, select: bool = False) -> None:
        """Move the caret to a place, within the text."""
        self.caret = max(0, min(len(self.text), place))
        if not select:
            self.anchor = self.caret

    def select_all(self) -> None:
        """Select the whole text."""
        self.anchor, self.caret = 0, len(self.text)

    def _put(self, place: int) -> None:
        self.caret = self.anchor = place

    def _drop(self) -> bool:
        start, end = self.selection
        if start == end:
            return False
        self.text = self.text[:start] + self.text[end:]
        self._put(start)
        return True

    def _word_left(self) -> int:
        place = self.caret
        while place > 0 and self.text[place - 1].isspace():
            place -= 1
        while place > 0 and not self.text[place - 1].isspace():
            place -= 1
        return place

    def _word_right(self) -> int:
        place, end = self.caret, len(self.text)
        while place < end and not self.text[place].isspace():
            place += 1
        while place < end and self.text[place].isspace():
            place += 1
        return place
