"""The tray's tiles where there is little room, and the tiles of answers."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.ui.kit import Kit
from game.ui.present.tray import Answer
from game.ui.present.tray import Tile as TileModel
from game.ui.theme import Colour
from game.ui.widgets.button import Tile
from game.ui.widgets.card_face import CardFace
from game.ui.widgets.card_small import MORE_SIZE, more_size, more_word
from game.ui.widgets.marks import costs, costs_width, key_cap
from game.ui.widgets.widget import Group

if TYPE_CHECKING:
    from game.ui.widgets.form import Form

_ANSWER, _LEAST_ANSWER = 300, 150
_LEAST, _MOST = 212, 330
_LOW = 720
_FOOT = 28
_COLUMN_GAP = 10


class ActionTile(Tile):
    """A basic action, marked where the guide speaks of it."""

    lit = False

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the tile and its mark."""
        super().draw(surface, kit)
        if self.lit:
            draw_guide_mark(surface, kit, self.rect, 6)


def draw_guide_mark(surface: pygame.Surface, kit: Kit, rect: pygame.Rect, radius: float) -> None:
    """The gold edge that the guide's callout has, on what it speaks of."""
    edge = pygame.Rect(rect.x, rect.y, kit.px(8), rect.height)
    theme = kit.theme
    kit.paint.box(surface, edge, theme.gold, radius, theme.ink, 1.4, corners="left")


class SlimTile(Tile):
    """An action or a card in one row of tiles: its title, as much of its text as finds room, and
    for a card its price and the key that shows it whole."""

    def __init__(
        self,
        model: TileModel,
        face: CardFace | None,
        on_use: Callable[[], None],
        on_look: Callable[[], None],
        on_details: Callable[[], None],
    ) -> None:
        super().__init__(
            model.title,
            model.subtitle if face is None else face.rule,
            on_use,
            key=model.key,
            glyph="" if face is None else face.level,
            chosen=model.chosen,
            reason=model.reason,
            tooltip=model.help,
            group="cards",
        )
        self.face = face
        self.footer = model.footer
        self.lit = False
        self.extra = 0
        """Room that the tray has to spare for it, in pixels."""
        self._on_look = on_look
        self._on_details = on_details

    @property
    def hint(self) -> str:
        """What is cut; of a card for the pointer alone, since its key shows it whole."""
        if self.face is not None and not self.hovered:
            return ""
        return super().hint

    def on_focus(self, form: "Form") -> None:
        """Show a card in the inspector."""
        if self.face is not None:
            self._on_look()

    def on_key(self, event: pygame.event.Event, form: "Form") -> bool:
        """Show a card whole on Space."""
        if event.key != pygame.K_SPACE or self.face is None or not self.focused:
            return super().on_key(event, form)
        self._on_details()
        return True

    def on_release(self, at: tuple[int, int], form: "Form") -> None:
        """Show a card whole where the mark for that was clicked, else use the tile."""
        if self.face is not None and self._more(form.kit).collidepoint(at):
            self._on_details()
        else:
            super().on_release(at, form)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """Wide enough for its title, as high as a line or two of its text."""
        title = self._words(kit, None)[0].width + self._beside(kit) + 2 * kit.px(14)
        least = kit.px(_LEAST)
        if self.face is not None:
            least = max(least, self._foot_width(kit))
        wide = min(max(least, title), kit.px(_MOST)) + self.extra
        words, detail = self._words(kit, wide)
        # Where the window is low the map needs the second line more.
        lines = min(len(detail.lines), 1 if kit.metrics.height < kit.px(_LOW) else 2)
        high = words.height + lines * detail.line_height + self._below(kit) + kit.px(12)
        return wide, max(kit.px(60), high)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the tile, and a card's price and what shows it whole."""
        super().draw(surface, kit)
        if self.lit:
            draw_guide_mark(surface, kit, self.rect, 7)
        if self.face is None:
            return
        theme, more = kit.theme, self._more(kit)
        style = kit.title(MORE_SIZE, theme.ink)
        x = more.x + kit.text.draw(surface, more_word(kit), more.midleft, style)
        key_cap(surface, kit, (x + kit.px(8), more.centery), "Space", theme.ink)
        left, ink = self.rect.x + kit.px(14), theme.ink if self.enabled else theme.ink2
        if self.face.cost:
            wide = costs_width(kit, self.face.cost, 18)
            back = self._fill(kit)
            costs(surface, kit, (left + wide, more.centery), self.face.cost, 18, (ink, back))
            left += wide + kit.px(10)
        elif self.face.free:
            style = kit.title(MORE_SIZE, ink)
            left += kit.text.draw(surface, self.face.free, (left, more.centery), style)
            left += kit.px(10)
        words = kit.label(MORE_SIZE, theme.ink2)
        if self.enabled and kit.text.width(self.footer, words) <= more.x - kit.px(10) - left:
            kit.text.draw(surface, self.footer, (left, more.centery), words)

    def _draw_sign(
        self, surface: pygame.Surface, kit: Kit, at: tuple[int, int], fill: Colour
    ) -> None:
        colour = kit.theme.level(self.glyph) if self.enabled else kit.theme.ink2
        kit.glyphs.level(surface, self.glyph, at, 18, colour, fill)

    def _below(self, kit: Kit) -> int:
        return kit.px(_FOOT) if self.face is not None else 0

    def _foot_width(self, kit: Kit) -> int:
        assert self.face is not None
        price = kit.text.width(self.face.free, kit.title(MORE_SIZE))
        if self.face.cost:
            price = costs_width(kit, self.face.cost, 18)
        footer = kit.text.width(self.footer, kit.label(MORE_SIZE)) if self.enabled else 0
        whole = price + footer + kit.px(14 + 10 + 10 + 12) + more_size(kit)[0]
        return min(whole, kit.px(_MOST))

    def _more(self, kit: Kit) -> pygame.Rect:
        wide, high = more_size(kit)
        right, bottom = self.rect.right - kit.px(10), self.rect.bottom - kit.px(6)
        return pygame.Rect(right - wide, bottom - high, wide, high)


