"""Scenes on the map of the tutorial campaign, for looking at and for measuring the board."""

from dataclasses import dataclass, replace

from game.ui.board.scene import (
    AreaKind,
    AreaMark,
    Badge,
    CounterMark,
    FlowToken,
    LandTint,
    Mode,
    PinMark,
    RouteMark,
    Scene,
)


@dataclass(frozen=True)
class _Area:
    id: str
    name: str
    kind: AreaKind
    tint: LandTint
    covers: tuple[str, ...]
    gov: int | None = None
    violence: int = 0


_AREAS = (
    _Area("south-source", "South source", "land", "south-america", ("sa-colombia",)),
    _Area(
        "eastern-pacific",
        "Eastern Pacific",
        "sea",
        "none",
        ("sea-eastern-pacific-south", "sea-eastern-pacific-central"),
    ),
    _Area(
        "pacific-littoral",
        "Littoral Pacific",
        "border",
        "none",
        ("sea-eastern-pacific-north", "sea-us-pacific"),
    ),
    _Area(
        "mx-pacific-ports",
        "Pacific ports",
        "land",
        "mexico",
        ("mx-jalisco", "mx-michoacan-guerrero"),
        -1,
    ),
    _Area("mx-central", "Central", "land", "mexico", ("mx-valle-de-mexico", "mx-altiplano"), 0),
    _Area(
        "mx-northwest", "Northwest", "land", "mexico", ("mx-sonora", "mx-sinaloa-durango"), -1, 1
    ),
    _Area("mx-baja", "Baja", "land", "mexico", ("mx-baja-california", "mx-baja-california-sur"), 0),
    _Area("mx-north", "North", "land", "mexico", ("mx-chihuahua", "mx-coahuila"), -1),
    _Area("california-border", "California border", "border", "us", ("us-california-south",)),
    _Area("desert-sector", "Desert sector", "border", "us", ("us-arizona", "us-new-mexico")),
    _Area(
        "us-west",
        "US West",
        "market",
        "us",
        ("us-california-north", "us-mountain-west", "us-pacific-northwest"),
    ),
)


@dataclass(frozen=True)
class _Route:
    id: str
    start: str
    end: str
    mode: Mode
    node: str | None = None
    flow: int | None = None
    ghost: int = 0
    heat: int = 0


_ROUTES = (
    _Route("source-run", "south-source", "eastern-pacific", "sea", None, 5, 4, 1),
    _Route(
        "port-landing", "eastern-pacific", "mx-pacific-ports", "sea", "port-manzanillo", 4, 4, 1
    ),
    _Route("ports-central", "mx-pacific-ports", "mx-central", "land", None, 2, 2),
    _Route("ports-northwest", "mx-pacific-ports", "mx-northwest", "land", None, 3, 2),
    _Route("central-north", "mx-central", "mx-north", "land", None, 2, 2, 1),
    _Route("northwest-baja", "mx-northwest", "mx-baja", "land", None, 3, 3),
    _Route("san-ysidro", "mx-baja", "california-border", "land", "poe-san-ysidro", 3, 4, 2),
    _Route("nogales", "mx-northwest", "desert-sector", "land", "poe-nogales", 2, 1, 3),
    _Route("desert-trail", "mx-northwest", "desert-sector", "land", None, 1, 1, 1),
    _Route("santa-teresa", "mx-north", "desert-sector", "land", "poe-santa-teresa", 2, 2),
    _Route("california-road", "california-border", "us-west", "land", None, 3, 4),
    _Route("desert-road", "desert-sector", "us-west", "land", None, 4, 3),
    _Route("beach", "pacific-littoral", "us-west", "land"),
    _Route("small-loads", "mx-northwest", "us-west", "land"),
    _Route("deep-run", "south-source", "eastern-pacific", "sea"),
    _Route("mazatlan-landing", "eastern-pacific", "mx-northwest", "sea", "port-mazatlan"),
    _Route("coastal-hop", "mx-pacific-ports", "mx-baja", "sea"),
    _Route("sierra-road", "mx-northwest", "mx-north", "land"),
    _Route("hill-trail", "mx-baja", "california-border", "land"),
    _Route("bootheel-trail", "mx-north", "desert-sector", "land"),
    _Route("baja-coast", "mx-baja", "pacific-littoral", "sea", "port-ensenada"),
    _Route("long-haul", "eastern-pacific", "pacific-littoral", "sea"),
    _Route("light-aircraft", "mx-northwest", "us-west", "air"),
)
_UNWATCHABLE = frozenset({"california-road", "desert-road", "beach"})
_OPEN_WITHOUT_FLOW = frozenset({"beach", "small-loads"})

