"""From a sight to the board's scene: areas, routes, counters and the marks of the last FLOW."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from game.content.schema.board import Area, Route
from game.content.schema.units import PieceKind
from game.model.events import RouteOpened, ViolenceChanged
from game.model.ids import Ref, SeatIx, area_ref, piece_ref, ref_ix, ref_kind, route_ref
from game.model.state import ALOFT
from game.model.view import PieceView, RouteView
from game.ui.board.picks import PickKind
from game.ui.board.scene import (
    AreaKind,
    AreaMark,
    Badge,
    BoxPlace,
    CounterMark,
    LandTint,
    Layer,
    PieceState,
    PinMark,
    RouteMark,
    Scene,
)
from game.ui.present.sight import Sight
from game.ui.text import signed

_KINDS: dict[str, AreaKind] = {"border": "border", "market": "market", "sea": "sea", "box": "box"}
_TINTS: dict[str, LandTint] = {
    "us": "us",
    "mexico": "mexico",
    "canada": "canada",
    "central-america": "central-america",
    "caribbean": "caribbean",
    "south-america": "south-america",
    "overseas": "overseas",
}


@dataclass(frozen=True)
class Lights:
    """What the board lights: places that may be chosen, the one that is, and what a line names."""

    lit: frozenset[Ref] = frozenset()
    chosen: frozenset[Ref] = frozenset()
    dim_others: bool = False

    def is_lit(self, ref: Ref) -> bool:
        """Whether this may be chosen now."""
        return ref in self.lit

    def is_chosen(self, ref: Ref) -> bool:
        """Whether this is chosen."""
        return ref in self.chosen

    def is_dimmed(self, ref: Ref) -> bool:
        """Whether this should step back."""
        return self.dim_others and ref not in self.lit and ref not in self.chosen


@dataclass(frozen=True)
class FlowShown:
    """Flow of a FLOW under way, in units by route; `before` is last quarter's, `room` what it
    grows up to, so that nothing on the map has to make way for it later."""

    flow: dict[int, int] = field(default_factory=dict)
    before: dict[int, int] = field(default_factory=dict)
    opening: frozenset[int] = frozenset()
    room: dict[int, int] = field(default_factory=dict)

    def uses(self, route: int) -> bool:
        """Whether a route is in use, whatever was known of it before."""
        return route in self.opening or self.flow.get(route, 0) > 0


NO_LIGHTS = Lights()


def board_scene(
    sight: Sight,
    lights: Lights = NO_LIGHTS,
    layer: Layer = "country",
    flow: FlowShown | None = None,
) -> Scene:
    """The scene for what the viewers know; `flow` replaces the widths while FLOW is shown."""
    return Scene(
        areas=tuple(_areas(sight, lights, layer, detailed=flow is None)),
        routes=tuple(_routes(sight, lights, flow)),
        counters=tuple(_counters(sight, lights)),
        pins=tuple(_pins(sight)) if flow is None else (),
        layer=layer,
    )


def element_ref(sight: Sight, kind: str, element: str) -> Ref | None:
    """The reference of something on the board by its kind and id; None for what is no target."""
    campaign = sight.campaign
    if kind == "area" and element in campaign.area_ix:
        return area_ref(campaign.area_ix[element])
    if kind == "route" and element in campaign.route_ix:
        return route_ref(campaign.route_ix[element])
    if kind == "pin" and "-" in element:
        # A mark of the last FLOW speaks of its route.
        return element_ref(sight, "route", element.partition("-")[2])
    if kind in ("counter", "piece") and element.startswith("piece-"):
        return piece_ref(int(element.removeprefix("piece-")))
    return None


def board_id(sight: Sight, ref: Ref) -> tuple[PickKind, str] | None:
    """Kind and id on the board of a reference; None for what has no place there."""
    ix = ref_ix(ref)
    match ref_kind(ref):
        case "area":
            return ("area", sight.campaign.areas[ix].id)
        case "route":
            return ("route", sight.campaign.routes[ix].id)
        case "piece":
            return ("counter", counter_id(ix))
        case _:
            return None


def counter_id(piece: int) -> str:
    """The board's id of a piece."""
    return f"piece-{piece}"


