"""What lies over the map for a moment: dice that fall, odds at the pointer."""

import math
from dataclasses import dataclass

import pygame

from game.model.events import TestRolled
from game.narrate.choices.odds import OddsText
from game.ui.kit import Kit
from game.ui.motion import DICE
from game.ui.present.tracks import Tone
from game.ui.theme import Colour

SHOWN = 2.2
_FACES = 9
_GLYPHS: dict[Tone, str] = {"better": "check", "worse": "cross", "neutral": "dot"}


@dataclass(slots=True)
class DiceShow:
    """A Test that is being shown: it tumbles, then lies still beside its sentence.

    `needed` is N as everybody could see it before the roll, `tone` how the roll reads to whoever
    looks.
    """

    event: TestRolled
    text: str
    needed: int
    tone: Tone = "neutral"
    elapsed: float = 0.0
    still: bool = False

    def advance(self, seconds: float) -> bool:
        """Let time pass; returns whether it still shows."""
        self.elapsed += seconds
        return self.elapsed < DICE + SHOWN

    @property
    def face(self) -> int:
        """The face that shows now."""
        if self.has_fallen:
            return self.event.rolled
        step = int(self.elapsed / DICE * _FACES)
        return (self.event.rolled + step * 5 + 2) % 6 + 1

    @property
    def has_fallen(self) -> bool:
        """Whether the result shows."""
        return self.still or self.elapsed >= DICE

    def fall(self) -> None:
        """Let it fall at once."""
        self.elapsed = max(self.elapsed, DICE)


def draw_dice(
    surface: pygame.Surface, kit: Kit, show: DiceShow, board: pygame.Rect, top: int
) -> int:
    """Draw the die and, once it has fallen, what came of it; returns the y below."""
    width = min(kit.px(460), board.width - kit.px(32))
    words = kit.text.wrap(show.text, kit.body(16), width - kit.px(112))
    height = max(kit.px(92), words.height + kit.px(46))
    rect = pygame.Rect(0, 0, width, height)
    rect.midtop = (board.centerx, top)
    kit.paint.panel(surface, rect, kit.theme.paper, 10, kit.theme.ink, 1.6, level=3)
    x = _draw_die(surface, kit, show, rect).right + kit.px(18)
    needed = kit.tr.gettext("needs {needed} or less").format(needed=show.needed)
    if not show.has_fallen:
        kit.text.draw(surface, needed, (x, rect.centery), kit.title(18))
        return rect.bottom
    verdict = kit.tr.gettext("Success") if show.event.success else kit.tr.gettext("No success")
    colour = _dice_colour(kit, show)
    middle = rect.y + kit.px(24)
    kit.glyphs.draw(surface, _GLYPHS[show.tone], (x + kit.px(8), middle), 16, colour)
    taken = kit.text.draw(surface, verdict, (x + kit.px(24), middle), kit.title(18, colour))
    kit.text.draw(surface, needed, (x + kit.px(34) + taken, middle), kit.label(14.5))
    kit.text.draw_paragraph(surface, words, (x, rect.y + kit.px(38)))
    return rect.bottom


def _draw_die(surface: pygame.Surface, kit: Kit, show: DiceShow, rect: pygame.Rect) -> pygame.Rect:
    theme, side = kit.theme, kit.px(58)
    die = pygame.Rect(rect.x + kit.px(18), 0, side, side)
    die.centery = rect.centery
    if not show.has_fallen:
        die.y += round(math.sin(show.elapsed / DICE * math.pi * 5) * kit.px(5))
    fill = _dice_colour(kit, show) if show.has_fallen else theme.paper
    ink = theme.white if show.has_fallen else theme.ink
    kit.paint.box(surface, die, fill, 10, theme.ink, 2)
    kit.text.draw(surface, str(show.face), die.center, kit.number(36, ink), "center")
    return die


def _dice_colour(kit: Kit, show: DiceShow) -> Colour:
    theme = kit.theme
    tones = {"better": theme.better, "worse": theme.worse, "neutral": theme.slate3}
    return tones[show.tone]


def draw_preview(
    surface: pygame.Surface, kit: Kit, odds: OddsText, anchor: pygame.Rect, board: pygame.Rect
) -> None:
    """Draw the odds of the place under the pointer: number, percent and what may be unknown."""
    theme = kit.theme
    large, small = kit.number(22), kit.title(16, theme.ink2)
    width = kit.text.width(odds.fraction, large) + kit.text.width(odds.percent, small)
    rect = pygame.Rect(0, 0, width + kit.px(38), kit.px(38))
    rect.midbottom = (anchor.centerx, anchor.top - kit.px(8))
    if rect.top < board.top + kit.px(4):
        rect.midtop = (anchor.centerx, anchor.bottom + kit.px(8))
    rect.clamp_ip(board.inflate(-kit.px(8), -kit.px(8)))
    kit.paint.panel(surface, rect, theme.paper, 8, theme.ink, 1.4, level=2)
    x = rect.x + kit.px(13)
    x += kit.text.draw(surface, odds.fraction, (x, rect.centery), large) + kit.px(10)
    kit.text.draw(surface, odds.percent, (x, rect.centery), small)
