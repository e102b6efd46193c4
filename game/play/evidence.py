"""Evidence of learning: what the journal shows for each objective (RULES B1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from game.content.campaign import Campaign
from game.content.schema.campaign import Objective
from game.model.events import (
    Event,
    PhaseBegan,
    PieceDeployed,
    PieceExposed,
    PieceMarked,
    PieceRemoved,
    ProbeAnswered,
)
from game.model.ids import NO_SEAT, SeatIx
from game.model.state import RAIDED


@dataclass(frozen=True, slots=True)
class Evidence:
    """What play showed of one objective.

    `seat` is the seat it is about, or NO_SEAT for the whole table; `shown` counts right answers
    or chains, of `asked` (for chains: pieces exposed); `places` are the events in the journal.
    """

    objective: Objective
    seat: SeatIx
    shown: int
    asked: int
    places: tuple[int, ...]

    @property
    def is_met(self) -> bool:
        """Whether the objective's need is met."""
        return self.shown >= self.objective.need


@dataclass(slots=True)
class Chain:
    """How far one piece got: places of its exposure, its raid and its prosecution, or -1."""

    piece: int
    exposed: int = -1
    raided: int = -1
    prosecuted: int = -1

    @property
    def is_whole(self) -> bool:
        """Whether it was found, fixed and prosecuted, in this order."""
        return 0 <= self.exposed < self.raided < self.prosecuted


@dataclass(slots=True)
class _Answers:
    right: list[int] = field(default_factory=list)
    asked: int = 0


def evidence(campaign: Campaign, journal: Sequence[Event]) -> tuple[Evidence, ...]:
    """Evidence for every objective that play can measure, in listed order."""
    found: list[Evidence] = []
    for objective in campaign.frame.objectives:
        if objective.measure == "find-fix-prosecute":
            found.append(_of_chains(objective, chains(journal)))
        elif objective.measure != "none":
            found.extend(_of_probes(objective, journal))
    return tuple(found)


def chains(journal: Iterable[Event]) -> tuple[Chain, ...]:
    """Every piece that was exposed and what became of it, in order of exposure.

    A piece that comes back from its pool begins a new chain.
    """
    done: list[Chain] = []
    now: dict[int, Chain] = {}
    for place, event in enumerate(journal):
        match event:
            case PieceExposed(piece=piece) if piece not in now:
                now[piece] = Chain(piece, exposed=place)
                done.append(now[piece])
            case PieceMarked(piece=piece, mark=mark) if mark & RAIDED and piece in now:
                now[piece].raided = place
            case PieceRemoved(piece=piece, out=True) if piece in now:
                now[piece].prosecuted = place
            case PieceDeployed(piece=piece):
                now.pop(piece, None)
            case _:
                pass
    return tuple(done)


def _of_chains(objective: Objective, found: Sequence[Chain]) -> Evidence:
    whole = [chain for chain in found if chain.is_whole]
    places = [place for one in whole for place in (one.exposed, one.raided, one.prosecuted)]
    return Evidence(objective, NO_SEAT, len(whole), len(found), tuple(places))


def _of_probes(objective: Objective, journal: Iterable[Event]) -> Iterable[Evidence]:
    quarter = 0
    answers: dict[SeatIx, _Answers] = {}
    for place, event in enumerate(journal):
        if isinstance(event, PhaseBegan):
            quarter = event.quarter
        elif isinstance(event, ProbeAnswered) and f"{event.probe}-probe" == objective.measure:
            if quarter < objective.from_quarter:
                continue
            mine = answers.setdefault(event.seat, _Answers())
            mine.asked += 1
            if event.right:
                mine.right.append(place)
    for seat in sorted(answers):
        mine = answers[seat]
        yield Evidence(objective, seat, len(mine.right), mine.asked, tuple(mine.right))
