"""The card: one face shown full, in the strategic tray, or in the hand."""

from collections.abc import Callable
from typing import Literal

import pygame

from game.ui.kit import Kit
from game.ui.widgets.card_face import Agreement, CardFace
from game.ui.widgets.card_full import FULL_HEIGHT, FULL_WIDTH, draw_full
from game.ui.widgets.card_parts import agreement_places, draw_agreement
from game.ui.widgets.card_small import (
    MEDIUM_HEIGHT,
    MEDIUM_WIDTH,
    MINI_HEIGHT,
    MINI_WIDTH,
    MORE_SIZE,
    draw_medium,
    draw_mini,
    draw_play,
    foot_height,
    more_place,
    more_size,
    more_word,
)
from game.ui.widgets.form import Form
from game.ui.widgets.marks import key_cap
from game.ui.widgets.shortcut import Shortcut
from game.ui.widgets.widget import Widget

CardSize = Literal["full", "medium", "mini"]

_SIZES = {
    "full": (FULL_WIDTH, FULL_HEIGHT, 12),
    "medium": (MEDIUM_WIDTH, MEDIUM_HEIGHT, 8),
    "mini": (MINI_WIDTH, MINI_HEIGHT, 8),
}
_PAINTERS = {"full": draw_full, "medium": draw_medium, "mini": draw_mini}


