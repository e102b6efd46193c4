"""What a saved sitting holds: its header, its entries, and the limits of what is believed.

A file may come from anybody. Everything read from it is checked for type, size, depth and
checksum here before any other part of the game sees it; nothing in it is ever used as a path.
"""

from __future__ import annotations

import zlib
from hashlib import blake2b
from typing import Annotated, Literal, TypeVar

import msgspec

APPLICATION_ID = 0x4E414443
FILE_FORMAT = 1
EVENT_FORMAT = 2
"""The form of events and positions; raised when those of an earlier one can no longer be read."""
SUFFIX = ".nadc"

MAX_FILE = 64 << 20
MAX_TEXTS = 32 << 20
MAX_STATE = 4 << 20
MAX_ROW = 8 << 20
MAX_ENTRIES = 100_000
MAX_DEPTH = 40

SCHEMA = (
    "CREATE TABLE header (value TEXT NOT NULL)",
    "CREATE TABLE campaign (digest TEXT NOT NULL, texts BLOB NOT NULL)",
    "CREATE TABLE entry (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, seat TEXT NOT NULL, "
    "body TEXT NOT NULL, events TEXT NOT NULL, undone INTEGER NOT NULL, checksum BLOB NOT NULL)",
    "CREATE TABLE state (entry INTEGER PRIMARY KEY, body BLOB NOT NULL)",
)

EntryKind = Literal["start", "action", "seat", "reload"]
Word = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Name = Annotated[str, msgspec.Meta(pattern=r"^[^\x00-\x1f\x7f-\x9f]*$", max_length=120)]
"""Words on one line, without characters that a terminal would obey."""
T = TypeVar("T")
_NO_BRACKETS = bytes(byte for byte in range(256) if byte not in b"[]{}")


class SeatSetup(msgspec.Struct, frozen=True):
    """Who plays a seat: `person`, `white` (the facilitator) or the id of a bot.

    `language` is a two-letter code, `text_size` a percentage from 100 to 200.
    """

    seat: Word
    player: Word = "person"
    name: Name = ""
    language: Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2}$")] = "en"
    text_size: Annotated[int, msgspec.Meta(ge=100, le=200)] = 100

    @property
    def is_person(self) -> bool:
        """Whether somebody in the room decides for it."""
        return self.player in ("person", "white")


class Header(msgspec.Struct, frozen=True):
    """What a list of sittings shows of one, and what the sitting is set to."""

    name: Name
    campaign: Word
    title: Name
    digest: Annotated[str, msgspec.Meta(max_length=128)]
    seed: int
    quarters: int
    started: Name
    saved: Name
    rules_version: Annotated[str, msgspec.Meta(max_length=40)]
    event_format: int
    seats: Annotated[tuple[SeatSetup, ...], msgspec.Meta(max_length=16)]
    quarter: int = 0
    phase: Name = "setup"
    awaits: Annotated[tuple[Word, ...], msgspec.Meta(max_length=16)] = ()
    over: bool = False
    curtains: bool = True
    acknowledged: Annotated[tuple[Word, ...], msgspec.Meta(max_length=500)] = ()
    pin: Annotated[str, msgspec.Meta(max_length=200)] = ""
    watched: int = -1
    """The place in the journal up to which the table has watched what must be watched; -1 where
    that was not noted."""
    ending_due: bool = False
    """Whether the game is over and nobody has been shown its ending."""


class Format(msgspec.Struct, frozen=True):
    """What of a header can be read whatever version has written it."""

    event_format: int


class Entry(msgspec.Struct, frozen=True):
    """One thing that was done: an action in notation, a seat that changed hands, or a campaign
    that was read again.

    `events` is a JSON list; `undone` entries stay on the record and count for nothing.
    """

    number: int
    kind: EntryKind
    seat: str
    body: str
    events: str
    undone: bool = False

    def checksum(self) -> bytes:
        """Eight bytes that change with any of its words."""
        words = (str(self.number), self.kind, self.seat, self.body, self.events)
        return blake2b("\0".join(words).encode(), digest_size=8).digest()


class Texts(msgspec.Struct, frozen=True):
    """The whole text of a campaign and of what it takes from its library, by relative name."""

    campaign: dict[str, str]
    library: dict[str, str]


class Rewriting(msgspec.Struct, frozen=True):
    """What is written anew when an edited campaign is taken: its texts, the entries whose events
    read otherwise now, and the packed first position. Whole positions in between are dropped."""

    texts: Texts
    entries: tuple[Entry, ...]
    opening: bytes


class Change(msgspec.Struct, frozen=True):
    """What one transaction writes: always the header, and at most one of the others.

    `mark` is the number of an entry that is undone, or done again when `undone` is False;
    `state` is the whole position after `entry`, packed. `rewriting` comes with the entry of a
    campaign that was read again.
    """

    header: Header
    entry: Entry | None = None
    state: bytes | None = None
    mark: int | None = None
    undone: bool = True
    rewriting: Rewriting | None = None


class Contents(msgspec.Struct, frozen=True):
    """A saved sitting as read: `states` holds the packed whole positions by entry number."""

    header: Header
    texts: Texts
    entries: tuple[Entry, ...]
    states: dict[int, bytes]

    @property
    def live(self) -> tuple[Entry, ...]:
        """The entries that count, in order."""
        return tuple(entry for entry in self.entries if not entry.undone)


def pack(data: bytes) -> bytes:
    """Data made small for the file."""
    return zlib.compress(data, 6)


def unpack(data: bytes, limit: int) -> bytes:
    """The data that `pack` made small; raises ValueError when damaged or over `limit` bytes."""
    worker = zlib.decompressobj()
    try:
        plain = worker.decompress(data, limit)
    except zlib.error as failure:
        raise ValueError(str(failure)) from None
    if not worker.eof:
        raise ValueError("packed data is cut off or too large")
    return plain


def decode(text: str | bytes, kind: type[T]) -> T:
    """JSON checked against a type; raises ValueError for anything that does not fit."""
    if depth(text) > MAX_DEPTH:
        raise ValueError("data nested too deep")
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as failure:
        raise ValueError(str(failure)) from None


def depth(text: str | bytes) -> int:
    """At most how deep the brackets of a JSON text are nested; brackets in strings count too."""
    data = text.encode() if isinstance(text, str) else text
    deepest = level = 0
    for sign in data.translate(None, delete=_NO_BRACKETS):
        if sign in b"[{":
            level += 1
            deepest = max(deepest, level)
        else:
            level -= 1
    return deepest
