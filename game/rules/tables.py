"""What never changes in a game: the campaign's words turned into numbers once, at its start."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from game.content.campaign import Campaign
from game.content.schema.campaign import SeatSpec
from game.content.schema.units import PieceKind
from game.content.schema.words import TRACKS
from game.model.ids import AreaIx, CardIx, Ref, SeatIx, SeatMask
from game.model.state import State
from game.rules.board import GOVERNED_COUNTRIES, Board, make_board, mask_of
from game.rules.cardfacts import CardFacts, make_facts
from game.rules.forces import LAW, OPEN_COUNTRIES, Forces, make_forces
from game.rules.menu import Menu

HARM, BORDER, COHESION, LEGITIMACY, FUSION, SOVEREIGNTY, RESILIENCE, CASES, CONSENT = range(9)
TRACK_MAX = (20, 10, 10, 10, 3, 10, 10, 20, 3)
TRACK_IX: dict[str, int] = {name: ix for ix, name in enumerate(TRACKS)}
"""Place of each track by name."""
_CAMPAIGNS = 16
"""How many campaigns are kept in numbers at a time."""
Check = Callable[[State, int, Ref], bool]
"""Whether a condition holds in a position as a viewer can know it (-1 knows the truth), for
something that is aimed at a target."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Tables(Board, Forces):
    """Static numbers of a campaign; tuples are indexed by seat, area, route, piece or card."""

    campaign: Campaign
    order: tuple[SeatIx, ...]
    nadc: tuple[SeatIx, ...]
    red: tuple[SeatIx, ...]
    networks: tuple[SeatIx, ...]
    sourced: tuple[tuple[tuple[AreaIx, int], ...], ...]
    """By seat: the sources that supply its network, and how many units each sends it."""
    nadc_mask: SeatMask
    red_mask: SeatMask
    nadc_seat: tuple[bool, ...]
    """By seat: whether it is of the coalition."""
    consent_seat: SeatIx
    consent_country: str
    cards: tuple[CardFacts, ...]
    strategic: tuple[tuple[CardIx, ...], ...]
    operational: tuple[tuple[CardIx, ...], ...]
    portfolio: tuple[tuple[CardIx, ...], ...]
    """Strategic and operational cards together."""
    deck: tuple[tuple[CardIx, ...], ...]
    moments: frozenset[tuple[int, str]]
    """Quarters and phases at whose beginning an inject fires."""
    menu: Menu
    checks: dict[object, Check]
    """Conditions made ready, by their text: filled as they are first asked for."""

    def seat(self, seat: int) -> SeatSpec:
        """The seat as the campaign describes it."""
        return self.campaign.seats[seat]

    def kind_of(self, piece: int) -> PieceKind:
        """The kind of a piece."""
        return self.kinds[self.piece_kind[piece]]

    def has_trait(self, piece: int, trait: str) -> bool:
        """Whether the rules treat a piece as this (cell, lab, front, mole, advisor ...)."""
        return self.piece_kind[piece] in self.trait_kinds.get(trait, ())

    def is_nadc(self, seat: int) -> bool:
        """Whether a seat is of the coalition."""
        return bool(self.nadc_mask >> seat & 1)

    def is_red(self, seat: int) -> bool:
        """Whether a seat is of the other side."""
        return bool(self.red_mask >> seat & 1)

    def is_law(self, piece: int) -> bool:
        """Whether a piece has law-enforcement authority."""
        return self.law[piece]

    def areas_in(self, mask: int) -> list[AreaIx]:
        """The areas of a set, in listed order."""
        return [area for area in self.every_area if mask >> area & 1]

    def initiative(self, quarter: int, turn: int = 1) -> tuple[SeatIx, ...]:
        """The seats in initiative order for a quarter and a tactical round (RULES 1)."""
        first = (quarter - 1 + turn - 1) % len(self.order)
        return self.order[first:] + self.order[:first]


@lru_cache(maxsize=_CAMPAIGNS)
def tables_for(campaign: Campaign) -> Tables:
    """The tables of a campaign, made once."""
    seats = campaign.seats
    every = [SeatIx(ix) for ix in range(len(seats))]
    nadc = tuple(ix for ix in every if seats[ix].side == "nadc")
    red = tuple(ix for ix in every if seats[ix].side == "red")
    consent = next((ix for ix in nadc if seats[ix].sets_consent), SeatIx(-1))
    networks = tuple(ix for ix in red if seats[ix].margin.kind == "cartel")
    board = make_board(campaign)
    forces = make_forces(campaign, board)
    strategic = tuple(_portfolio(campaign, seat, "strategic") for seat in seats)
    operational = tuple(_portfolio(campaign, seat, "operational") for seat in seats)
    return Tables(
        **vars(board),
        **vars(forces),
        campaign=campaign,
        order=tuple(SeatIx(campaign.seat_ix[name]) for name in campaign.frame.order),
        nadc=nadc,
        red=red,
        networks=networks,
        sourced=tuple(_sourced(campaign, board, networks, seat) for seat in every),
        nadc_mask=SeatMask(mask_of(nadc)),
        red_mask=SeatMask(mask_of(red)),
        nadc_seat=tuple(seat.side == "nadc" for seat in seats),
        consent_seat=consent,
        consent_country=seats[consent].country if consent >= 0 else "",
        cards=make_facts(campaign, board),
        strategic=strategic,
        operational=operational,
        portfolio=tuple(tuple(sorted(a + b)) for a, b in zip(strategic, operational, strict=True)),
        deck=tuple(_deck(campaign, seat) for seat in seats),
        moments=frozenset(
            (one.trigger.at.quarter, one.trigger.at.phase)
            for one in campaign.injects
            if one.trigger.at is not None
        ),
        menu=Menu(len(campaign.areas), len(campaign.routes), len(forces.piece_kind)),
        checks={},
    )


def _sourced(
    campaign: Campaign, board: Board, networks: tuple[SeatIx, ...], seat: SeatIx
) -> tuple[tuple[AreaIx, int], ...]:
    """The sources of a network: its own, and its part of those that all share; what cannot be
    shared evenly goes to the networks listed first."""
    if seat not in networks:
        return ()
    found = []
    for area in board.sources:
        spec = campaign.areas[area]
        if spec.network is None:
            each, rest = divmod(spec.output, len(networks))
            found.append((area, each + (networks.index(seat) < rest)))
        elif spec.network == campaign.seats[seat].id:
            found.append((area, spec.output))
    return tuple(found)


def _portfolio(campaign: Campaign, seat: SeatSpec, level: str) -> tuple[CardIx, ...]:
    found = (campaign.card_ix[name] for name in seat.cards)
    return tuple(CardIx(ix) for ix in sorted(found) if campaign.cards[ix].level == level)


def _deck(campaign: Campaign, seat: SeatSpec) -> tuple[CardIx, ...]:
    found = (campaign.card_ix[name] for name in seat.deck)
    return tuple(CardIx(ix) for ix in found for _ in range(campaign.cards[ix].copies))


__all__ = [
    "BORDER",
    "CASES",
    "COHESION",
    "CONSENT",
    "FUSION",
    "GOVERNED_COUNTRIES",
    "HARM",
    "LAW",
    "LEGITIMACY",
    "OPEN_COUNTRIES",
    "RESILIENCE",
    "SOVEREIGNTY",
    "TRACK_IX",
    "TRACK_MAX",
    "Check",
    "Tables",
    "tables_for",
]
