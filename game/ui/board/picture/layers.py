"""Draws the base map: sea, coast, land, rivers and borders, one tile at a time.

A tile is drawn at twice its size and reduced, so every edge is smooth while the memory needed is
that of one tile whatever the window. What depends on the scale is prepared once per scale.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.ui.board.land.geography import Chain, Geography, Ground
from game.ui.board.land.shapes import Box, Point, box_of, boxes_meet, clip_ring, cut_dashes, thin
from game.ui.board.picture.tints import LandTints
from game.ui.paint import polyline
from game.ui.theme import Colour, Theme, mix

TILE = 256
"""Width and height of a tile in pixels."""

_SUPERSAMPLE = 2
_RUN = 16
_FILLS_AT_ONCE = 40
_CHAINS_AT_ONCE = 60
_SMALLEST_STEP = 1.3
_DETAIL_SCALE = 0.5
_GLOW = ((26.0, 0.18), (15.0, 0.4), (7.0, 0.62))


@dataclass(frozen=True, slots=True)
class _Line:
    points: list[Point]
    box: Box


@dataclass(frozen=True, slots=True)
class _Fill:
    points: list[Point]
    box: Box
    colour: Colour
    inset: str | None


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Everything the base map draws at one scale, in supersampled world pixels."""

    fills: tuple[_Fill, ...]
    lakes: tuple[_Fill, ...]
    coast: tuple[_Line, ...]
    rivers: tuple[_Line, ...]
    hair: tuple[_Line, ...]
    groups: tuple[_Line, ...]
    international: tuple[_Line, ...]
    sea: tuple[_Line, ...]
    insets: tuple[Box, ...]


class BaseMap:
    """Paints tiles of the base map at one scale, with one set of tints, in one theme.

    `scale` is pixels per board unit, `ui_scale` pixels per design pixel, which line widths follow.
    """

    def __init__(
        self,
        geography: Geography,
        tints: LandTints,
        theme: Theme,
        scale: float,
        ui_scale: float,
    ) -> None:
        self._theme = theme
        self._pen = ui_scale * _SUPERSAMPLE * min(1.0, max(0.62, scale / ui_scale * 1.5))
        self._preparing = _Preparing(geography, tints, theme, scale, ui_scale)
        self._sheet: _Sheet | None = None
        side = TILE * _SUPERSAMPLE
        self._large = pygame.Surface((side, side))
        self._veil = pygame.Surface((side, side), pygame.SRCALPHA)

    def prepare(self) -> Iterator[None]:
        """Scale the map's lines; yields now and then so that the caller may pause."""
        yield from self._preparing.steps()
        self._sheet = self._preparing.sheet()

    def paint(self, target: pygame.Surface, column: int, row: int) -> None:
        """Draw the tile of a column and row of the grid of tiles onto a surface of tile size."""
        if self._sheet is None:
            for _ in self.prepare():
                pass
        sheet = self._sheet
        assert sheet is not None
        side = TILE * _SUPERSAMPLE
        left, top = column * side, row * side
        reach = _GLOW[0][0] * self._pen
        box = (left - reach, top - reach, left + side + reach, top + side + reach)
        _TilePainter(self._large, self._veil, self._theme, self._pen, (left, top), box).paint(sheet)
        pygame.transform.smoothscale(self._large, (TILE, TILE), target)