class AnswerTile(Tile):
    """One answer, as wide as the tray's answers are; a seat's shape where several answer."""

    def __init__(
        self, answer: Answer, on_use: Callable[[], None], on_look: Callable[[], None]
    ) -> None:
        super().__init__(
            answer.title,
            answer.detail,
            on_use,
            key=answer.key,
            glyph="check" if answer.marked else "",
            chosen=answer.marked,
            group="cards",
        )
        self.style = answer.style
        self._on_look = on_look

    def on_focus(self, form: "Form") -> None:
        """Light on the map what the answer speaks of."""
        self._on_look()

    def tick(self, dt: float) -> float | None:
        """Light it for the pointer too."""
        if self.hovered:
            self._on_look()
        return super().tick(dt)

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """A fixed width, as high as its words need; no wider than a title that stands alone."""
        wide = kit.px(_ANSWER)
        if not self.detail:
            wide = min(wide, max(kit.px(_LEAST_ANSWER), super().measure(kit)[0]))
        return wide, super().measure(kit, wide)[1]

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the tile with the seat's colour along its left edge."""
        super().draw(surface, kit)
        if self.style:
            edge = pygame.Rect(self.rect.x, self.rect.y, kit.px(7), self.rect.height)
            kit.paint.box(surface, edge, kit.theme.seat(self.style).colour, 6, corners="left")


class AnswerColumn(Group):
    """Answers one below another, beside the card that they are about."""

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """As wide as the widest, as high as each of them needs the highest."""
        sizes = [one.measure(kit) for one in self.widgets]
        high = max((size[1] for size in sizes), default=0)
        count = max(2, len(sizes))
        wide = max((size[0] for size in sizes), default=0)
        return wide, count * high + kit.px(_COLUMN_GAP) * (count - 1)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Share the height among them; one alone is not stretched over all of it."""
        super().layout(kit, rect)
        gap, count = kit.px(_COLUMN_GAP), max(2, len(self.widgets))
        high = (rect.height - gap * (count - 1)) // count
        for place, widget in enumerate(self.widgets):
            top = rect.y + place * (high + gap)
            widget.layout(kit, pygame.Rect(rect.x, top, rect.width, high))
