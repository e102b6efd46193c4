"""What the inspector says of whatever is under the pointer or has the focus.

Each number that the game keeps carries the subject of its "why?".
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from game.content.schema.words import TRACKS
from game.model.ids import Ref, area_ref, piece_ref, ref_ix, ref_kind, route_ref
from game.model.view import PieceView, RouteView
from game.narrate.things.areas import (
    area_line,
    gov_line,
    gov_means,
    route_line,
    route_traits,
    violence_word,
)
from game.narrate.things.tracks import track_text
from game.narrate.things.units import authority_means, unit_line, unit_text
from game.ui.present.sight import Sight
from game.ui.present.subjects import Subject

RowKind = Literal[
    "value", "pips", "heat", "ladder", "violence", "thing", "told", "head", "note", "rule"
]


@dataclass(frozen=True, slots=True)
class InspectorRow:
    """One row. `value` and `limit` are numbers for drawn scales, `text` what is written at the
    right of the label, `note` small words at the end. A thing shows a unit's `symbol` in its
    seat's `style`, or a `seat`'s own shape, and perhaps a `sign` at its end."""

    kind: RowKind
    label: str = ""
    text: str = ""
    note: str = ""
    value: int = 0
    limit: int = 5
    symbol: str = ""
    style: str = ""
    seat: str = ""
    sign: str = ""
    marked: bool = False
    subject: Subject | None = None
    ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class Inspection:
    """A thing as the inspector shows it; `lit` says that it may be chosen now."""

    title: str
    subtitle: str
    rows: tuple[InspectorRow, ...]
    chip: str = ""


def inspect_ref(sight: Sight, ref: Ref, *, lit: bool = False) -> Inspection | None:
    """A place or piece; None for what has no page."""
    makers: dict[str, Callable[[Sight, int], Inspection | None]] = {
        "area": inspect_area,
        "route": inspect_route,
        "piece": inspect_piece,
    }
    kind = ref_kind(ref)
    maker = makers.get(kind) if kind is not None else None
    page = maker(sight, ref_ix(ref)) if maker is not None else None
    if page is None or not lit:
        return page
    return Inspection(page.title, page.subtitle, page.rows, sight.tr.gettext("lit: legal"))


def inspect_area(sight: Sight, area: int) -> Inspection:
    """An area: governance and violence, who is here, and the routes that start or end here."""
    words = sight.words
    rows = [*_area_state(sight, area), *_here(sight, area), *_routes_of(sight, area)]
    return Inspection(words.area(area), area_line(words, area), tuple(rows))


def inspect_route(sight: Sight, route: int) -> Inspection:
    """A route: D and E, flow now and before, heat, and who watches it."""
    words, seen = sight.words, sight.routes.get(route)
    rows: list[InspectorRow] = []
    if seen is None or not seen.open:
        rows.append(InspectorRow("note", text=words.say("Dormant: nobody is known to use it.")))
    elif sight.campaign.routes[route].watchable:
        rows += _coverage(sight, seen)
    if seen is not None and seen.open:
        rows += _flow(sight, seen)
    rows += _watchers(sight, route)
    rows += [InspectorRow("note", text=text) for text in route_traits(words, route)]
    return Inspection(words.route(route), route_line(words, route), tuple(rows))


def inspect_piece(sight: Sight, piece: int) -> Inspection | None:
    """A unit or a known Red piece: what it does, where it stands, what it watches."""
    seen = sight.pieces.get(piece)
    if seen is None:
        return None
    words = sight.words
    kind = unit_text(words, seen.kind)
    spec = sight.campaign.kinds[seen.kind]
    rows = [InspectorRow("note", text=kind.summary)]
    if spec.side == "nadc":
        for name, what, value in _own_values(sight, seen):
            subject = Subject("piece", piece, what)
            rows.append(InspectorRow("pips", name, value=value, subject=subject))
    rows += _piece_facts(sight, seen)
    if spec.authority != "none":
        rows.append(InspectorRow("head", words.say("Authority")))
        rows.append(InspectorRow("note", text=kind.title[:1].upper() + kind.title[1:] + "."))
        rows.append(InspectorRow("note", text=authority_means(words, spec.authority)))
    rows += [InspectorRow("note", text=point) for point in kind.points]
    owner = words.say("{seat}, {values}", seat=words.seat(seen.seat), values=kind.values or "–")
    return Inspection(kind.name, owner if kind.values else words.seat(seen.seat), tuple(rows))


def _own_values(sight: Sight, seen: PieceView) -> tuple[tuple[str, str, int], ...]:
    spec, words = sight.campaign.kinds[seen.kind], sight.words
    return (
        (words.say("Detect"), "detect", spec.detect),
        (words.say("Endgame"), "endgame", spec.endgame),
    )


def inspect_track(sight: Sight, name: str) -> Inspection:
    """A track: what it means, where it begins to matter, and why it stands where it does."""
    ix = track_ix(name)
    value = sight.view.tracks[ix]
    text = track_text(sight.words, ix, value)
    subject = Subject("track", ix, name)
    rows = [
        InspectorRow("value", sight.words.say("Now"), str(value), text.level, subject=subject),
        InspectorRow("note", text=text.meaning),
    ]
    if text.thresholds:
        rows.append(InspectorRow("head", sight.words.say("Where it matters")))
    rows += [InspectorRow("value", str(one.value), one.text) for one in text.thresholds]
    return Inspection(text.name, text.direction, tuple(rows))


def track_ix(name: str) -> int:
    """The place of a track by its word."""
    return next(ix for ix, track in enumerate(TRACKS) if track == name)


def _area_state(sight: Sight, area: int) -> Iterator[InspectorRow]:
    words = sight.words
    if not sight.has_gov(area):
        return
    gov, violence = sight.view.gov[area], sight.view.violence[area]
    yield InspectorRow(
        "ladder",
        words.say("Governance"),
        gov_line(words, gov),
        value=gov,
        subject=Subject("gov", area),
    )
    yield InspectorRow(
        "violence",
        words.say("Violence"),
        violence_word(words, violence),
        value=violence,
        limit=3,
        subject=Subject("violence", area),
    )
    people = sight.campaign.areas[area].pop
    yield InspectorRow("value", words.say("Population"), str(people), words.say("of 4"))
    yield InspectorRow("note", text=gov_means(words, gov))


def _here(sight: Sight, area: int) -> Iterator[InspectorRow]:
    pieces = list(sight.area_pieces(area))
    if not pieces:
        return
    yield InspectorRow("rule")
    yield InspectorRow("head", sight.words.say("Here"))
    for piece in pieces:
        yield _thing(sight, piece)


def _thing(sight: Sight, piece: PieceView) -> InspectorRow:
    words = sight.words
    kind = sight.campaign.kinds[piece.kind]
    detail = unit_line(words, piece.kind)
    if kind.side == "red":
        detail = words.say("exposed") if piece.exposed else words.say("hidden from the coalition")
    elif piece.rotating:
        detail = words.say("Rotating: drawn at Flow")
    elif piece.watch:
        routes = words.all_of([words.route(route) for route in piece.watch])
        detail = words.say("watches {routes}", routes=routes)
    return InspectorRow(
        "thing",
        words.kind(piece.kind),
        detail,
        symbol=kind.symbol,
        style=sight.campaign.seats[piece.seat].style,
        ref=piece_ref(piece.piece),
    )


def _routes_of(sight: Sight, area: int) -> Iterator[InspectorRow]:
    name = sight.campaign.areas[area].id
    rows = []
    for ix, route in enumerate(sight.campaign.routes):
        seen = sight.routes.get(ix)
        if name not in (route.from_, route.to) or seen is None or not seen.open:
            continue
        other = route.to if route.from_ == name else route.from_
        place = sight.words.area(sight.campaign.area_ix[other])
        text = sight.words.say("to {area}", area=place)
        if route.to == name:
            text = sight.words.say("from {area}", area=place)
        heat = sight.words.say("heat {heat}", heat=seen.heat)
        rows.append(InspectorRow("thing", sight.words.route(ix), text, heat, ref=route_ref(ix)))
    if rows:
        yield InspectorRow("rule")
        yield InspectorRow("head", sight.words.say("Routes"))
        yield from rows


def _coverage(sight: Sight, seen: RouteView) -> Iterator[InspectorRow]:
    words = sight.words
    subject = Subject("coverage", seen.route, "detect")
    note = words.say("surged") if seen.surged else ""
    yield InspectorRow("pips", words.say("Detect"), note=note, value=seen.detect, subject=subject)
    subject = Subject("coverage", seen.route, "endgame")
    note = "" if seen.lawful else words.say("nobody may stop")
    yield InspectorRow("pips", words.say("Endgame"), note=note, value=seen.endgame, subject=subject)
    asked = sight.view.pending
    is_answer = asked is not None and asked.kind == "odds-probe"
    if (seen.detect or seen.endgame) and not is_answer:
        percent = round(100 * seen.detect * seen.endgame / 36)
        text = words.say("{percent} % of loads", percent=percent)
        subject = Subject("coverage", seen.route, "stops")
        yield InspectorRow("value", words.say("Stops"), text, subject=subject)
    if seen.unknown:
        yield InspectorRow("note", text=words.say("Unknown factors are possible."))


def _flow(sight: Sight, seen: RouteView) -> Iterator[InspectorRow]:
    words = sight.words
    subject = Subject("flow", seen.route)
    if seen.high < 0:
        yield InspectorRow("note", text=words.say("No flow has been seen yet."))
    elif seen.low == seen.high:
        text = words.many("{number} load", "{number} loads", seen.low)
        yield InspectorRow("value", words.say("Last quarter"), text, subject=subject)
    else:
        text = words.say("{low} to {high} loads", low=seen.low, high=seen.high)
        note = words.say("Fusion {fusion} estimate", fusion=sight.track("fusion"))
        yield InspectorRow("value", words.say("Last quarter"), text, note, subject=subject)
    if seen.high >= 0:
        text = words.say("{seized} seized, {seen} seen", seized=seen.seized, seen=seen.seen)
        stopped = Subject("flow", seen.route, "stopped")
        yield InspectorRow("value", words.say("Of these"), text, subject=stopped)
    if seen.before >= 0:
        text = words.many("{number} load", "{number} loads", seen.before)
        before = Subject("flow", seen.route, "before")
        yield InspectorRow("value", words.say("Quarter before"), text, subject=before)
    yield InspectorRow(
        "heat",
        words.say("Heat"),
        words.say("{heat} of 4", heat=seen.heat),
        value=seen.heat,
        limit=4,
        subject=Subject("heat", seen.route),
    )


def _watchers(sight: Sight, route: int) -> Iterator[InspectorRow]:
    watching = [piece for piece in sight.view.pieces if route in piece.watch]
    if not watching:
        return
    yield InspectorRow("rule")
    yield InspectorRow("head", sight.words.say("On watch"))
    for piece in watching:
        kind = sight.campaign.kinds[piece.kind]
        text = unit_line(sight.words, piece.kind)
        if piece.rotating:
            text = sight.words.say("Rotating: drawn at Flow")
        style = sight.campaign.seats[piece.seat].style
        yield InspectorRow(
            "thing",
            sight.words.kind(piece.kind),
            text,
            symbol=kind.symbol,
            style=style,
            ref=piece_ref(piece.piece),
        )


def _piece_facts(sight: Sight, seen: PieceView) -> Iterator[InspectorRow]:
    words = sight.words
    subject = Subject("piece", seen.piece)
    if seen.area >= 0:
        area = words.area(seen.area)
        ref = area_ref(seen.area)
        yield InspectorRow("value", words.say("Stands in"), area, subject=subject, ref=ref)
    if seen.watch:
        routes = words.all_of([words.route(route) for route in seen.watch])
        label = words.say("Rotates over") if seen.rotating else words.say("Watches")
        yield InspectorRow("value", label, routes, subject=subject)
    if seen.kept:
        price = sight.campaign.rules.money.unit_upkeep
        text = words.say("{number} Budget a quarter", number=price)
        yield InspectorRow("value", words.say("Upkeep"), text)
