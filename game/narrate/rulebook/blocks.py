"""What the player's rulebook is made of: chapters of short blocks."""

from typing import Literal, NamedTuple

BlockKind = Literal["text", "points", "rows", "example", "note"]


class Block(NamedTuple):
    """One block of a chapter. `**bold**` may stand in every text.

    `text` is the paragraph, the example's title or the note; `points` are the items of a list or
    the lines of an example; `rows` are the rows of a table, the first one its heading.
    """

    kind: BlockKind
    text: str = ""
    points: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class Chapter(NamedTuple):
    """A chapter: its id, its title, its blocks, and the phase that opens it (or empty)."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    phase: str = ""


def text(said: str) -> Block:
    """A paragraph."""
    return Block("text", said)


def points(*said: str) -> Block:
    """A list."""
    return Block("points", points=said)


def rows(*lines: tuple[str, ...]) -> Block:
    """A table; the first line is its heading."""
    return Block("rows", rows=lines)


def example(title: str, *said: str) -> Block:
    """A worked example, line by line."""
    return Block("example", title, said)


def note(said: str) -> Block:
    """A remark that stands apart."""
    return Block("note", said)
