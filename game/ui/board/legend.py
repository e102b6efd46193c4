"""The key to the map and the zoom buttons, in the corner of the board."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pygame

from game.ui.board.marks.labels import governance_word
from game.ui.board.marks.pictures import draw_heat
from game.ui.board.picture.tints import GOVERNANCE_TINTS, VIOLENCE_TINTS, presence_tint
from game.ui.board.scene import Scene
from game.ui.kit import Kit
from game.ui.theme import Colour

ZoomButton = Literal["out", "in", "fit"]

_HEIGHT = 34
_BUTTON = 42
_GAP = 12
_BUTTONS: tuple[tuple[ZoomButton, str], ...] = (("out", "minus"), ("in", "plus"), ("fit", "fit"))


@dataclass(frozen=True, slots=True)
class _Entry:
    """One part of the legend: a drawn sample, its width, and its words."""

    width: int
    draw: Callable[[pygame.Surface, int, int], None]
    words: str


class Legend:
    """Draws itself in the upper right corner of the board and knows what lies under the pointer."""

    def __init__(self, kit: Kit, view: pygame.Rect, scene: Scene) -> None:
        self._kit = kit
        self._style = kit.label(13.5, kit.theme.ink)
        margin, height = kit.px(_GAP), kit.px(_HEIGHT)
        width = kit.px(_BUTTON) * len(_BUTTONS)
        self.zoom_rect = pygame.Rect(view.right - margin - width, view.top + margin, width, height)
        self._entries = _entries(kit, scene)
        self.key_rect = self._fitted(view, margin, height)
        self._frame = self.zoom_rect.unionall(self.rects).inflate(margin, margin)
        self._pictures: dict[ZoomButton | None, pygame.Surface] = {}

    @property
    def rects(self) -> list[pygame.Rect]:
        """What the legend covers."""
        return [rect for rect in (self.zoom_rect, self.key_rect) if rect.width]

    def button_at(self, spot: tuple[int, int]) -> ZoomButton | None:
        """The zoom button under a pixel."""
        if not self.zoom_rect.collidepoint(spot):
            return None
        place = (spot[0] - self.zoom_rect.left) * len(_BUTTONS) // self.zoom_rect.width
        return _BUTTONS[place][0]

    def draw(self, surface: pygame.Surface, hovered: ZoomButton | None) -> None:
        """Draw the key and the buttons."""
        picture = self._pictures.get(hovered)
        if picture is None:
            picture = self._pictures[hovered] = self._picture(hovered)
        surface.blit(picture, self._frame.topleft)

    def _picture(self, hovered: ZoomButton | None) -> pygame.Surface:
        """All of it as one picture, since it is drawn again in every frame."""
        picture = pygame.Surface(self._frame.size, pygame.SRCALPHA)
        shift = (-self._frame.x, -self._frame.y)
        self._draw_buttons(picture, self.zoom_rect.move(shift), hovered)
        if self.key_rect.width:
            self._draw_key(picture, self.key_rect.move(shift))
        return picture

    def _draw_buttons(
        self, surface: pygame.Surface, rect: pygame.Rect, hovered: ZoomButton | None
    ) -> None:
        kit = self._kit
        kit.paint.panel(surface, rect, radius=6, level=0)
        side = rect.width // len(_BUTTONS)
        for place, (name, glyph) in enumerate(_BUTTONS):
            left = rect.left + place * side
            if name == hovered:
                under = pygame.Rect(left, rect.top, side, rect.height)
                kit.paint.box(surface, under.inflate(-4, -4), kit.theme.wash, 5)
            if place:
                kit.paint.rule(surface, (left, rect.top + kit.px(6)), kit.px(22), vertical=True)
            kit.glyphs.draw(surface, glyph, (left + side / 2, rect.centery), 15, kit.theme.ink)

    def _fitted(self, view: pygame.Rect, margin: int, height: int) -> pygame.Rect:
        """The place of the key, left of the buttons; empty where the board is too narrow."""
        kit = self._kit
        width = kit.px(28) - kit.px(16)
        for entry in self._entries:
            width += entry.width + kit.px(7 + 16) + kit.text.width(entry.words, self._style)
        rect = pygame.Rect(self.zoom_rect.left - margin - width, view.top + margin, width, height)
        if rect.left < view.left + view.width * 0.3:
            return pygame.Rect(0, 0, 0, 0)
        return rect

    def _draw_key(self, surface: pygame.Surface, rect: pygame.Rect) -> None:
        kit = self._kit
        kit.paint.panel(surface, rect, radius=6, level=0)
        x = rect.left + kit.px(14)
        for entry in self._entries:
            entry.draw(surface, x, rect.centery)
            x += entry.width + kit.px(7)
            x += kit.text.draw(surface, entry.words, (x, rect.centery), self._style)
            x += kit.px(16)


def _entries(kit: Kit, scene: Scene) -> list[_Entry]:
    if scene.layer == "governance":
        return [
            _swatch(kit, colour, governance_word(kit, gov))
            for gov, colour in GOVERNANCE_TINTS.items()
        ]
    if scene.layer == "violence":
        words = (
            kit.tr.gettext("no violence"),
            kit.tr.gettext("some"),
            kit.tr.gettext("much"),
            kit.tr.gettext("most"),
        )
        return [_swatch(kit, VIOLENCE_TINTS[step], words[step]) for step in range(4)]
    if scene.layer == "presence":
        return _presence(kit, scene)
    return _flows(kit, scene)


def _presence(kit: Kit, scene: Scene) -> list[_Entry]:
    styles = {area.presence: None for area in scene.areas if area.presence is not None}
    entries = [
        _swatch(kit, presence_tint(style, kit.theme), kit.theme.seat(style).letters)
        for style in sorted(styles)
    ]
    entries.append(_heading(kit, kit.tr.gettext("most pieces")))
    return entries


def _flows(kit: Kit, scene: Scene) -> list[_Entry]:
    estimates = any(route.estimate is not None for route in scene.routes)
    now = kit.tr.gettext("estimate now") if estimates else kit.tr.gettext("now")
    return [
        _line(kit, now),
        _ghost(kit, kit.tr.gettext("last quarter")),
        _heat(kit, kit.tr.gettext("heat")),
        _dormant(kit, kit.tr.gettext("dormant")),
    ]


def _heading(kit: Kit, words: str) -> _Entry:
    def draw(surface: pygame.Surface, x: int, y: int) -> None:
        """Words alone need no sample."""

    return _Entry(0, draw, words)


def _swatch(kit: Kit, colour: Colour, words: str) -> _Entry:
    def draw(surface: pygame.Surface, x: int, y: int) -> None:
        rect = pygame.Rect(x, y - kit.px(8), kit.px(20), kit.px(16))
        kit.paint.box(surface, rect, colour, 3, kit.theme.coast, 1)

    return _Entry(kit.px(20), draw, words)


def _line(kit: Kit, words: str) -> _Entry:
    def draw(surface: pygame.Surface, x: int, y: int) -> None:
        rect = pygame.Rect(x, y - kit.px(7) // 2, kit.px(26), kit.px(7))
        kit.paint.box(surface, rect, kit.theme.flow, 1)

    return _Entry(kit.px(26), draw, words)


def _ghost(kit: Kit, words: str) -> _Entry:
    def draw(surface: pygame.Surface, x: int, y: int) -> None:
        rect = pygame.Rect(x, y - kit.px(7), kit.px(26), kit.px(14))
        light = tuple(round(c * 0.35 + 252 * 0.65) for c in kit.theme.flow_light)
        edge = tuple(round(c * 0.6 + 252 * 0.4) for c in kit.theme.flow)
        kit.paint.box(
            surface, rect, (light[0], light[1], light[2]), 2, (edge[0], edge[1], edge[2]), 1.4
        )

    return _Entry(kit.px(26), draw, words)


def _heat(kit: Kit, words: str) -> _Entry:
    def draw(surface: pygame.Surface, x: int, y: int) -> None:
        draw_heat(surface, kit, x, y + kit.px(7), 2, kit.theme.line)

    return _Entry(kit.px(26), draw, words)


def _dormant(kit: Kit, words: str) -> _Entry:
    def draw(surface: pygame.Surface, x: int, y: int) -> None:
        for place in range(5):
            side = kit.px(3)
            rect = pygame.Rect(x + kit.px(1 + place * 6), y - side // 2, side, side)
            kit.paint.box(surface, rect, kit.theme.ink3, 2)

    return _Entry(kit.px(28), draw, words)
