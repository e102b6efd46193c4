"""Puts plates, counters and names in their places for one view of a scene."""

import math
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import pygame

from game.ui.board.land.places import Place
from game.ui.board.land.shapes import Point
from game.ui.board.layout.dodging import OVERLAP_COST, Room
from game.ui.board.layout.spots import Setting, Spots, View, beside, nearest_outside
from game.ui.board.marks.counters import Stack, counter_picture, stacks_of
from game.ui.board.marks.labels import LADDER_SCALE, node_name, region_name, sea_name
from game.ui.board.marks.pictures import Picture, Studio
from game.ui.board.marks.plates import (
    area_plate,
    box_head,
    box_panel,
    inset_head,
    node_sign,
    pin_sign,
    route_plate,
)
from game.ui.board.scene import AreaMark, RouteMark, Scene
from game.ui.curves import evenly, length, point_at

ItemKind = Literal["area", "route", "counter", "pin", "node"]

BOX_LEVEL = 1
"""The level of areas with a place of their own, below everything that stands in them."""

_NODES_FROM = 0.45
_NODE_NAMES_FROM = 0.85
_TERSE_BELOW = 0.45
_BY_SEAT_BELOW = 0.45
_SMALLEST_PEN = 0.66
_NEEDED_ROWS = 4
_LATER_WEIGHT = 0.25
"""How much names make way for plates that only show while their routes may be chosen."""
_TWO_LINES_COST = 14.0
_NAME_ON_LINE = 75.0
_NAME_TOO_FAR = OVERLAP_COST
"""A name that costs this much would be read as another area's, or hide something."""
_LADDER_COST = 150.0
"""A name that cannot be placed for less than this has no room for its ladder."""


@dataclass(frozen=True, slots=True)
class Item:
    """A picture in its place: the rect of its body in world pixels.

    `is_name` is true for names without a plate; `stem` is the point that something which had to
    stand aside belongs to; `members` are the pieces of a stack.
    """

    kind: ItemKind
    id: str
    picture: Picture
    rect: pygame.Rect
    level: int
    is_name: bool = False
    stem: Point | None = None
    members: tuple[str, ...] = ()


@dataclass(slots=True)
class Arrangement:
    """The result: all items, lowest first, and the routes' paths in world pixels."""

    items: list[Item] = field(default_factory=list)
    paths: dict[str, list[Point]] = field(default_factory=dict)


def picture_gain(detail: float, design_scale: float) -> float:
    """How large plates and counters are beside their full size; a full map shows them smaller.

    `design_scale` is pixels per design pixel: in a small window they shrink less, so that their
    words still fit.
    """
    afar = 0.74 + (detail - 0.32) * 0.46
    return round(min(1.0, max(0.74, afar, _SMALLEST_PEN / design_scale)), 2)


def name_size(detail: float) -> float:
    """The size of region names in design pixels."""
    return round(min(21.0, max(12.5, 15.0 + (detail - 0.3) * 10)) * 2) / 2


def _has_steady_plate(route: RouteMark) -> bool:
    """Whether a route has a plate whenever there is room: it can be watched and is in use."""
    return route.watchable and not route.dormant and not route.backstop


def _matters(route: RouteMark) -> bool:
    return route.lit or route.chosen or route.opening


