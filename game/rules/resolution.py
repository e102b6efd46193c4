"""The Test: d6 <= N, with every modifier named (RULES 7)."""

from collections.abc import Callable

import msgspec

from game.content.schema.cards import Test as CardTest
from game.content.schema.cards import TestPart
from game.content.schema.rules import Modifiers
from game.model.dice import stream
from game.model.events import MoneyChanged, TestRolled
from game.model.ids import (
    ALL_SEATS,
    NO_AREA,
    NO_CARD,
    NO_PIECE,
    NO_REF,
    NO_ROUTE,
    NO_SEAT,
    AreaIx,
    CardIx,
    PieceIx,
    Ref,
    RouteIx,
    SeatIx,
    SeatMask,
    ref_ix,
    ref_kind,
)
from game.model.state import State
from game.rules import reactions
from game.rules.knowledge import sees_piece, shares
from game.rules.law import has_jurisdiction, jammer, units_in
from game.rules.quantities import holds
from game.rules.table import Table
from game.rules.tables import LEGITIMACY, Tables

LAW_TESTS = ("raid",)


class Aim(msgspec.Struct, frozen=True, gc=False):
    """What a Test is about: who rolls, for what, and where."""

    seat: SeatIx
    what: str
    area: AreaIx = NO_AREA
    route: RouteIx = NO_ROUTE
    piece: PieceIx = NO_PIECE
    card: CardIx = NO_CARD
    target: Ref = NO_REF
    second: Ref = NO_REF


class Odds(msgspec.Struct, frozen=True):
    """A Test as a seat can know it before it rolls; N is 1 to 5."""

    needed: int
    base: int
    mods: tuple[tuple[str, int], ...]
    unknown: bool
    tests: int = 1


def aim_at(
    tables: Tables,
    state: State,
    seat: SeatIx,
    what: str,
    target: Ref,
    card: CardIx = NO_CARD,
    second: Ref = NO_REF,
) -> Aim:
    """What a Test or an effect is about, from the target that was chosen."""
    kind, ix = ref_kind(target), ref_ix(target)
    area, route, piece = NO_AREA, NO_ROUTE, NO_PIECE
    if kind == "area":
        area = AreaIx(ix)
    elif kind == "route":
        route = RouteIx(ix)
    elif kind == "piece":
        piece = PieceIx(ix)
        here = state.piece_area[ix]
        area = AreaIx(here if here >= 0 else state.piece_left[ix])
    return Aim(seat, what, area, route, piece, card, target, second)


Found = list[tuple[str, int, bool]]
"""Modifiers: label code, number, and whether the acting seat cannot know it."""


def _test(tables: Tables, aim: Aim) -> tuple[int, tuple[TestPart, ...], CardTest | None]:
    if aim.card >= 0 and aim.what == "card":
        test = tables.campaign.cards[aim.card].test
        if test is None:
            raise ValueError(f"card {tables.campaign.cards[aim.card].id} has no Test")
        return test.base, test.add, test
    basic = getattr(tables.campaign.rules.tests, aim.what)
    return basic.base, basic.add, None


def modifiers(tables: Tables, state: State, aim: Aim) -> tuple[int, Found, bool]:
    """The base, every modifier that counts, and whether a hidden piece could change N."""
    base, parts, card_test = _test(tables, aim)
    found: Found = []
    unknown = False
    for part in parts:
        unknown = unknown or part in _HIDEABLE
        _PARTS[part](tables, state, aim, found)
    _bonuses(tables, state, aim, found)
    _standing(tables, state, aim, found)
    if card_test is not None:
        for bonus in card_test.bonus:
            if holds(tables, state, bonus.if_, aim.seat):
                found.append((f"bonus:{bonus.label}", bonus.by, False))
    law = aim.what in LAW_TESTS or (card_test is not None and card_test.law_enforcement)
    if law and state.tracks[LEGITIMACY] <= tables.campaign.rules.thresholds.legitimacy_low:
        by = tables.campaign.rules.tests.modifiers.legitimacy_low
        found.append(("legitimacy-low", by, False))
    if tables.is_red(aim.seat):
        _jammed(tables, state, aim, found)
    if state.ready[aim.seat]:
        found.append(("ready", tables.campaign.rules.tests.hold_bonus, False))
    return base, found, unknown


def clamp(tables: Tables, needed: int) -> int:
    """N within its bounds: nothing is certain."""
    tests = tables.campaign.rules.tests
    return max(tests.lowest, min(tests.highest, needed))


