"""Places in the campaign's tuples, and references that say what kind of place they are."""

from functools import cache
from typing import Literal, NewType

SeatIx = NewType("SeatIx", int)
AreaIx = NewType("AreaIx", int)
RouteIx = NewType("RouteIx", int)
KindIx = NewType("KindIx", int)
CardIx = NewType("CardIx", int)
InjectIx = NewType("InjectIx", int)
PieceIx = NewType("PieceIx", int)
TrackIx = NewType("TrackIx", int)
SeatMask = NewType("SeatMask", int)
"""A set of seats: bit `1 << seat`."""
Ref = NewType("Ref", int)
"""A typed reference: kind in the high bits, place in the low ones; `NO_REF` for none."""

NONE = -1
NO_SEAT = SeatIx(-1)
NO_AREA = AreaIx(-1)
NO_ROUTE = RouteIx(-1)
NO_CARD = CardIx(-1)
NO_PIECE = PieceIx(-1)
NO_REF = Ref(-1)
ALL_SEATS = SeatMask(-1)

RefKind = Literal["area", "route", "piece", "card", "seat", "kind", "number", "option", "window"]
REF_KINDS: tuple[RefKind, ...] = (
    "area",
    "route",
    "piece",
    "card",
    "seat",
    "kind",
    "number",
    "option",
    "window",
)
_SHIFT = 16
_MASK = (1 << _SHIFT) - 1
_AREA, _ROUTE, _PIECE, _CARD, _SEAT, _KIND, _NUMBER, _OPTION, _WINDOW = (
    ix << _SHIFT for ix in range(9)
)


def area_ref(area: int) -> Ref:
    """Reference to an area."""
    return Ref(_AREA | area)


def route_ref(route: int) -> Ref:
    """Reference to a route."""
    return Ref(_ROUTE | route)


def piece_ref(piece: int) -> Ref:
    """Reference to a piece."""
    return Ref(_PIECE | piece)


def card_ref(card: int) -> Ref:
    """Reference to a card."""
    return Ref(_CARD | card)


def seat_ref(seat: int) -> Ref:
    """Reference to a seat."""
    return Ref(_SEAT | seat)


def kind_ref(kind: int) -> Ref:
    """Reference to a kind of piece."""
    return Ref(_KIND | kind)


def number_ref(number: int) -> Ref:
    """A plain number, 0 to 65535, such as a Consent level."""
    return Ref(_NUMBER | number)


def option_ref(option: int) -> Ref:
    """The option at this place of a decision's list."""
    return Ref(_OPTION | option)


def window_ref(window: int) -> Ref:
    """Reference to a reaction window."""
    return Ref(_WINDOW | window)


def ref_kind(ref: Ref) -> RefKind | None:
    """What kind of thing a reference points at; None for `NO_REF`."""
    return None if ref < 0 else REF_KINDS[ref >> _SHIFT]


def ref_ix(ref: Ref) -> int:
    """The place that a reference points at; -1 for `NO_REF`."""
    return -1 if ref < 0 else ref & _MASK


@cache
def seats_in(mask: int, count: int) -> tuple[SeatIx, ...]:
    """The seats of a mask, in listed order."""
    return tuple(SeatIx(ix) for ix in range(count) if mask >> ix & 1)
