"""Every code that `nadc check` may report, for good: a code never changes its meaning.

The first figure says where to look: N0 what games show, N1 reading the files, N2 words and values,
N3 conditions, N4 ids, N5 the map and its pieces, N6 cards and decks, N7 injects, N8 bots, seats and
objectives, N9 texts.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.content.problems.codes.board import BOARD
from game.content.problems.codes.cards import CARDS
from game.content.problems.codes.conditions import CONDITIONS
from game.content.problems.codes.entry import Code
from game.content.problems.codes.ids import IDS
from game.content.problems.codes.injects import INJECTS
from game.content.problems.codes.played import PLAYED
from game.content.problems.codes.reading import READING
from game.content.problems.codes.seats import SEATS
from game.content.problems.codes.texts import TEXTS
from game.content.problems.codes.words import WORDS
from game.content.problems.problem import Place, Problem, Sentence

_ALL = (
    *PLAYED,
    *READING,
    *WORDS,
    *CONDITIONS,
    *IDS,
    *BOARD,
    *CARDS,
    *INJECTS,
    *SEATS,
    *TEXTS,
)

CODES: Mapping[str, Code] = {entry.code: entry for entry in _ALL}
"""Each code with its title, explanation and example, in order."""


def report(code: str, place: Place, says: Sentence, fix: Sentence | None = None) -> Problem:
    """A problem of a known code, as severe as its code says."""
    return Problem(code, CODES[code].severity, place, says, fix)


__all__ = ["CODES", "Code", "report"]