_COUNTERS = (
    CounterMark(
        "border-team",
        "california-border",
        "border-team",
        "us",
        "Border team",
        "D1 E2",
        ("san-ysidro",),
    ),
    CounterMark(
        "customs",
        "desert-sector",
        "customs-team",
        "us",
        "Customs",
        "D1 E2",
        ("nogales",),
        rotating=True,
    ),
    CounterMark("uas", "desert-sector", "uas", "us", "UAS orbit", "D2", ("nogales",)),
    CounterMark("cutter-1", "eastern-pacific", "cutter", "us", "Cutter", "E2", ("source-run",)),
    CounterMark("cutter-2", "eastern-pacific", "cutter", "us", "Cutter", "E2", ("source-run",)),
    CounterMark("cutter-3", "eastern-pacific", "cutter", "us", "Cutter", "E2", ("port-landing",)),
    CounterMark("semar", "eastern-pacific", "cutter", "mexico", "Vessel", "E2", ("port-landing",)),
    CounterMark(
        "police-1",
        "mx-pacific-ports",
        "police-team",
        "mexico",
        "Police",
        "D1 E2",
        ("ports-central",),
    ),
    CounterMark(
        "police-2", "mx-northwest", "police-team", "mexico", "Police", "D1 E2", ("northwest-baja",)
    ),
    CounterMark("cell", "mx-northwest", "cell", "cartel", state="exposed", tag="Cell exposed"),
    CounterMark("mole", "mx-baja", "mole", "cartel", state="suspected", tag="Mole reported"),
)


def areas() -> tuple[AreaMark, ...]:
    """The eleven areas, nothing lit."""
    return tuple(
        AreaMark(a.id, a.name, a.kind, a.tint, a.covers, gov=a.gov, violence=a.violence)
        for a in _AREAS
    )


def routes() -> tuple[RouteMark, ...]:
    """The twenty-three routes with an estimate of their flow."""
    return tuple(_route(entry) for entry in _ROUTES)


def _route(entry: _Route) -> RouteMark:
    estimate = None if entry.flow is None else (max(0, entry.flow - 1), entry.flow + 1)
    return RouteMark(
        entry.id,
        entry.start,
        entry.end,
        entry.mode,
        node=entry.node,
        dormant=entry.flow is None and entry.id not in _OPEN_WITHOUT_FLOW,
        backstop=entry.id == "small-loads",
        watchable=entry.id not in _UNWATCHABLE,
        estimate=estimate,
        ghost=entry.ghost,
        heat=entry.heat,
    )


def strategic() -> Scene:
    """The whole map, nothing to choose."""
    return Scene(areas(), routes(), _COUNTERS)


def tactical() -> Scene:
    """Close to the border: places to choose, one chosen, values on the plates."""
    coverage = {
        "california-border": "D1 E2",
        "desert-sector": "D3 E2",
        "pacific-littoral": "D1",
    }
    lit = {*coverage, "mx-northwest"}
    marks = tuple(
        replace(
            area,
            lit=area.id in lit,
            chosen=area.id == "california-border",
            coverage=coverage.get(area.id, ""),
        )
        for area in areas()
    )
    ways = tuple(
        replace(route, coverage="D1 E2") if route.id in ("san-ysidro", "nogales") else route
        for route in routes()
    )
    pins = (PinMark("seized-nogales", "nogales", "seized", 0.75, 1),)
    return Scene(marks, ways, _COUNTERS, pins)


def route_choice() -> Scene:
    """Routes to choose, one chosen, the rest of the map quiet."""
    lit = {"san-ysidro", "nogales", "santa-teresa", "mazatlan-landing"}
    ways = tuple(
        replace(route, lit=route.id in lit, chosen=route.id == "nogales") for route in routes()
    )
    return Scene(areas(), ways, _COUNTERS)


def flow() -> Scene:
    """The last phase: known flow, last quarter as a ghost, a route that opens, no counters."""
    marks = tuple(
        replace(
            area,
            gov=None,
            badges=(Badge("violence +1", "worse"),) if area.id == "mx-baja" else (),
        )
        for area in areas()
    )
    ways = tuple(
        replace(
            route,
            estimate=None,
            known=None if route.estimate is None else route.estimate[1] - 1,
            opening=route.id == "coastal-hop",
        )
        for route in routes()
    )
    return Scene(marks, ways, route_plates=False)


def flow_tokens() -> tuple[FlowToken, ...]:
    """Loads on their way, one seized, one seen."""
    return (
        FlowToken("t1", "source-run", 0.35),
        FlowToken("t2", "source-run", 0.8, "seized"),
        FlowToken("t3", "port-landing", 0.5, "seen"),
        FlowToken("t4", "ports-northwest", 0.4),
        FlowToken("t5", "central-north", 0.6),
        FlowToken("t6", "desert-road", 0.5, "delivered"),
    )


SCENES = {
    "strategic": strategic,
    "tactical": tactical,
    "routes": route_choice,
    "flow": flow,
}