def coverage_text(detect: int, endgame: int) -> str:
    """Values as a counter and a plate show them: "D1 E2", "D2", nothing for neither."""
    parts = []
    if detect:
        parts.append(f"D{detect}")
    if endgame:
        parts.append(f"E{endgame}")
    return " ".join(parts)


def _areas(sight: Sight, lights: Lights, layer: Layer, *, detailed: bool) -> Iterator[AreaMark]:
    presence = _presence(sight)
    badges = _presence_badges(sight, presence) if layer == "presence" else _area_badges(sight)
    for ix, area in enumerate(sight.campaign.areas):
        ref = area_ref(ix)
        has_gov = sight.has_gov(ix) and detailed
        yield AreaMark(
            id=area.id,
            name=sight.words.area(ix),
            kind=_KINDS.get(area.kind, "land"),
            tint=_TINTS.get(area.country, "none"),
            covers=area.covers,
            node=area.node,
            box=_box(area),
            gov=sight.view.gov[ix] if has_gov else None,
            violence=sight.view.violence[ix] if has_gov else 0,
            presence=sight.campaign.seats[presence[ix]].style if ix in presence else None,
            badges=badges.get(ix, ()),
            lit=lights.is_lit(ref),
            chosen=lights.is_chosen(ref),
            dimmed=lights.is_dimmed(ref),
        )


def _box(area: Area) -> BoxPlace | None:
    if area.box is None:
        return None
    return BoxPlace(area.box.x, area.box.y, area.box.width, area.box.height)


def _area_badges(sight: Sight) -> dict[int, tuple[Badge, ...]]:
    change: dict[int, int] = {}
    for _, event in sight.quarter_events:
        if isinstance(event, ViolenceChanged):
            change[event.area] = change.get(event.area, 0) + event.after - event.before
    return {
        area: (
            Badge(
                sight.tr.gettext("violence {change}").format(change=signed(by)),
                "worse" if by > 0 else "better",
            ),
        )
        for area, by in change.items()
        if by
    }


def _presence(sight: Sight) -> dict[int, SeatIx]:
    """The seat with most known pieces in each area; seat order breaks ties."""
    counts: dict[int, dict[SeatIx, int]] = {}
    for piece in sight.view.pieces:
        if piece.area >= 0:
            row = counts.setdefault(piece.area, {})
            row[piece.seat] = row.get(piece.seat, 0) + 1
    return {area: max(sorted(row), key=lambda seat: row[seat]) for area, row in counts.items()}


def _presence_badges(sight: Sight, presence: Mapping[int, SeatIx]) -> dict[int, tuple[Badge, ...]]:
    """Whose pieces are most, in words: tints alone would be lost in grey."""
    return {area: (Badge(sight.words.seat(seat)),) for area, seat in presence.items()}


def _routes(sight: Sight, lights: Lights, flow: FlowShown | None) -> Iterator[RouteMark]:
    for ix, route in enumerate(sight.campaign.routes):
        ref = route_ref(ix)
        seen = sight.routes.get(ix)
        dormant = seen is None or not seen.open
        known, estimate, ghost = _amounts(ix, seen, flow)
        yield RouteMark(
            id=route.id,
            from_id=route.from_,
            to_id=route.to,
            mode=route.mode,
            name=sight.words.route(ix),
            node=route.node,
            dormant=dormant and not (flow is not None and flow.uses(ix)),
            backstop=route.backstop,
            watchable=route.watchable,
            known=known,
            estimate=estimate,
            ghost=ghost,
            heat=seen.heat if seen is not None else 0,
            coverage=_route_coverage(route, seen),
            opening=flow is not None and ix in flow.opening,
            room=flow.room.get(ix, 0) if flow is not None else 0,
            lit=lights.is_lit(ref),
            chosen=lights.is_chosen(ref),
            dimmed=lights.is_dimmed(ref),
        )


