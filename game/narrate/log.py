"""Log: the journal as lines that a reader may read, kept up to date as it grows or is undone.

An action and what follows from it make one line. What follows from something that the readers may
not know of stands alone, so that no line tells of hidden things even by its shape.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.model.events import (
    ActionTaken,
    DecisionAsked,
    DecisionClosed,
    Event,
    FlowSettled,
    Laundered,
    MoneyChanged,
    PhaseBegan,
    ProbeAnswered,
    Said,
    SealOpened,
    TestRolled,
    UnitFlowed,
    UnitSighted,
)
from game.model.ids import SeatIx, SeatMask
from game.narrate.line import Line, LineKind, Part
from game.narrate.moment import TRUTH, Moment
from game.narrate.sentences import Sentence, sentence, test_sentence
from game.narrate.things.phases import phase_heading
from game.narrate.words import Words

_CLOSED_KINDS = ("quarter", "headline", "end")
_OWN_LINE = (
    UnitFlowed,
    UnitSighted,
    FlowSettled,
    PhaseBegan,
    Laundered,
    ProbeAnswered,
    SealOpened,
)
Turn = tuple[int, str, int]


@dataclass(slots=True)
class _Draft:
    """A line in the making. `lead` is the clause that a Test may still be joined to."""

    seat: SeatIx
    heading: str
    kind: LineKind
    turn: Turn
    events: list[int] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    last: type[Event] | None = None
    is_price: bool = True
    lead: str | None = None
    lead_at: int = 0

    def add(self, place: int, event: Event, said: Sentence, *, follows: bool) -> int:
        """Add a sentence at the end; what was bought goes before what was paid for it. Returns
        its place among the line's sentences."""
        at = 0 if said.lead is not None and self.is_price else len(self.parts)
        if said.lead is not None:
            self.lead, self.lead_at = said.lead, at
        if at == 0:
            self.seat, self.kind = said.seat, said.kind
            # A price that was told before its act now follows from it.
            self.parts = [one._replace(depth=1) for one in self.parts]
        depth = int(follows and at > 0)
        self.parts.insert(at, Part(said.text, place, said.links, depth))
        self.is_price = self.is_price and _leads_up(event)
        self._mark(place, event)
        return at

    def explain(self, at: int, place: int, said: Sentence) -> None:
        """Put a reason behind the sentence that it explains."""
        self.parts.insert(at + 1, Part(said.text, place, said.links, 1))
        self.events.append(place)

    def join(self, place: int, event: Event, said: Sentence) -> None:
        """Put a Test's sentence in the place of the bare clause that led to it."""
        bare = self.parts[self.lead_at]
        links = tuple(dict.fromkeys((*bare.links, *said.links)))
        self.parts[self.lead_at] = bare._replace(text=said.text, links=links)
        self.lead = None
        self._mark(place, event)

    def _mark(self, place: int, event: Event) -> None:
        self.events.append(place)
        self.last = type(event)

    def line(self) -> Line:
        """The line as it stands."""
        quarter, phase, _ = self.turn
        return Line(
            text=" ".join(part.text for part in self.parts),
            event=min(self.events),
            events=tuple(self.events),
            seat=self.seat,
            heading=self.heading,
            links=tuple(dict.fromkeys(link for part in self.parts for link in part.links)),
            kind=self.kind,
            quarter=quarter,
            phase=phase,
            parts=tuple(self.parts),
        )


def _leads_up(event: Event) -> bool:
    """Whether an event comes before the act that it belongs to: its price, or its reason."""
    return isinstance(event, MoneyChanged) or _is_reason(event)


def _is_reason(event: Event) -> bool:
    return isinstance(event, Said) and event.kind == "why"