def odds(tables: Tables, state: State, aim: Aim) -> Odds:
    """A Test as its seat can know it: hidden modifiers are left out and said to be possible."""
    base, found, unknown = modifiers(tables, state, aim)
    known = tuple((label, by) for label, by, hidden in found if not hidden)
    needed = clamp(tables, base + sum(by for _, by in known))
    # somebody may stand ready, whether or not anybody does
    return Odds(needed, base, known, unknown or tables.campaign.rules.reactions)


def roll(table: Table, aim: Aim, attempt: int = 0, seen: SeatMask = ALL_SEATS) -> TestRolled:
    """Roll a Test and write it down; a Ready marker and a standing Respond are used up."""
    tables, state = table.tables, table.state
    base, found, _ = modifiers(tables, state, aim)
    spot = reactions.Spot(aim.area, aim.route, aim.piece)
    found += [(label, by, False) for label, by in reactions.before_test(table, aim.seat, spot)]
    if state.ready[aim.seat]:
        table.emit(MoneyChanged(aim.seat, "ready", state.ready[aim.seat], 0, cause=table.cause))
    known = tuple((label, by) for label, by, hidden in found if not hidden)
    hidden = sum(by for _, by, is_hidden in found if is_hidden)
    needed = clamp(tables, base + hidden + sum(by for _, by in known))
    rolled = table.die(stream(aim.what), aim.seat, aim.target, aim.card, state.round, attempt)
    event = TestRolled(
        aim.seat,
        aim.what,
        aim.card,
        aim.target,
        base,
        known,
        hidden,
        needed,
        rolled,
        cause=table.cause,
        seen=seen,
    )
    table.emit(event)
    return event


def _partners(tables: Tables, state: State, seat: SeatIx) -> tuple[PieceIx, ...]:
    """Units whose detection a seat may use: its own, and its partners' at Fusion 1 or more."""
    if tables.is_nadc(seat) and not shares(tables, state):
        return tables.seat_pieces[seat]
    return tables.nadc_pieces


def _by(tables: Tables) -> Modifiers:
    """What each modifier adds."""
    return tables.campaign.rules.tests.modifiers


def _best_detect(tables: Tables, state: State, aim: Aim, found: Found) -> None:
    best, unit = 0, -1
    for piece in _partners(tables, state, aim.seat):
        there = (
            aim.route in (state.piece_watch[piece], state.piece_watch2[piece])
            if aim.route >= 0
            else state.piece_area[piece] == aim.area
        )
        if there and tables.detect[piece] > best:
            best, unit = tables.detect[piece], piece
    if unit >= 0:
        found.append((f"detect:{tables.kind_of(unit).id}", best, False))


def best_endgame(tables: Tables, state: State, seat: SeatIx, area: AreaIx) -> tuple[int, int]:
    """The best E of a seat's law-enforcement units in an area, and which unit; 0, -1.

    Units without jurisdiction count only where the campaign lets players break the law.
    """
    best, unit = 0, -1
    strict = tables.campaign.rules.legal == "strict"
    for piece in tables.seat_pieces[seat]:
        if state.piece_area[piece] != area or tables.endgame[piece] <= best:
            continue
        if tables.law[piece] and (not strict or has_jurisdiction(tables, state, piece, area)):
            best, unit = tables.endgame[piece], piece
    return best, unit


def _endgame(tables: Tables, state: State, aim: Aim, found: Found) -> None:
    best, unit = best_endgame(tables, state, aim.seat, aim.area)
    if unit >= 0:
        found.append((f"endgame:{tables.kind_of(PieceIx(unit)).id}", best, False))


def _gov(tables: Tables, state: State, aim: Aim, found: Found) -> None:
    if aim.area >= 0 and tables.governed[aim.area] and state.gov[aim.area] > 0:
        found.append(("gov", state.gov[aim.area], False))


def _gov_minus(tables: Tables, state: State, aim: Aim, found: Found) -> None:
    if aim.area >= 0 and tables.governed[aim.area] and state.gov[aim.area] != 0:
        found.append(("gov-minus", -state.gov[aim.area], False))


def _advisor(tables: Tables, state: State, aim: Aim, found: Found) -> None:
    """A partner's advisor in the area (RULES 3)."""
    for piece in tables.nadc_pieces:
        here = state.piece_area[piece] == aim.area and tables.piece_seat[piece] != aim.seat
        if here and tables.has_trait(piece, "advisor"):
            found.append(("advisor", _by(tables).advisor, False))
            return


def _forensic(tables: Tables, state: State, aim: Aim, found: Found) -> None:
    """Somebody who secures evidence, where it is (RULES 3)."""
    areas = _areas_of(tables, aim)
    for piece in tables.nadc_pieces:
        if state.piece_area[piece] not in areas or state.piece_area[piece] < 0:
            continue
        if tables.has_trait(piece, "forensic") or tables.has_trait(piece, "prosecutor"):
            found.append(("forensic", _by(tables).forensic, False))
            return


