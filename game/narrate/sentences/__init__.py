"""Every kind of event as one sentence, or on the list of those that go without saying."""

from typing import NamedTuple

from game.model import events
from game.model.events import ActionTaken, CardPlayed, Event, TestRolled
from game.model.ids import SeatIx
from game.narrate.line import LineKind, Link
from game.narrate.moment import Moment
from game.narrate.pen import Pen
from game.narrate.sentences import board, cards, course, dice, flow, pieces, red, resources, spoken
from game.narrate.sentences.registry import KINDS, SENTENCES, seat_of
from game.narrate.words import Words, sentence_case

SILENT: frozenset[type[Event]] = frozenset(
    {
        events.StepBegan,
        events.TurnEnded,
        events.DecisionAsked,
        events.DecisionChanged,
        events.DecisionClosed,
        events.SeatMarked,
        events.QuarterCleared,
        events.AreaGoverned,
        events.PieceMarked,
        events.DeckSet,
        events.CardDiscarded,
        events.ModifierSpent,
        events.PlansCleared,
        events.MarkerUsed,
        events.EstimatesMade,
        events.FlowOrdersCleared,
        events.InjectQueued,
        events.FlagSet,
    }
)
"""Bookkeeping that no reader needs."""


class Sentence(NamedTuple):
    """An event in words: its text, the seat whose shape goes before it, and what it speaks of.

    `lead` is the same without its full stop, where a Test may follow after a colon.
    """

    text: str
    seat: SeatIx
    kind: LineKind
    links: tuple[Link, ...]
    lead: str | None = None


def sentence(words: Words, event: Event, moment: Moment | None = None) -> Sentence | None:
    """One event as one sentence; None for bookkeeping and for what other events say better.

    It is up to the caller to show only events that the reader may know of.
    """
    sayer = SENTENCES.get(type(event))
    if sayer is None:
        return None
    pen = Pen(words, moment)
    text = sayer(pen, event)
    if not text:
        return None
    lead = _lead(pen, event)
    kind = KINDS[type(event)]
    return Sentence(sentence_case(text), seat_of(pen, event), kind, pen.links, lead)


def test_sentence(words: Words, event: TestRolled, moment: Moment, lead: str) -> Sentence:
    """A Test joined to the clause that led to it: "Mexico raids the Cell, 4 in 6 (67 %): ..."."""
    pen = Pen(words, moment)
    text = dice.test_of(pen, event, lead)
    return Sentence(sentence_case(text), event.seat, KINDS[TestRolled], pen.links)


def _lead(pen: Pen, event: Event) -> str | None:
    if isinstance(event, ActionTaken):
        return course.spoken(pen, event)
    return cards.spoken(pen, event) if isinstance(event, CardPlayed) else None


__all__ = [
    "KINDS",
    "SENTENCES",
    "SILENT",
    "Sentence",
    "board",
    "cards",
    "course",
    "dice",
    "flow",
    "pieces",
    "red",
    "resources",
    "sentence",
    "spoken",
    "test_sentence",
]
