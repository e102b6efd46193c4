"""What the closing what-if shows: how the two lines ended, and what made the difference."""

from collections import Counter
from collections.abc import Sequence

from game.narrate.ending.decisive import QuarterEnd
from game.narrate.language import mark
from game.narrate.words import Words

_NOBODY = mark(
    "No unit could be set Rotating then, so both lines are the same game: Harm {played}."
)
_COUNTS = mark(
    "Rotating: {units}. From quarter {quarter} on {stopped} loads were stopped and {arrived} "
    "arrived; as played, {stopped_played} and {arrived_played}."
)
_LOWER = mark("Fewer arrived when it mattered, so Harm ends at {forked} instead of {played}.")
_HIGHER = mark(
    "Where it mattered more arrived, so Harm ends at {forked} instead of {played}: a watch that "
    "nobody foresees is no help on a road that it has left."
)
_SAME_COUNT = mark(
    "As many arrived in each quarter, so Harm is {played} in both: the change of watch met no load "
    "that it could win or lose."
)
_GAVE_BACK = mark(
    "Harm is {played} in both: what one line gained in a quarter it gave back in another."
)
_TOO_SMALL = mark(
    "Harm is {played} in both: it moves in whole steps, and the difference was too small for one."
)


def fork_words(
    words: Words,
    quarter: int,
    units: Sequence[int],
    played: Sequence[QuarterEnd],
    forked: Sequence[QuarterEnd],
) -> str:
    """How the lines ended from `quarter` on, and why; `units` are the pieces that were Rotating.

    `played` and `forked` are the quarters of each line, the start first.
    """
    harm = {"played": played[-1].harm, "forked": forked[-1].harm}
    if not units:
        return words.say(_NOBODY, **harm)
    before, after = ([row for row in rows if row.quarter >= quarter] for rows in (played, forked))
    counts = words.say(
        _COUNTS,
        units=words.all_of(_names(words, units)),
        quarter=quarter,
        stopped=sum(row.seized for row in after),
        arrived=sum(row.delivered for row in after),
        stopped_played=sum(row.seized for row in before),
        arrived_played=sum(row.delivered for row in before),
    )
    return f"{counts} {words.say(_why(before, after), **harm)}"


def _names(words: Words, units: Sequence[int]) -> list[str]:
    """Units by their kind; several of one kind once, with their number."""
    kinds = Counter(words.tables.piece_kind[one] for one in units)
    return [
        words.kind(kind) if number == 1 else f"{number} {words.kinds(kind)}"
        for kind, number in kinds.items()
    ]


def _why(played: Sequence[QuarterEnd], forked: Sequence[QuarterEnd]) -> str:
    if forked[-1].harm != played[-1].harm:
        return _LOWER if forked[-1].harm < played[-1].harm else _HIGHER
    if [row.delivered for row in played] == [row.delivered for row in forked]:
        return _SAME_COUNT
    is_same = [row.harm for row in played] == [row.harm for row in forked]
    return _TOO_SMALL if is_same else _GAVE_BACK