def _amounts(
    route: int, seen: RouteView | None, flow: FlowShown | None
) -> tuple[int | None, tuple[int, int] | None, int]:
    if flow is not None:
        return flow.flow.get(route, 0), None, flow.before.get(route, 0)
    if seen is None or not seen.open or seen.high < 0:
        return None, None, max(0, seen.before) if seen is not None else 0
    ghost = max(0, seen.before)
    if seen.low == seen.high:
        return seen.low, None, ghost
    return None, (seen.low, seen.high), ghost


def _route_coverage(route: Route, seen: RouteView | None) -> str:
    if seen is None or not route.watchable or not seen.open:
        return ""
    return coverage_text(seen.detect, seen.endgame)


def _counters(sight: Sight, lights: Lights) -> Iterator[CounterMark]:
    for piece in sight.view.pieces:
        kind = sight.campaign.kinds[piece.kind]
        place = _standing(sight, piece)
        if place is None:
            continue
        ref = piece_ref(piece.piece)
        yield CounterMark(
            id=counter_id(piece.piece),
            area_id=place,
            symbol=kind.symbol,
            style=sight.campaign.seats[piece.seat].style,
            name=sight.words.kind(piece.kind),
            footer=piece_footer(sight, kind),
            watches=tuple(sight.campaign.routes[route].id for route in piece.watch),
            tag=_tag(sight, piece, kind),
            state=_state(piece, kind),
            rotating=piece.rotating,
            lit=lights.is_lit(ref),
            chosen=lights.is_chosen(ref),
            dimmed=lights.is_dimmed(ref),
        )
    yield from _suspected(sight)


def _standing(sight: Sight, piece: PieceView) -> str | None:
    """The area where a counter is drawn; what is aloft hovers over the start of its first route."""
    if piece.area >= 0:
        return sight.campaign.areas[piece.area].id
    if piece.area == ALOFT and piece.watch:
        return sight.campaign.routes[piece.watch[0]].from_
    return None


def piece_footer(sight: Sight, kind: PieceKind) -> str:
    """What a counter says under its symbol: D and E, or what it adds to tests."""
    values = coverage_text(kind.detect, kind.endgame)
    if values or kind.side == "red":
        return values
    best = max(kind.bonus.raid, kind.bonus.case, kind.bonus.surveil, kind.bonus.govern)
    return sight.tr.gettext("+{bonus} test").format(bonus=best) if best > 0 else ""


def _state(piece: PieceView, kind: PieceKind) -> PieceState:
    if kind.side == "nadc":
        return "plain"
    return "exposed" if piece.exposed else "hidden"


def _tag(sight: Sight, piece: PieceView, kind: PieceKind) -> str:
    if kind.side == "nadc":
        return sight.tr.gettext("rotating") if piece.rotating else ""
    word = sight.tr.gettext("exposed") if piece.exposed else sight.tr.gettext("hidden")
    return sight.tr.gettext("{piece}, {state}").format(
        piece=sight.words.kind(piece.kind), state=word
    )


def _suspected(sight: Sight) -> Iterator[CounterMark]:
    """A mark where a play that NADC has learned of is aimed, for viewers who cannot see more."""
    for seat in sight.view.means:
        spec = sight.campaign.seats[seat.seat]
        if spec.side != "red" or seat.planned == len(seat.plans):
            continue
        for place, action in enumerate(seat.plans):
            if ref_kind(action.target) == "area":
                yield CounterMark(
                    id=f"signal-{seat.seat}-{place}",
                    area_id=sight.campaign.areas[ref_ix(action.target)].id,
                    symbol="unknown",
                    style=spec.style,
                    name=sight.tr.gettext("Signal"),
                    tag=sight.tr.gettext("Signal"),
                    state="suspected",
                )


def _pins(sight: Sight) -> Iterator[PinMark]:
    for seen in sight.view.routes:
        route = sight.campaign.routes[seen.route].id
        if seen.seized > 0:
            yield PinMark(f"seized-{route}", route, "seized", 0.62, seen.seized)
        if seen.seen > 0:
            yield PinMark(f"seen-{route}", route, "seen", 0.42, seen.seen)


def opened_this_quarter(sight: Sight) -> frozenset[int]:
    """Routes that the viewers know to have opened this quarter."""
    return frozenset(
        event.route for _, event in sight.quarter_events if isinstance(event, RouteOpened)
    )
