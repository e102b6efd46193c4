"""What decided the margins: the choices and turns of fortune that moved them most."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.model.events import (
    ActionTaken,
    CardActivated,
    Event,
    FlowSettled,
    GovChanged,
    InjectFired,
    MoneyChanged,
    OptionChosen,
    PieceDeployed,
    PieceRemoved,
    TestRolled,
    TrackChanged,
)
from game.model.ids import NO_SEAT, SeatIx
from game.model.state import State
from game.narrate.moment import Moment
from game.narrate.sentences import sentence, test_sentence
from game.narrate.words import Words
from game.rules.scores import margin_of
from game.rules.setup import first_state

_MOVERS = (TrackChanged, GovChanged, MoneyChanged, PieceDeployed, PieceRemoved)
_ROOTS = (ActionTaken, OptionChosen, InjectFired, FlowSettled, CardActivated)
_CHOICES = (ActionTaken, OptionChosen)


class Decisive(NamedTuple):
    """One moment that moved margins: where it is in the journal, its words, and who by how much.

    `text` says what was done or happened, `detail` what that changed.
    """

    event: int
    quarter: int
    seat: SeatIx
    text: str
    detail: str
    swings: tuple[tuple[SeatIx, int], ...]


class Swing(NamedTuple):
    """One event that moved margins, with the change of each seat that it moved."""

    event: int
    quarter: int
    changes: dict[SeatIx, int]


def swings(words: Words, journal: Sequence[Event]) -> Iterator[Swing]:
    """Every event that moved a margin, in order; the journal must begin at the set-up."""
    tables = words.tables
    state = first_state(tables, (), 0)
    seats = [SeatIx(ix) for ix, one in enumerate(words.campaign.seats) if one.margin.kind != "none"]
    now = {seat: margin_of(tables, state, seat).value for seat in seats}
    for place, event in enumerate(journal):
        event.apply(state)
        if not isinstance(event, _MOVERS):
            continue
        then, now = now, {seat: margin_of(tables, state, seat).value for seat in seats}
        changes = {seat: now[seat] - then[seat] for seat in seats if now[seat] != then[seat]}
        if changes:
            yield Swing(place, state.quarter, changes)


def decisive(words: Words, journal: Sequence[Event], most: int = 4) -> tuple[Decisive, ...]:
    """The moments that moved margins most, in the order of play; everything is told.

    At most half of them are the engine's own (FLOW, banking), so that choices are not crowded out.
    """
    grouped: dict[int, list[Swing]] = {}
    for swing in swings(words, journal):
        grouped.setdefault(_root(journal, swing.event), []).append(swing)
    weighty = [root for root in grouped if _weight(grouped[root])]
    weighty.sort(key=lambda root: (-_weight(grouped[root]), root))
    choices = [root for root in weighty if isinstance(journal[root], _CHOICES)]
    engine = [root for root in weighty if not isinstance(journal[root], _CHOICES)]
    chosen = engine[: max(most // 2, most - len(choices))]
    chosen += choices[: most - len(chosen)]
    texts = _Texts(words, journal)
    return tuple(_told(texts, root, grouped[root]) for root in sorted(chosen))


def _root(journal: Sequence[Event], place: int) -> int:
    """The choice or event that an event goes back to; itself where nothing is known."""
    at = place
    while not isinstance(journal[at], _ROOTS):
        cause = journal[at].cause
        if cause < 0:
            return place
        at = cause
    return at


def _total(parts: list[Swing]) -> dict[SeatIx, int]:
    total: dict[SeatIx, int] = {}
    for part in parts:
        for seat, change in part.changes.items():
            total[seat] = total.get(seat, 0) + change
    return {seat: change for seat, change in total.items() if change}


def _weight(parts: list[Swing]) -> int:
    return sum(abs(change) for change in _total(parts).values())


class _Texts:
    """Sentences of the whole journal, as the truth tells them, by place."""

    def __init__(self, words: Words, journal: Sequence[Event]) -> None:
        self.journal = journal
        self.texts: dict[int, str] = {}
        self.leads: dict[int, str] = {}
        self.seats: dict[int, SeatIx] = {}
        moment = Moment.at_start(words.tables)
        for place, event in moment.follow(journal):
            said = sentence(words, event, moment)
            if said is None:
                continue
            self.texts[place], self.seats[place] = said.text, said.seat
            if said.lead is not None:
                self.leads[event.cause] = self.leads[place] = said.lead
            if isinstance(event, TestRolled) and event.cause in self.leads:
                joined = test_sentence(words, event, moment, self.leads[event.cause])
                self.texts[event.cause] = joined.text

    def of(self, place: int) -> str:
        """What a root is called: its own sentence, else that of the first thing it led to."""
        if place in self.texts:
            return self.texts[place]
        follows = (at for at, event in enumerate(self.journal) if event.cause == place)
        return next((self.texts[at] for at in follows if at in self.texts), "")


def _told(texts: _Texts, root: int, parts: list[Swing]) -> Decisive:
    text = texts.of(root)
    changed = [texts.texts.get(part.event, "") for part in parts if part.event != root]
    return Decisive(
        event=root,
        quarter=parts[0].quarter,
        seat=_seat(texts, root),
        text=text,
        detail=" ".join(one for one in changed if one and one != text),
        swings=tuple(sorted(_total(parts).items())),
    )


def _seat(texts: _Texts, root: int) -> SeatIx:
    event = texts.journal[root]
    if isinstance(event, ActionTaken):
        return event.action.seat
    return texts.seats.get(root, NO_SEAT)


def by_quarter(words: Words, journal: Sequence[Event]) -> tuple["QuarterEnd", ...]:
    """Harm, flow and margins at the start (quarter 0) and at the end of each quarter."""
    state = first_state(words.tables, (), 0)
    rows = [_row(words, state)]
    for event in journal:
        event.apply(state)
        if state.quarter >= len(rows):
            rows.append(_row(words, state))
        elif state.quarter == len(rows) - 1 and isinstance(event, (*_MOVERS, FlowSettled)):
            rows[-1] = _row(words, state)
    return tuple(rows)


class QuarterEnd(NamedTuple):
    """Where things stood when a quarter ended; flow numbers are 0 before the first FLOW."""

    quarter: int
    harm: int
    delivered: int
    seized: int
    seen: int
    margins: tuple[tuple[SeatIx, int], ...]


def _row(words: Words, state: State) -> QuarterEnd:
    seats = [SeatIx(ix) for ix, one in enumerate(words.campaign.seats) if one.margin.kind != "none"]
    values = tuple((seat, margin_of(words.tables, state, seat).value) for seat in seats)
    _, seized, seen, delivered, _ = state.tally
    return QuarterEnd(state.quarter, state.tracks[0], delivered, seized, seen, values)
