"""What a study keeps of one game."""

import msgspec

from game.rules.law import Reason


class Blocked(msgspec.Struct, frozen=True):
    """What stood against a card in a seat's hands, and how often it was found so.

    The values of the reason are those of the first time.
    """

    seat: str
    card: str
    reason: Reason
    times: int


class Failure(msgspec.Struct, frozen=True):
    """A game that could not go on, with what it takes to play it again.

    `kind` is `error` (the rules raised something), `dead-end` (a seat to move had no legal
    action) or `runaway` (the game did not end). `actions` are in the game's notation.
    """

    kind: str
    message: str
    phase: str
    quarter: int
    seed: int
    bots: dict[str, str]
    actions: tuple[str, ...]


class GameRecord(msgspec.Struct, frozen=True):
    """The outcome of one game. Tuples are indexed by seat unless said otherwise."""

    index: int
    """Its number in the batch, from 0."""
    seed: int
    margins: tuple[int, ...]
    bands: tuple[str, ...]
    succeeded: tuple[bool, ...]
    """Whether the seat achieved its mandate: margin +1 or better, and not capped."""
    grade: str
    """The grade of the coalition; empty where the game failed."""
    tracks: tuple[int, ...]
    """By track."""
    gov_score: int
    sudden: int
    """Why it ended: 0 after the last quarter, 1 NADC failed, 2 Red failed, 3 both."""
    quarters: int
    """The quarter in which it ended."""
    losses: tuple[tuple[int, int], ...]
    """Units routed and seized, by quarter."""
    decisions: tuple[int, ...]
    """Actions taken."""
    playable: tuple[int, ...]
    """Cards that the seat could have played at some time (bit `1 << card`)."""
    played: tuple[int, ...]
    """Cards that it did play."""
    blocked: tuple[Blocked, ...]
    """What stood against cards, in the games that were asked."""
    failure: Failure | None = None
