"""Promises that no single entry can keep by itself: ids exist, ways lead on, cards come to use.

They come in three rounds. `require` looks at whatever could be read and is the price of having
a campaign at all; `refuse` finds what would break a game; `advise` finds what would disappoint
its author, and is run only when somebody asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from game.content.checks import (
    board,
    bots,
    cards,
    conditions,
    decks,
    frame,
    guide,
    ids,
    injects,
    names,
    objectives,
    pieces,
    targets,
    translations,
    unlocks,
)
from game.content.draft import Draft
from game.content.problems import Place, Problem, say
from game.content.whole import Whole

_REQUIRED: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    ids.dangling,
    ids.duplicates,
    conditions.readable,
)
_REFUSED: tuple[Callable[[Whole], Iterator[Problem]], ...] = (
    frame.contradictions,
    frame.moments,
    guide.steps,
    board.places,
    board.ways,
    pieces.placements,
    pieces.watches,
    cards.prices,
    cards.targets,
    cards.pools,
    decks.holdings,
    injects.triggers,
    injects.answers,
    bots.players,
    bots.incomplete,
)
_ADVISED: tuple[Callable[[Whole], Iterator[Problem]], ...] = (
    board.oddities,
    cards.idle,
    cards.lacking,
    targets.aimless,
    cards.exhausted,
    decks.sizes,
    decks.undrawn,
    decks.unused,
    unlocks.closed,
    conditions.constant,
    injects.silent,
    injects.endless,
    injects.twice,
    bots.idle,
    objectives.unmeasured,
    names.too_long,
    names.blocked,
    translations.incomplete,
    translations.unmarked,
)


MOST = 200
"""Findings of one check after which the rest are only counted as "more"."""


def require(draft: Draft) -> list[Problem]:
    """Ids that lead nowhere or are used twice, and conditions that cannot be understood."""
    return _all(check(draft) for check in _REQUIRED)


def refuse(whole: Whole) -> list[Problem]:
    """Whatever would break a game."""
    return _all(check(whole) for check in _REFUSED)


def advise(whole: Whole) -> list[Problem]:
    """Whatever an author would want to know before trainees see it."""
    return _all(check(whole) for check in _ADVISED)


def _all(checks: Iterable[Iterator[Problem]]) -> list[Problem]:
    found: list[Problem] = []
    for check in checks:
        found.extend(islice(check, MOST))
        if (further := next(check, None)) is not None:
            says = say("There are more problems like those reported as {code}.", code=further.code)
            fix = say("Mend the others first.")
            found.append(Problem("N118", further.severity, Place(further.file), says, fix))
    return found
