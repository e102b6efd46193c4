"""Plates: the names of border areas and ports of entry, and the flow and heat of routes."""

import pygame

from game.ui.board.marks.pictures import Picture, Studio, draw_heat
from game.ui.board.scene import AreaMark, Badge, PinMark, RouteMark
from game.ui.kit import Kit
from game.ui.text import TextStyle
from game.ui.theme import Colour, mix

SEEN: Colour = (0x7A, 0x5B, 0x00)
"""The colour of a load that was seen and not stopped."""

_HEIGHT = 28
_ROUTE_HEIGHT = 26
_GLYPHS = {"sea": "sea", "poe": "crossing", "seaport": "port"}


def flow_words(route: RouteMark) -> str:
    """A route's flow as a plate shows it: "4", "3–5", or nothing when nothing is known."""
    if route.known is not None:
        return str(route.known)
    if route.estimate is not None:
        low, high = route.estimate
        return str(low) if low == high else f"{low}–{high}"
    return ""


def route_words(studio: Studio, route: RouteMark) -> str:
    """What a route's plate says: its flow, or that it is just opening."""
    return studio.kit.tr.gettext("opens") if route.opening else flow_words(route)


def area_plate(
    studio: Studio, mark: AreaMark, *, at_sea: bool, node_kind: str | None, terse: bool
) -> Picture:
    """The plate of a border area or a node; a terse one leaves its coverage out."""
    kit = studio.kit
    name, chip = kit.number(16), kit.number(14, kit.theme.white)
    coverage = "" if terse else mark.coverage
    width = kit.px(38) + kit.text.width(mark.name, name)
    if coverage:
        width += kit.text.width(coverage, chip) + kit.px(16)
    height = kit.px(_HEIGHT)
    glyph = _GLYPHS.get("sea" if at_sea else node_kind or "", "sector")
    badges = _Badges(kit, mark.badges)
    size = (max(width, badges.width), height + badges.height)

    def draw(surface: pygame.Surface, body: pygame.Rect) -> None:
        box = pygame.Rect(body.centerx - width // 2, body.top, width, height)
        ink = _ground(surface, kit, box, mark.lit, mark.chosen, mark.dimmed)
        kit.glyphs.draw(surface, glyph, (box.x + kit.px(15), box.centery), 16, ink)
        x = box.x + kit.px(29)
        x += kit.text.draw(surface, mark.name, (x, box.centery), name.on(ink))
        if coverage:
            _chip(surface, kit, x + kit.px(7), box.centery, coverage, chip)
        badges.draw(surface, body.centerx, box.bottom)

    key = ("plate", mark.name, coverage, glyph, mark.lit, mark.chosen, mark.dimmed, mark.badges)
    return studio.picture(key, size, draw)


def route_plate(studio: Studio, route: RouteMark, *, terse: bool) -> Picture:
    """The plate of a route: its mode, what flows, its heat and what watches it.

    A terse one leaves out heat that is 0.
    """
    kit = studio.kit
    words, coverage = route_words(studio, route), route.coverage
    number, chip = kit.number(15), kit.number(13, kit.theme.white)
    width = kit.px(27)
    if words:
        width += kit.text.width(words, number) + kit.px(7)
    heat_at = width
    quiet = route.dormant or route.opening or (terse and not route.heat)
    if not quiet:
        width += kit.px(4 * 7 + 5)
    chip_at = width
    if coverage:
        width += kit.text.width(coverage, chip) + kit.px(15)
    width += kit.px(3)

    def draw(surface: pygame.Surface, body: pygame.Rect) -> None:
        ink = _ground(surface, kit, body, route.lit, route.chosen, route.dimmed, 6, 1.3)
        back = kit.theme.wash if route.chosen else kit.theme.paper
        middle = (body.x + kit.px(14), body.centery)
        kit.glyphs.mode(surface, route.mode, middle, 15, kit.theme.ink2, back)
        if words:
            at = (body.x + kit.px(27), body.centery)
            kit.text.draw(surface, words, at, number.on(ink))
        if not quiet:
            bottom = body.centery + kit.px(8)
            draw_heat(surface, kit, body.x + heat_at, bottom, route.heat, kit.theme.rule)
        if coverage:
            _chip(surface, kit, body.x + chip_at, body.centery, coverage, chip)

    flags = (route.lit, route.chosen, route.dimmed, quiet)
    key = ("route-plate", route.mode, words, route.heat, coverage, flags)
    return studio.picture(key, (width, kit.px(_ROUTE_HEIGHT)), draw)


def box_head(studio: Studio) -> int:
    """The height of the title of a box, in pixels."""
    return studio.kit.px(26)


def box_panel(studio: Studio, mark: AreaMark, size: tuple[int, int]) -> Picture:
    """An area with a place of its own on the board: a framed panel with its name on top."""
    kit = studio.kit
    theme = kit.theme
    style = kit.title(16, theme.on)

    def draw(surface: pygame.Surface, body: pygame.Rect) -> None:
        if mark.lit or mark.chosen:
            kit.paint.chosen_ring(surface, body, 6)
        else:
            kit.paint.shadow(surface, body, 6, 0)
        ground = theme.wash if mark.lit or mark.chosen else mix(theme.sea, theme.white, 0.45)
        kit.paint.box(surface, body, ground, 6, theme.slate2, 1.6)
        head = pygame.Rect(body.topleft, (body.width, box_head(studio)))
        kit.paint.box(surface, head, theme.slate2, 6, corners="top")
        words = kit.text.shorten(mark.name, style, head.width - kit.px(16))
        kit.text.draw(surface, words, (head.x + kit.px(9), head.centery), style)

    key = ("box", mark.name, mark.lit, mark.chosen)
    return studio.picture(key, size, draw)


def inset_head(studio: Studio, title: str, width: int) -> Picture:
    """The title of a framed part of the map, as wide as its frame."""
    kit = studio.kit
    style = kit.title(13, kit.theme.on)

    def draw(surface: pygame.Surface, body: pygame.Rect) -> None:
        surface.fill(kit.theme.slate2, body)
        words = kit.text.shorten(kit.tr.gettext(title), style, body.width - kit.px(12))
        kit.text.draw(surface, words, (body.x + kit.px(7), body.centery), style)

    return studio.picture(("inset", title), (width, kit.px(20)), draw)


def node_sign(studio: Studio, kind: str) -> Picture:
    """The small sign of a port or port of entry that a route uses."""
    kit = studio.kit
    side = kit.px(20)

    def draw(surface: pygame.Surface, body: pygame.Rect) -> None:
        kit.paint.box(surface, body, kit.theme.paper, 10, kit.theme.ink2, 1.2)
        glyph = _GLYPHS.get(kind, "dot")
        kit.glyphs.draw(surface, glyph, body.center, 11.5, kit.theme.ink2)

    return studio.picture(("node", kind), (side, side), draw)


def pin_sign(studio: Studio, pin: PinMark) -> Picture:
    """The marker of a seizure, or of loads seen and not stopped, with how many."""
    kit = studio.kit
    side = kit.px(24)
    count = kit.number(12, kit.theme.white)

    def draw(surface: pygame.Surface, body: pygame.Rect) -> None:
        if pin.lit or pin.chosen:
            kit.paint.chosen_ring(surface, body, 7)
        colour = SEEN if pin.kind == "seen" else kit.theme.ink
        kit.glyphs.draw(surface, pin.kind, body.center, 23, colour)
        if pin.count > 1:
            spot = (body.right - kit.px(1), body.top + kit.px(1))
            draw_count(surface, kit, spot, pin.count, count)

    key = ("pin", pin.kind, pin.count, pin.lit, pin.chosen)
    return studio.picture(key, (side, side), draw)


def draw_count(
    surface: pygame.Surface, kit: Kit, spot: tuple[int, int], number: int, style: TextStyle
) -> None:
    """Draw a round badge with a number of equal things around a point."""
    words = f"×{number}"
    # Words do not shrink below what can be read, however small the map: the badge follows them.
    high = max(kit.px(20), kit.text.line_height(style))
    disc = pygame.Rect(0, 0, max(high, kit.text.width(words, style) + kit.px(9)), high)
    disc.center = spot
    kit.paint.box(surface, disc, kit.theme.ink, 11, kit.theme.white, 1.5)
    kit.text.draw(surface, words, disc.center, style, "center")


class _Badges:
    """Short notes in a row of chips under a plate or a name."""

    def __init__(self, kit: Kit, badges: tuple[Badge, ...]) -> None:
        self._kit = kit
        self._badges = badges
        self._style = kit.title(14)
        self._widths = [
            kit.text.width(badge.text, self._style) + kit.px(20 if badge.tone == "plain" else 38)
            for badge in badges
        ]

    @property
    def width(self) -> int:
        return max(self._widths, default=0)

    @property
    def height(self) -> int:
        return len(self._badges) * self._kit.px(27)

    def draw(self, surface: pygame.Surface, middle: int, top: int) -> None:
        kit = self._kit
        for badge, width in zip(self._badges, self._widths, strict=True):
            rect = pygame.Rect(middle - width // 2, top + kit.px(4), width, kit.px(23))
            colour = _tone(kit, badge)
            kit.paint.box(surface, rect, kit.theme.paper, 11.5, colour, 1.5)
            x = rect.x + kit.px(10)
            if badge.tone != "plain":
                glyph = "triangle-up" if badge.tone == "worse" else "triangle-down"
                kit.glyphs.draw(surface, glyph, (x + kit.px(5), rect.centery), 12, colour)
                x += kit.px(17)
            kit.text.draw(surface, badge.text, (x, rect.centery), self._style)
            top += kit.px(27)


def badge_row(kit: Kit, badges: tuple[Badge, ...]) -> _Badges:
    """Notes to be drawn under something; ask it for its width and height first."""
    return _Badges(kit, badges)


def _tone(kit: Kit, badge: Badge) -> Colour:
    if badge.tone == "worse":
        return kit.theme.worse
    return kit.theme.better if badge.tone == "better" else kit.theme.ink3


def _ground(
    surface: pygame.Surface,
    kit: Kit,
    box: pygame.Rect,
    lit: bool,
    chosen: bool,
    dimmed: bool,
    radius: float = 7,
    border: float = 1.5,
) -> Colour:
    """Draw what a plate lies on; returns the colour for its words."""
    theme = kit.theme
    if lit or chosen:
        kit.paint.chosen_ring(surface, box, radius)
    else:
        kit.paint.shadow(surface, box, radius, 0)
    paper = theme.wash if chosen else theme.disabled if dimmed else theme.paper
    kit.paint.box(surface, box, paper, radius, theme.ink3 if dimmed else theme.ink, border)
    return theme.ink2 if dimmed else theme.ink


def _chip(
    surface: pygame.Surface, kit: Kit, left: int, middle: int, words: str, style: TextStyle
) -> None:
    width = kit.text.width(words, style) + kit.px(10)
    height = kit.px(18)
    rect = pygame.Rect(left, middle - height // 2, width, height)
    kit.paint.box(surface, rect, kit.theme.ink, 4)
    kit.text.draw(surface, words, rect.center, style, "center")