class _TilePainter:
    """Draws one tile in the order of the look: sea, glow, land, water, borders."""

    def __init__(
        self,
        surface: pygame.Surface,
        veil: pygame.Surface,
        theme: Theme,
        pen: float,
        origin: tuple[int, int],
        box: Box,
    ) -> None:
        self._surface = surface
        self._veil = veil
        self._theme = theme
        self._pen = pen
        self._origin = origin
        self._box = box

    def paint(self, sheet: _Sheet) -> None:
        theme = self._theme
        self._surface.fill(theme.sea)
        coast = list(self._near(sheet.coast))
        if not theme.high_contrast:
            self._glow(coast)
        self._fills(fill for fill in sheet.fills if fill.inset is None)
        self._lines(sheet.rivers, mix(theme.land["us"], (150, 182, 196), 0.72), 1.1)
        self._lines(sheet.hair, mix(theme.land["us"], (95, 90, 70), 0.34), 0.9)
        self._fills(sheet.lakes)
        self._lines(sheet.sea, mix(theme.sea, theme.white, 0.75), 1.3)
        self._lines(sheet.groups, mix(theme.land["us"], theme.white, 0.55), 3.4)
        self._lines(sheet.groups, (0x7A, 0x71, 0x58), 1.5)
        self._lines(coast, theme.coast, 1.25)
        self._borders(sheet.international)
        self._insets(sheet)

    def _near(self, lines: Iterable[_Line]) -> Iterator[_Line]:
        return (line for line in lines if boxes_meet(line.box, self._box))

    def _local(self, points: Iterable[Point]) -> list[Point]:
        left, top = self._origin
        return [(x - left, y - top) for x, y in points]

    def _lines(self, lines: Iterable[_Line], colour: Colour, width: float) -> None:
        for line in self._near(lines):
            polyline(self._surface, self._local(line.points), colour, width * self._pen)

    def _glow(self, coast: Sequence[_Line]) -> None:
        for width, share in _GLOW:
            colour = mix(self._theme.sea, self._theme.sea_light, share)
            wide = width * self._pen
            for line in coast:
                polyline(self._surface, self._local(thin(line.points, wide / 3)), colour, wide)

    def _fills(self, fills: Iterable[_Fill]) -> None:
        for fill in fills:
            if not boxes_meet(fill.box, self._box):
                continue
            points: Sequence[Point] = fill.points
            if _sticks_out(fill.box, self._box):
                points = clip_ring(points, self._box)
            if len(points) > 2:
                pygame.draw.polygon(self._surface, fill.colour, self._local(points))

    def _borders(self, lines: Iterable[_Line]) -> None:
        near = list(self._near(lines))
        if not near:
            return
        self._veil.fill((0, 0, 0, 0))
        for line in near:
            band = self._local(line.points)
            polyline(self._veil, band, (*self._theme.border, 58), 8 * self._pen)
        self._surface.blit(self._veil, (0, 0))
        for line in near:
            polyline(self._surface, self._local(line.points), self._theme.border, 2.1 * self._pen)

    def _insets(self, sheet: _Sheet) -> None:
        for box in sheet.insets:
            if not boxes_meet(box, self._box):
                continue
            corner = self._local([(box[0], box[1])])[0]
            frame = pygame.Rect(corner, (box[2] - box[0], box[3] - box[1]))
            self._surface.set_clip(frame)
            self._surface.fill(mix(self._theme.sea, self._theme.white, 0.22), frame)
            inside = [fill for fill in sheet.fills if fill.inset is not None]
            self._fills(inside)
            for fill in inside:
                if boxes_meet(fill.box, self._box):
                    ring = self._local([*fill.points, fill.points[0]])
                    polyline(self._surface, ring, self._theme.coast, 1.0 * self._pen)
            self._surface.set_clip(None)
            pygame.draw.rect(
                self._surface, self._theme.slate2, frame, max(2, round(1.6 * self._pen))
            )