class Log:
    """What a set of seats may read of the journal, line by line, in `lines`.

    `mask` is the set of readers, who all must be allowed to know a thing; 0 is the truth.
    """

    def __init__(self, words: Words, mask: SeatMask) -> None:
        self.words = words
        self.mask = mask
        self._start()

    def _start(self) -> None:
        self.lines: list[Line] = []
        self._moment = Moment.at_start(self.words.tables, self.mask)
        self._count = 0
        self._newest: Event | None = None
        self._drafts: list[_Draft] = []
        self._home: dict[int, _Draft] = {}
        self._asked: list[_Draft | None] = []
        self._bare: set[int] = set()
        self._untold: set[int] = set()
        self._reasons: dict[int, tuple[int, Sentence]] = {}

    def update(self, journal: Sequence[Event]) -> int:
        """Read what is new in the journal; returns the place of the first line that may differ.

        Where the journal was undone, or is another one, everything is read again.
        """
        if not self._goes_on(journal):
            self._start()
        first = max(0, len(self._drafts) - 1)
        for place in range(self._count, len(journal)):
            self._take(place, journal[place])
        if self._count < len(journal):
            self._count, self._newest = len(journal), journal[-1]
        self.lines[first:] = [draft.line() for draft in self._drafts[first:]]
        return first

    def _goes_on(self, journal: Sequence[Event]) -> bool:
        count = self._count
        return count <= len(journal) and (not count or journal[count - 1] is self._newest)

    def _take(self, place: int, event: Event) -> None:
        if not self._moment.sees(event):
            return
        if isinstance(event, PhaseBegan):
            self._moment.read(event)
        host = self._host(event)
        said = sentence(self.words, event, self._moment)
        if said is None and isinstance(event, ActionTaken):
            self._untold.add(place)
        if said is not None and _is_reason(event) and event.cause in self._untold:
            # It waits for the sentence that tells what was done.
            self._reasons[event.cause] = (place, said)
        elif said is not None:
            self._tell(place, event, said, host)
        elif host is not None:
            self._home[place] = host
        elif isinstance(event, ActionTaken):
            self._bare.add(place)
        self._question(place, event)
        self._moment.read(event)

    def _question(self, place: int, event: Event) -> None:
        if isinstance(event, DecisionAsked):
            self._asked.append(self._home.get(place))
        elif isinstance(event, DecisionClosed):
            del self._asked[-1:]
        elif isinstance(event, PhaseBegan):
            self._asked.clear()

    def _host(self, event: Event) -> _Draft | None:
        """The line of what led to an event: its cause, or the question that it answers."""
        if isinstance(event, ActionTaken):
            return self._asked[-1] if self._asked else None
        return self._home.get(event.cause) if event.cause >= 0 else None

    def _tell(self, place: int, event: Event, said: Sentence, host: _Draft | None) -> None:
        draft = self._draft_for(event, said, host)
        if isinstance(event, TestRolled) and draft.lead is not None:
            draft.join(place, event, test_sentence(self.words, event, self._moment, draft.lead))
        else:
            at = draft.add(place, event, said, follows=draft is host)
            if event.cause in self._reasons and not isinstance(event, MoneyChanged):
                draft.explain(at, *self._reasons.pop(event.cause))
        self._home[place] = draft
        if event.cause in self._bare:
            self._home.setdefault(event.cause, draft)

    def _draft_for(self, event: Event, said: Sentence, host: _Draft | None) -> _Draft:
        last = self._drafts[-1] if self._drafts else None
        if last is None or last.turn != self._turn() or isinstance(event, _OWN_LINE):
            return self._new(said)
        goes_on = last is host and last.kind not in _CLOSED_KINDS
        is_alike = last.last is type(event) and last.seat == said.seat
        is_alike = is_alike and said.kind == last.kind and said.kind not in ("action", "headline")
        return last if goes_on or is_alike else self._new(said)

    def _turn(self) -> Turn:
        return (self._moment.quarter, self._moment.phase, self._moment.round)

    def _new(self, said: Sentence) -> _Draft:
        heading = phase_heading(self.words, self._moment.phase, self._moment.round)
        draft = _Draft(said.seat, heading, said.kind, self._turn())
        self._drafts.append(draft)
        return draft


def log(words: Words, journal: Sequence[Event], mask: SeatMask = TRUTH) -> list[Line]:
    """The whole journal as lines; `mask` is the set of readers, 0 the truth."""
    reading = Log(words, mask)
    reading.update(journal)
    return reading.lines
