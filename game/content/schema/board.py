"""map.yaml: areas and routes (RULES 2)."""

from pydantic import Field

from game.content.schema.words import AreaKind, Country, Entry, Id, Mode, Title


class Box(Entry):
    """A place of its own on the board for an area that is not on the map."""

    x: int = Field(ge=0, le=4000)
    """Centre, board units from the left (0 to 4000)."""
    y: int = Field(ge=0, le=2500)
    """Centre, board units from the top (0 to 2500)."""
    width: int = Field(default=360, ge=80, le=1200)
    """Width in board units."""
    height: int = Field(default=200, ge=60, le=900)
    """Height in board units."""


class Area(Entry):
    """An area of the campaign: a map area, a named group of them, a node, or a box."""

    id: Id
    """Its kebab-case word."""
    name: Title
    """Its name on the map."""
    kind: AreaKind
    """source, transit, home, border, market, sea or box."""
    country: Country
    """The host country; `sea` for open water."""
    covers: tuple[Id, ...] = Field(default=(), strict=False, max_length=40)
    """The map areas that it is made of; empty for a node or a box."""
    node: Id | None = None
    """The map node that it stands on (a port of entry, say), instead of `covers`."""
    box: Box | None = None
    """Its own place on the board, instead of `covers`."""
    pop: int = Field(default=0, ge=0, le=4)
    """Population 0 to 4; only populated areas of Mexico and Central America have `gov`."""
    gov: int = Field(default=0, ge=-2, le=2)
    """Governance at the start: -2 captured, -1 penetrated, 0 contested, 1 stable, 2 resilient."""
    violence: int = Field(default=0, ge=0, le=3)
    """Violence at the start, 0 to 3."""
    output: int = Field(default=0, ge=0, le=30)
    """Units of flow a source puts out each quarter."""
    network: Id | None = None
    """The seat of the network that a source supplies; nothing means that all networks share it."""
    demand: int | None = Field(default=None, ge=0, le=99)
    """Units a market takes before it becomes dearer; nothing means no limit."""
    presence_limit: int | None = Field(default=None, ge=0, le=6)
    """How many foreign advisors may stand here; nothing means the rules' own limit."""
    coastal: bool = False
    """Whether aircraft for sea areas may also work here."""


class Route(Entry):
    """A way between two areas; flow goes from `from` to `to` only."""

    id: Id
    """Its kebab-case word; two routes may join the same two areas."""
    name: Title | None = None
    """Its name in sentences; without one the id is spelled out."""
    from_: Id = Field(alias="from")
    """The area where flow enters."""
    to: Id
    """The area where flow leaves."""
    mode: Mode
    """land, sea, air, cyber or finance."""
    cap: int = Field(ge=0, le=99)
    """Units that pass before crowding makes it dearer."""
    cost: int = Field(ge=0, le=20)
    """What it costs the network; the cheapest way to a market is taken."""
    dormant: bool = False
    """Not in use at the start; Red may open it."""
    backstop: bool = False
    """Many small loads: never closed, never full, so that a way always exists."""
    watchable: bool = True
    """Whether units may watch it."""
    node: Id | None = None
    """The port or port of entry that it uses."""
    heat: int = Field(default=0, ge=0, le=4)
    """Heat at the start."""


class MapFile(Entry):
    """map.yaml: the campaign's board."""

    areas: tuple[Area, ...] = Field(strict=False, min_length=2, max_length=120)
    """All areas, in the order used for ties."""
    routes: tuple[Route, ...] = Field(strict=False, min_length=1, max_length=400)
    """All routes, in the order used for ties; dormant ones open in this order."""