class Card(Widget):
    """A card that can be chosen. Enter or its key uses it, Space asks for its details.

    Where the face holds agreements and `on_agree` is given, the chip of every seat that is asked
    is a control of its own, so that each seat presses its own.
    """

    focusable = True

    def __init__(
        self,
        face: CardFace,
        size: CardSize,
        on_use: Callable[[], None],
        *,
        chosen: bool = False,
        on_details: Callable[[], None] | None = None,
        on_agree: Callable[[str], None] | None = None,
        group: str = "",
    ) -> None:
        super().__init__(reason=face.reason, group=group)
        self.face = face
        self.size: CardSize = size
        self.on_use = on_use
        self.chosen = chosen
        self.on_details = on_details
        self.shortcut = Shortcut.of(face.key) if face.key else None
        shown = face.agreements if size != "mini" else ()
        self.chips = [AgreementChip(row, on_agree) for row in shown]
        self.more = MoreMark(on_details)
        self.more.visible = False

    @property
    def hint(self) -> str:
        """The question for discussion, where the size has no room for it.

        Only for the pointer: the focus goes through the whole hand, and its note would lie over
        the neighbours each time.
        """
        return self.face.question if self.size != "full" and self.hovered else ""

    def children(self) -> list[Widget]:
        """The mark that shows the rest of a card that was cut, and the seats that must agree."""
        return [self.more, *([] if self.face.reason else self.chips)]

    def activate(self, form: Form) -> None:
        """Choose or play the card."""
        self.on_use()

    def on_key(self, event: pygame.event.Event, form: Form) -> bool:
        """Show the details on Space."""
        if event.key != pygame.K_SPACE or self.on_details is None or not self.focused:
            return False
        self.on_details()
        return True

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """The design's size or the width given; never lower than its texts need."""
        design_width, design_height, _ = _SIZES[self.size]
        wide = kit.px(design_width) if width is None else width
        needed = _PAINTERS[self.size](kit, None, self.face, pygame.Rect(0, 0, wide, 0), False)
        return wide, max(kit.px(design_height), needed)

    def layout(self, kit: Kit, rect: pygame.Rect) -> None:
        """Take a place, and place the mark of a cut card and the chips in the foot."""
        super().layout(kit, rect)
        rest = None if self.size == "full" else more_place(kit, self.face, rect, self.size)
        self.more.visible = rest is not None
        if rest is not None:
            self.more.layout(kit, rest)
        if not self.chips:
            return
        for chip, place in zip(self.chips, self._chip_places(kit), strict=True):
            chip.layout(kit, place)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the card in its present state."""
        radius = _SIZES[self.size][2]
        rect = self.rect.move(0, self._shift(kit))
        level = 0 if self.pressed or not self.enabled else 3 if self.lift > 0.3 else 1
        kit.paint.shadow(surface, rect, radius, level)
        if self.chosen:
            kit.paint.chosen_ring(surface, rect, radius)
        if self.ring:
            grown = rect.inflate(2 * kit.px(6), 2 * kit.px(6)) if self.chosen else rect
            kit.paint.focus_ring(surface, grown, radius)
        surface.blit(self._picture(kit, rect.size), rect)
        if self.more.visible:
            self.more.shift = rect.y - self.rect.y
            self.more.draw(surface, kit)
        if self.face.reason:
            return
        if self.size == "medium" and self.face.play and not self.face.agreements:
            draw_play(kit, surface, self.face, rect, self.chosen)
        for chip in self.chips:
            chip.shift = rect.y - self.rect.y
            chip.draw(surface, kit)

    def _picture(self, kit: Kit, size: tuple[int, int]) -> pygame.Surface:
        pressed = self.pressed and self.enabled
        scale = round(kit.metrics.scale, 4)
        key = ("card", self.face, self.size, size, pressed, scale, kit.theme.high_contrast)
        return kit.shapes.get(key, lambda: self._paint(kit, size, pressed))

    def _paint(self, kit: Kit, size: tuple[int, int], pressed: bool) -> pygame.Surface:
        picture = pygame.Surface(size, pygame.SRCALPHA)
        _PAINTERS[self.size](kit, picture, self.face, picture.get_rect(), pressed)
        return picture

    def _shift(self, kit: Kit) -> int:
        if self.pressed and self.enabled:
            return kit.px(1)
        return -round(4 * self.lift * kit.metrics.scale)

    def _chip_places(self, kit: Kit) -> list[pygame.Rect]:
        pad = kit.px(16 if self.size == "full" else 6)
        width = self.rect.width - 2 * pad
        places = agreement_places(kit, self.face.agreements, self.rect.x + pad, 0, width)
        high = places[-1].bottom
        if self.size == "full":
            top = self.rect.bottom - high - self._full_source(kit)
        else:
            foot = foot_height(kit, self.face, self.rect.width)
            top = self.rect.bottom - (foot + high) // 2
        return [place.move(0, top) for place in places]

    def _full_source(self, kit: Kit) -> int:
        """What lies below the chips of a full card: the source, with its margins."""
        if not self.face.source:
            return kit.px(12)
        room = self.rect.width - 2 * kit.px(16)
        return kit.text.height(self.face.source, kit.label(14), room) + kit.px(28)


class MoreMark(Widget):
    """The word and the key that show the whole of a card whose texts are cut."""

    def __init__(self, on_details: Callable[[], None] | None) -> None:
        super().__init__()
        self.on_details = on_details
        self.shift = 0

    def measure(self, kit: Kit, width: int | None = None) -> tuple[int, int]:
        """Word and key."""
        return more_size(kit)

    def on_press(self, at: tuple[int, int], form: Form) -> None:
        """Show the whole card; the card itself answers to the key."""
        if self.on_details is not None:
            self.on_details()

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the word and the key."""
        rect, ink = self.rect.move(0, self.shift), kit.theme.ink
        style = kit.title(MORE_SIZE, ink)
        x = rect.x + kit.text.draw(surface, more_word(kit), rect.midleft, style)
        key_cap(surface, kit, (x + kit.px(8), rect.centery), "Space", ink)


class AgreementChip(Widget):
    """One seat's agreement on a card; a control while the seat is asked."""

    def __init__(self, row: Agreement, on_agree: Callable[[str], None] | None) -> None:
        super().__init__()
        self.row = row
        self.on_agree = on_agree
        self.shift = 0
        self.focusable = on_agree is not None and row.state == "asked"

    def activate(self, form: Form) -> None:
        """Agree for this seat."""
        if self.on_agree is not None:
            self.on_agree(self.row.seat)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the seat's mark and whether it has agreed."""
        rect = self.rect.move(0, self.shift)
        if self.ring:
            kit.paint.focus_ring(surface, rect, 16)
        draw_agreement(surface, kit, rect, self.row, pressed=self.pressed)
