"""What the board shows: frozen values in words and board units, made by a screen from a view.

A board unit is one step of the map data: the theatre measures 4000 by 2500, y grows downward.
Nothing here knows a rule or a pixel; two equal scenes look the same.
"""

from dataclasses import dataclass
from typing import Literal

AreaKind = Literal["land", "sea", "border", "market", "box"]
Mode = Literal["land", "sea", "air", "cyber", "finance"]
Layer = Literal["country", "governance", "violence", "presence"]
LandTint = Literal[
    "us", "mexico", "canada", "central-america", "caribbean", "south-america", "overseas", "none"
]
PieceState = Literal["plain", "hidden", "exposed", "suspected"]
TokenKind = Literal["unit", "seized", "seen", "delivered"]
PinKind = Literal["seized", "seen"]
Tone = Literal["plain", "better", "worse"]

LAYERS: tuple[Layer, ...] = ("country", "governance", "violence", "presence")


@dataclass(frozen=True, slots=True)
class BoxPlace:
    """The place of an area that is not on the map: its centre and size in board units."""

    x: float
    y: float
    width: float = 360.0
    height: float = 200.0


@dataclass(frozen=True, slots=True)
class Badge:
    """A short note beside an area's name, such as "violence +1"; `tone` says good or bad news."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class AreaMark:
    """One area of the campaign.

    Exactly one of `covers` (map areas), `node` (a map node) and `box` gives its place. `gov` is -2
    to 2 or None where there is no ladder, `violence` 0 to 3, `presence` the style of the seat that
    has most pieces here. `coverage` is a chip such as "D1 E2".
    """

    id: str
    name: str
    kind: AreaKind = "land"
    tint: LandTint = "none"
    covers: tuple[str, ...] = ()
    node: str | None = None
    box: BoxPlace | None = None
    gov: int | None = None
    violence: int = 0
    presence: str | None = None
    coverage: str = ""
    badges: tuple[Badge, ...] = ()
    lit: bool = False
    chosen: bool = False
    dimmed: bool = False

    @property
    def is_plate(self) -> bool:
        """Whether the area is named on a plate, as border areas and ports of entry are."""
        return self.kind == "border" or self.node is not None


@dataclass(frozen=True, slots=True)
class RouteMark:
    """One route; flow goes from `from_id` to `to_id`.

    `known` is the true flow in units, `estimate` the lowest and highest it may be; at most one of
    them is given. `ghost` is last quarter's flow, `heat` 0 to 4. `opening` marks a route that opens
    just now. `room` is the flow that is reckoned with where plates and names find their places, so
    that none of them moves while flow grows up to it.
    """

    id: str
    from_id: str
    to_id: str
    mode: Mode = "land"
    name: str = ""
    node: str | None = None
    dormant: bool = False
    backstop: bool = False
    watchable: bool = True
    known: int | None = None
    estimate: tuple[int, int] | None = None
    ghost: int = 0
    heat: int = 0
    coverage: str = ""
    opening: bool = False
    room: int = 0
    lit: bool = False
    chosen: bool = False
    dimmed: bool = False

    @property
    def weight(self) -> float:
        """The flow that decides what makes way for what."""
        return max(self.flow, float(self.room))

    @property
    def flow(self) -> float:
        """Units that decide the width: the known flow, or the middle of the estimate."""
        if self.known is not None:
            return float(self.known)
        if self.estimate is not None:
            return (self.estimate[0] + self.estimate[1]) / 2
        return 0.0


@dataclass(frozen=True, slots=True)
class CounterMark:
    """One piece standing in an area.

    `symbol` names a picture of the symbol set, `style` the seat's look, `footer` its values in
    words such as "D1 E2". `watches` are the routes it counts on. Equal pieces of an area stack.
    """

    id: str
    area_id: str
    symbol: str
    style: str
    name: str = ""
    footer: str = ""
    watches: tuple[str, ...] = ()
    tag: str = ""
    state: PieceState = "plain"
    rotating: bool = False
    lit: bool = False
    chosen: bool = False
    dimmed: bool = False


@dataclass(frozen=True, slots=True)
class PinMark:
    """A marker left on a route by the last flow, at a share 0 to 1 of its length."""

    id: str
    route_id: str
    kind: PinKind = "seized"
    share: float = 0.5
    count: int = 1
    lit: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class FlowToken:
    """A load on its way along a route; `share` is 0 at the start and 1 at the end."""

    id: str
    route_id: str
    share: float
    kind: TokenKind = "unit"


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything the board shows at one moment.

    `route_plates` False leaves out the plates of routes that may not be chosen, as while loads are
    shown on their way.
    """

    areas: tuple[AreaMark, ...] = ()
    routes: tuple[RouteMark, ...] = ()
    counters: tuple[CounterMark, ...] = ()
    pins: tuple[PinMark, ...] = ()
    layer: Layer = "country"
    route_plates: bool = True