class Arranger:
    """Arranges one scene for one view. Call `steps` to its end, then take the `result`.

    Plates dodge first, then counters, region names and sea names; a sea name that finds no room is
    left out. What may be chosen just now moves nothing of this: plates and names that only it
    needs come last, in room that is kept for them.
    """

    def __init__(self, scene: Scene, setting: Setting, view: View, names: Studio) -> None:
        self._scene = scene
        self._setting = setting
        self._view = view
        self._names = names
        self._room = Room(view.pen, view.sight)
        self._spots = Spots(setting, view, self._room)
        self._numbers = {route.id: place for place, route in enumerate(scene.routes)}
        self._plates: dict[str, pygame.Rect] = {}
        self._wished: dict[str, pygame.Rect] = {}
        self._has_ladders = view.detail >= LADDER_SCALE
        self.result = Arrangement(
            paths={
                route_id: [self._spots.px(spot) for spot in path]
                for route_id, path in setting.paths.items()
            }
        )

    def steps(self) -> Iterator[None]:
        """Place one thing after the other; yields after each so that the caller may pause."""
        self._lay_lines()
        for rect in self._view.covered:
            self._room.take(rect)
        yield from self._inset_heads()
        yield from self._boxes()
        yield from self._area_plates()
        yield from self._node_signs()
        yield from self._pins()
        yield from self._wish_names()
        yield from self._wish_plates()
        yield from self._counters(at_plates=True)
        yield from self._steady_plates(watched=True)
        yield from self._counters(at_plates=False)
        yield from self._steady_plates(watched=False)
        self._room.forget_wishes()
        for route in self._by_flow():
            if route.id in self._wished and not _has_steady_plate(route):
                self._room.wish(self._wished[route.id], _LATER_WEIGHT)
        yield from self._region_names()
        yield from self._sea_names(needed=False)
        yield from self._node_names()
        self._room.forget_wishes()
        yield from self._needed_plates()
        yield from self._sea_names(needed=True)
        self.result.items.sort(key=lambda item: item.level)

    def _gap(self, design: float) -> int:
        return round(design * self._view.pen)

    def _add(self, item: Item) -> None:
        self.result.items.append(item)
        self._room.take(item.rect)

    def _lay_lines(self) -> None:
        step = 7 * self._view.pen
        for route in self._scene.routes:
            path = self.result.paths.get(route.id)
            if path is None or len(path) < 2:
                continue
            if not route.weight and not route.opening:
                self._room.take_faint_line(evenly(path, step))
            else:
                self._room.take_line(evenly(path, step), self._numbers[route.id])

    def _inset_heads(self) -> Iterator[None]:
        """The titles of the framed parts of the map that the scene uses."""
        for inset in self._setting.insets:
            x0, y0 = self._spots.px((inset.box[0], inset.box[1]))
            x1, _ = self._spots.px((inset.box[2], inset.box[3]))
            picture = inset_head(self._names, inset.title, round(x1 - x0))
            rect = pygame.Rect((round(x0), round(y0)), picture.size)
            self._add(Item("node", inset.id, picture, rect, BOX_LEVEL))
            yield

    def _boxes(self) -> Iterator[None]:
        """Areas with a place of their own; what stands in them is placed inside later."""
        for area in self._scene.areas:
            place = self._setting.places.get(area.id)
            if place is None or area.box is None:
                continue
            rect = self._spots.box_rect(place)
            picture = box_panel(self._view.studio, area, rect.size)
            self.result.items.append(Item("area", area.id, picture, rect, BOX_LEVEL))
            self._room.take(pygame.Rect(rect.topleft, (rect.width, box_head(self._view.studio))))
            yield

    def _area_plates(self) -> Iterator[None]:
        afar = self._view.detail < _TERSE_BELOW
        for area in self._scene.areas:
            place = self._setting.places.get(area.id)
            if place is None or not area.is_plate:
                continue
            picture = self._plate(area, place)
            tries = self._spots.of_plate(place, picture.size)
            seen = self._spots.is_seen(place)
            line_cost = 14.0 if afar else 3.0
            found = self._room.best(picture.size, tries, line_cost=line_cost, in_sight=seen)
            if found is None:
                continue
            spot = self._spots.px(place.anchor)
            stem = None if found[0].collidepoint(spot) else spot
            self._plates[area.id] = found[0]
            self._add(Item("area", area.id, picture, found[0], 5, stem=stem))
            yield

    def _plate(self, area: AreaMark, place: Place) -> Picture:
        node = self._setting.nodes.get(area.node) if area.node is not None else None
        return area_plate(
            self._view.studio,
            area,
            at_sea=place.is_water,
            node_kind=node.kind if node is not None else None,
            terse=self._view.detail < _TERSE_BELOW,
        )

    def _node_signs(self) -> Iterator[None]:
        if self._view.detail < _NODES_FROM:
            return
        used = {r.node or "" for r in self._scene.routes if not r.dormant or r.opening}
        named = {area.node for area in self._scene.areas}
        for node_id in sorted(used - named):
            node = self._setting.nodes.get(node_id)
            if node is None:
                continue
            picture = node_sign(self._view.studio, node.kind)
            x, y = self._spots.px(node.at)
            rect = pygame.Rect((0, 0), picture.size)
            rect.center = round(x), round(y)
            if self._room.is_free(rect):
                self._add(Item("node", node_id, picture, rect, 3))
                yield

    def _pins(self) -> Iterator[None]:
        for pin in self._scene.pins:
            path = self.result.paths.get(pin.route_id)
            if path is None or len(path) < 2:
                continue
            picture = pin_sign(self._view.studio, pin)
            tries = self._spots.along(path, pin.share)
            found = self._room.best(picture.size, tries, line_cost=0.0, in_sight=False)
            if found is not None:
                self._add(Item("pin", pin.id, picture, found[0], 7))
                yield

    def _wish_plates(self) -> Iterator[None]:
        """Keep a place for each route's plate, above all for those that may be needed later."""
        if not self._scene.route_plates:
            return
        for route in self._by_flow():
            picture = next(self._plate_forms(route))
            found = self._best_plate(route, picture)
            if found is not None:
                self._wished[route.id] = found[0]
                self._room.wish(found[0])
                yield

    def _steady_plates(self, *, watched: bool) -> Iterator[None]:
        """Plates of the routes in use: always where units watch, others where there is room."""
        if not self._scene.route_plates:
            return
        for route in self._by_flow():
            if not _has_steady_plate(route) or bool(route.coverage) != watched:
                continue
            if watched:
                self._place_plate(route)
                yield
                continue
            for picture in self._plate_forms(route):
                long_enough = length(self.result.paths[route.id]) >= 1.4 * picture.size[0]
                found = self._best_plate(route, picture)
                has_room = found is not None and found[1] < OVERLAP_COST / 2
                if found is not None and has_room and long_enough:
                    self._add_plate(route, picture, found[0])
                    yield
                    break

    def _place_plate(self, route: RouteMark) -> None:
        """The plate of a watched route, with its D and E, wherever it fits best."""
        *_, picture = self._plate_forms(route)
        found = self._best_plate(route, picture, rows=_NEEDED_ROWS)
        if found is not None:
            self._add_plate(route, picture, found[0])

    def _needed_plates(self) -> Iterator[None]:
        """Plates of routes that matter just now and have none yet, wherever they fit best."""
        shown = {item.id for item in self.result.items if item.kind == "route"}
        for route in self._by_flow():
            if not _matters(route) or route.id in shown:
                continue
            *_, least = self._plate_forms(route)
            found = self._best_plate(route, least, rows=_NEEDED_ROWS)
            if found is not None:
                self._add_plate(route, least, found[0])
                yield

    def _by_flow(self) -> list[RouteMark]:
        """The routes on the map, those with most flow first."""
        drawn = [r for r in self._scene.routes if len(self.result.paths.get(r.id, ())) > 1]
        return sorted(drawn, key=lambda route: -route.weight)

    def _plate_forms(self, route: RouteMark) -> Iterator[Picture]:
        """The plate and, on a full map, a shorter one for where there is no room."""
        yield route_plate(self._view.studio, route, terse=False)
        if self._view.detail < _TERSE_BELOW:
            yield route_plate(self._view.studio, route, terse=True)

    def _best_plate(
        self, route: RouteMark, picture: Picture, *, rows: int = 1
    ) -> tuple[pygame.Rect, float] | None:
        if route.id in self._wished:
            self._room.grant(self._wished[route.id])
        return self._room.best(
            picture.size,
            self._spots.of_route_plate(self.result.paths[route.id], picture.size, rows=rows),
            line_cost=120.0,
            own_line=self._numbers[route.id],
            gap=self._gap(2),
        )

    def _add_plate(self, route: RouteMark, picture: Picture, rect: pygame.Rect) -> None:
        stem = nearest_outside(self.result.paths[route.id], rect)
        self._add(Item("route", route.id, picture, rect, 6, stem=stem))

    def _counters(self, *, at_plates: bool) -> Iterator[None]:
        """The pieces: first those that stand beside an area's plate, then those on their land."""
        by_seat = self._view.detail < _BY_SEAT_BELOW
        for stack in stacks_of(self._scene.counters, by_seat=by_seat):
            place = self._setting.places.get(stack.area_id)
            if place is None or (place.id in self._plates) != at_plates:
                continue
            picture = counter_picture(self._view.studio, stack, terse=by_seat)
            plate = self._plates.get(place.id)
            goal = self._watched(stack, place)
            if plate is not None:
                tries = self._spots.beside_plate(plate, picture.size, goal)
            else:
                tries = self._spots.of_counter(place, picture.size, goal)
            found = self._room.best(
                picture.size,
                tries,
                line_cost=0.0 if place.region is None else 60.0,
                gap=self._gap(5),
                in_sight=self._spots.is_seen(place),
            )
            if found is not None:
                members = tuple(mark.id for mark in stack.marks)
                stem = None if plate is not None else self._spots.stem(place, found[0])
                item = Item("counter", stack.id, picture, found[0], 8, stem=stem, members=members)
                self._add(item)
                yield

    def _watched(self, stack: Stack, place: Place) -> Point | None:
        """Where the first route that the stack watches leaves or enters its area."""
        # Not the one on top, which is another whenever one of the stack may be chosen.
        lead = min(stack.marks, key=lambda mark: mark.id)
        for route_id in lead.watches:
            path = self.result.paths.get(route_id)
            if path is not None and len(path) > 1:
                x, y = self._spots.px(place.anchor)
                a, b = point_at(path, 0.2)[0], point_at(path, 0.8)[0]
                near_a = math.hypot(a[0] - x, a[1] - y) < math.hypot(b[0] - x, b[1] - y)
                return a if near_a else b
        return None

    def _named(self, *, water: bool) -> Iterator[tuple[AreaMark, Place]]:
        """The areas whose name stands on the map itself, without a plate or a box."""
        for area in self._scene.areas:
            place = self._setting.places.get(area.id)
            if place is None or area.is_plate or area.box is not None:
                continue
            if place.is_water == water:
                yield area, place

    def _wish_names(self) -> Iterator[None]:
        """Keep the best place of each name, so that counters leave it when they can."""
        for area, place in self._named(water=False):
            picture, base = next(self._name_forms(area))
            tries = self._spots.of_name(place, picture.size, base)
            found = self._room.best(picture.size, tries)
            if found is not None:
                self._room.wish(found[0])
                yield

    def _region_names(self) -> Iterator[None]:
        """Names with their ladders, if all of them have room for one; else with the numbers.

        The order in which they are placed is the one in which they find the best places together.
        """
        named = list(self._named(water=False))
        if self._has_ladders:
            found = yield from self._tried(named)
            crowded = (cost >= _LADDER_COST for mark, cost in found if mark.gov is not None)
            self._has_ladders = len(found) == len(named) and not any(crowded)
        yield
        least, best_order = math.inf, named
        small_first = sorted(named, key=lambda pair: pair[1].reach)
        for order in (named, named[::-1], small_first, small_first[::-1]):
            found = yield from self._tried(order)
            total = sum(cost * cost for _, cost in found)
            if total < least:
                least, best_order = total, order
        for area, place in best_order:
            yield
            best = self._best_name(area, place)
            if best is not None and best[1] < _NAME_TOO_FAR:
                stem = self._spots.stem(place, best[0])
                item = Item("area", area.id, best[2], best[0], 9, is_name=True, stem=stem)
                self._add(item)

    def _tried(
        self, named: Sequence[tuple[AreaMark, Place]]
    ) -> Generator[None, None, list[tuple[AreaMark, float]]]:
        """What each name would cost if they were placed in this order."""
        costs: list[tuple[AreaMark, float]] = []
        room, self._room = self._room, self._room.copy()
        for area, place in named:
            found = self._best_name(area, place)
            if found is not None:
                self._room.take(found[0])
                costs.append((area, found[1]))
            yield
        self._room = room
        return costs

    def _best_name(self, area: AreaMark, place: Place) -> tuple[pygame.Rect, float, Picture] | None:
        """A name in its best place: on one line or on two."""
        best: tuple[pygame.Rect, float, Picture] | None = None
        for picture, base in self._name_forms(area):
            found = self._room.best(
                picture.size,
                self._spots.of_name(place, picture.size, base),
                line_cost=_NAME_ON_LINE,
                gap=self._gap(3),
                in_sight=self._spots.is_seen(place),
            )
            if found is not None and (best is None or found[1] < best[1]):
                best = (*found, picture)
        return best

    def _name_forms(self, area: AreaMark) -> Iterator[tuple[Picture, float]]:
        """The forms that a region's name may take, on one line or two, with what each costs."""
        size = name_size(self._view.detail)
        ladder = self._has_ladders and area.gov is not None
        for broken in (False, True) if " " in area.name else (False,):
            picture = region_name(self._names, area, size=size, ladder=ladder, broken=broken)
            yield picture, _TWO_LINES_COST * broken

    def _sea_names(self, *, needed: bool) -> Iterator[None]:
        """Names of seas where there is room; those that may be chosen get one at last."""
        shown = {item.id for item in self.result.items if item.kind == "area"}
        for area, place in self._named(water=True):
            if area.id in shown or (needed and not (area.lit or area.chosen)):
                continue
            size = name_size(self._view.detail) - 1
            picture = sea_name(self._names, area, size=size)
            found = self._room.best(
                picture.size,
                self._spots.of_name(place, picture.size, 0.0),
                gap=self._gap(4),
                in_sight=self._spots.is_seen(place),
            )
            if found is not None and (needed or found[1] < OVERLAP_COST):
                self._add(Item("area", area.id, picture, found[0], 9, is_name=True))
                yield

    def _node_names(self) -> Iterator[None]:
        if self._view.detail < _NODE_NAMES_FROM:
            return
        signs = [item for item in self.result.items if item.kind == "node"]
        for sign in signs:
            picture = node_name(self._names, self._setting.nodes[sign.id].name)
            tries = beside(sign.rect, picture.size, self._gap(5))[:8]
            found = self._room.best(picture.size, tries, line_cost=300.0, gap=2)
            if found is not None and found[1] < OVERLAP_COST / 4:
                self._add(Item("node", sign.id, picture, found[0], 9, is_name=True))
                yield