class _Preparing:
    """Scales the map's rings and lines, part by part."""

    def __init__(
        self,
        geography: Geography,
        tints: LandTints,
        theme: Theme,
        scale: float,
        ui_scale: float,
    ) -> None:
        self._geography = geography
        self._tints = tints
        self._theme = theme
        self._zoom = scale * _SUPERSAMPLE
        self._ui_scale = ui_scale
        self._detailed = scale / ui_scale >= _DETAIL_SCALE
        self._fills: list[_Fill] = []
        self._runs: dict[str, tuple[_Line, ...]] = {}

    def steps(self) -> Iterator[None]:
        fills = _grounds(self._geography, self._tints, self._theme, self._zoom)
        for number, ground in enumerate(fills):
            self._fills.append(ground)
            if number % _FILLS_AT_ONCE == 0:
                yield
        for name, chains in self._chains().items():
            runs: list[_Line] = []
            for start in range(0, len(chains), _CHAINS_AT_ONCE):
                runs.extend(_lines(chains[start : start + _CHAINS_AT_ONCE], self._zoom))
                yield
            self._runs[name] = tuple(runs)

    def sheet(self) -> _Sheet:
        geography, zoom = self._geography, self._zoom
        owners = dict(self._tints.owners)
        return _Sheet(
            fills=tuple(self._fills),
            lakes=tuple(_lakes(geography, self._theme, zoom)),
            sea=tuple(_sea_dashes(geography.sea_lines, owners, zoom, self._ui_scale)),
            insets=tuple(
                _scaled_box(inset.box, zoom)
                for inset in geography.insets
                if inset.id in self._tints.insets
            ),
            **self._runs,
        )

    def _chains(self) -> dict[str, Sequence[Chain]]:
        geography = self._geography
        groups, inner = _split_borders(geography.internal, dict(self._tints.owners))
        return {
            "coast": geography.coast,
            "rivers": geography.rivers,
            "hair": [*inner, *geography.state_lines] if self._detailed else [],
            "groups": groups,
            "international": geography.international,
        }


def _split_borders(
    chains: Iterable[Chain], owners: dict[str, str]
) -> tuple[list[Chain], list[Chain]]:
    """The borders between campaign areas, and those inside one or outside the campaign."""
    between: list[Chain] = []
    inner: list[Chain] = []
    for chain in chains:
        sides = {owners.get(side) for side in chain.sides}
        (between if len(sides) > 1 else inner).append(chain)
    return between, inner


def _grounds(geography: Geography, tints: LandTints, theme: Theme, zoom: float) -> Iterator[_Fill]:
    colours = dict(tints.colours)
    unplayed = theme.land["unplayed"]
    for ground in geography.grounds:
        if ground.inset is not None and ground.inset not in tints.insets:
            continue
        points = _scaled_ring(ground.ring, zoom)
        if len(points) > 2:
            colour = _ground_colour(ground, colours, unplayed, theme)
            yield _Fill(points, _scaled_box(ground.box, zoom), colour, ground.inset)


def _ground_colour(
    ground: Ground, colours: dict[str, Colour], unplayed: Colour, theme: Theme
) -> Colour:
    if ground.is_water:
        return theme.sea
    return unplayed if ground.area_id is None else colours.get(ground.area_id, unplayed)


def _lakes(geography: Geography, theme: Theme, zoom: float) -> Iterator[_Fill]:
    for lake in geography.lakes:
        points = _scaled_ring(lake.points, zoom)
        if len(points) > 2:
            yield _Fill(points, _scaled_box(lake.box, zoom), theme.sea, None)


def _lines(chains: Iterable[Chain], zoom: float) -> Iterator[_Line]:
    """The lines in short runs, so that a tile touches only what crosses it."""
    for chain in chains:
        points = thin([(x * zoom, y * zoom) for x, y in chain.points], _SMALLEST_STEP)
        for start in range(0, len(points) - 1, _RUN):
            run = points[start : start + _RUN + 1]
            yield _Line(run, box_of(run))


def _sea_dashes(
    chains: Iterable[Chain], owners: dict[str, str], zoom: float, ui_scale: float
) -> Iterator[_Line]:
    """The limits of campaign sea areas, cut into dashes."""
    pen = ui_scale * _SUPERSAMPLE
    for chain in chains:
        sides = {owners.get(side) for side in chain.sides}
        if len(sides) < 2:
            continue
        points = [(x * zoom, y * zoom) for x, y in chain.points]
        for dash in cut_dashes(points, 8 * pen, 8 * pen):
            yield _Line(dash, box_of(dash))


def _scaled_ring(ring: Sequence[Point], zoom: float) -> list[Point]:
    return thin([(x * zoom, y * zoom) for x, y in ring], _SMALLEST_STEP)


def _scaled_box(box: Box, zoom: float) -> Box:
    return box[0] * zoom, box[1] * zoom, box[2] * zoom, box[3] * zoom


def _sticks_out(box: Box, frame: Box) -> bool:
    """Whether a box is so much larger than a frame that filling it whole would waste time."""
    return box[3] - box[1] > 1.5 * (frame[3] - frame[1])
