"""Values of a YAML file that remember where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from game.content.problems.problem import Place

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
"""What a file holds: nothing, true or false, numbers, texts, lists and entries."""

Step = str | int
"""One step down a tree: a key of an entry or an index (from 0) of a list."""


class Node:
    """One value of a file with the line and column where it, and its key, begin.

    Lines and columns count from 1. `value` is the plain value; `entries` (by key) or `items`
    hold the nodes of what is inside, and are None where the value is no entry or no list. The
    root and the items of a list have no key: `key_line` and `key_column` then equal the value's.
    """

    __slots__ = ("column", "entries", "file", "items", "key_column", "key_line", "line", "value")

    def __init__(self, file: str, line: int, column: int, value: Plain) -> None:
        self.file = file
        self.line = line
        self.column = column
        self.key_line = line
        self.key_column = column
        self.value = value
        self.entries: dict[str, Node] | None = None
        self.items: list[Node] | None = None

    def child(self, step: Step) -> Node | None:
        """The node one step down, or None where there is none."""
        if self.entries is not None:
            return self.entries.get(step) if isinstance(step, str) else None
        if self.items is not None and isinstance(step, int) and 0 <= step < len(self.items):
            return self.items[step]
        return None

    def deepest(self, path: Sequence[Step]) -> Node:
        """The node at the end of the path, or the last one on the way that exists."""
        node = self
        for step in path:
            below = node.child(step)
            if below is None:
                break
            node = below
        return node

    def __repr__(self) -> str:
        return f"Node({self.file}:{self.line}:{self.column})"


class Lines:
    """The lines of every file read, for showing the one that a problem speaks of."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._split: dict[str, list[str]] = {}

    def add(self, file: str, text: str) -> None:
        """Remember a file's text, its line ends being plain newlines."""
        self._texts[file] = text

    def line(self, file: str, number: int) -> str:
        """The text of a line (from 1), or nothing where there is none."""
        lines = self._split.get(file)
        if lines is None:
            lines = self._split[file] = self._texts.get(file, "").split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def place(self, file: str, line: int, column: int) -> Place:
        """A place with the text of its line."""
        return Place(file, line, column, self.line(file, line))

    def rest(self, place: Place) -> str:
        """What follows a place in its file, from the place on."""
        lines = self._texts.get(place.file, "").split("\n")[max(place.line - 1, 0) :]
        return "\n".join(lines)[max(place.column - 1, 0) :]

    def last(self, file: str) -> Place:
        """The end of the last line of a file that holds anything."""
        lines = self._texts.get(file, "").rstrip().split("\n")
        return Place(file, len(lines), len(lines[-1]) + 1, lines[-1])

    def at(self, node: Node) -> Place:
        """Where a value begins."""
        return self.place(node.file, node.line, node.column)

    def at_word(self, node: Node, word: str) -> Place:
        """Where a word within a value begins, if it stands in the value's first line."""
        place = self.at(node)
        found = place.source.find(word, place.column - 1)
        return place if found < 0 else place._replace(column=found + 1)

    def at_key(self, node: Node) -> Place:
        """Where a value's key begins, or the value itself where it has no key."""
        return self.place(node.file, node.key_line, node.key_column)