def _areas_of(tables: Tables, aim: Aim) -> tuple[AreaIx, ...]:
    """The area of a Test, or both ends of its route."""
    if aim.route >= 0:
        return (tables.route_from[aim.route], tables.route_to[aim.route])
    return (aim.area,)


def _red_here(tables: Tables, state: State, aim: Aim, *traits: str) -> tuple[bool, bool]:
    """Whether such a Red piece is there, and whether the acting seat cannot know it."""
    there = False
    for area in _areas_of(tables, aim):
        for piece in units_in(tables, state, area, tables.red_pieces):
            if any(tables.has_trait(piece, trait) for trait in traits):
                if sees_piece(tables, state, aim.seat, piece):
                    return True, False
                there = True
    return there, True


def _mole(tables: Tables, state: State, aim: Aim, found: Found) -> None:
    there, hidden = _red_here(tables, state, aim, "mole")
    if there:
        found.append(("mole", _by(tables).mole, hidden))


def _lab_or_cell(tables: Tables, state: State, aim: Aim, found: Found) -> None:
    there, hidden = _red_here(tables, state, aim, "lab", "cell")
    if there:
        found.append(("lab-or-cell", _by(tables).lab_or_cell, hidden))


def _gunmen(tables: Tables, state: State, aim: Aim, found: Found) -> None:
    there, hidden = _red_here(tables, state, aim, "gunmen")
    if there:
        by = _by(tables).gunmen
        found.append(("gunmen", by if tables.is_red(aim.seat) else -by, hidden))


def _violence(tables: Tables, state: State, aim: Aim, found: Found) -> None:
    violence = state.violence[aim.area] if aim.area >= 0 else 0
    at, by = tables.campaign.rules.thresholds, _by(tables).violence
    if tables.is_red(aim.seat):
        if violence >= at.violence_threat:
            found.append(("violence", by, False))
    elif violence >= at.violence_govern:
        found.append(("violence", -by, False))


def _legitimacy(tables: Tables, state: State, aim: Aim, found: Found) -> None:
    if state.tracks[LEGITIMACY] >= tables.campaign.rules.thresholds.legitimacy_high:
        found.append(("legitimacy", _by(tables).legitimacy, False))


_PARTS: dict[TestPart, Callable[[Tables, State, Aim, Found], None]] = {
    "detect": _best_detect,
    "endgame": _endgame,
    "gov": _gov,
    "gov-minus": _gov_minus,
    "lab-or-cell": _lab_or_cell,
    "advisor": _advisor,
    "forensic": _forensic,
    "mole": _mole,
    "gunmen": _gunmen,
    "violence": _violence,
    "legitimacy": _legitimacy,
}
_HIDEABLE = ("mole", "gunmen", "lab-or-cell")


def _bonuses(tables: Tables, state: State, aim: Aim, found: Found) -> None:
    """What pieces of the acting side in the area add by their kind."""
    if aim.area < 0 or aim.what == "card":
        return
    side = tables.nadc_pieces if tables.is_nadc(aim.seat) else tables.seat_pieces[aim.seat]
    for piece in units_in(tables, state, aim.area, side):
        by = getattr(tables.kind_of(piece).bonus, aim.what, 0)
        if by:
            found.append((f"unit:{tables.kind_of(piece).id}", by, False))


def _jammed(tables: Tables, state: State, aim: Aim, found: Found) -> None:
    """Red Tests are one harder beside an EW package (RULES 3)."""
    piece = jammer(tables, state, aim.area)
    if piece >= 0:
        found.append((f"unit:{tables.kind_of(piece).id}", _by(tables).ew, False))


def _standing(tables: Tables, state: State, aim: Aim, found: Found) -> None:
    """Standing modifiers of cards."""
    for mod in state.mods:
        if mod.what == "locate":
            counts = aim.what == "surveil"
        elif mod.what == "test":
            law = mod.test == "le" and _is_law(tables, aim)
            counts = law or mod.test in ("any", aim.what)
        else:
            continue
        if not counts or not mod.seats >> aim.seat & 1:
            continue
        if mod.areas != -1 and (aim.area < 0 or not mod.areas >> aim.area & 1):
            continue
        known = mod.owner in (NO_SEAT, aim.seat) or tables.is_nadc(mod.owner)
        name = tables.campaign.cards[mod.card].id if mod.card >= 0 else "rule"
        found.append((f"card:{name}", mod.by, not known))


def _is_law(tables: Tables, aim: Aim) -> bool:
    if aim.what in LAW_TESTS:
        return True
    if aim.what != "card":
        return False
    test = tables.campaign.cards[aim.card].test
    return test is not None and test.law_enforcement
