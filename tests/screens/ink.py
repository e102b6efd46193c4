"""Where every line of text was drawn: the pixels that its letters really cover."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pygame

from game.ui.text import Align, TextPainter, TextStyle

_SHARE = {"left": 0.0, "center": 0.5, "right": 1.0}


@dataclass(frozen=True)
class Line:
    """One line of text and its place on the surface that it was drawn on."""

    text: str
    rect: pygame.Rect = field(hash=False)


@contextmanager
def inked(surface: pygame.Surface) -> Iterator[list[Line]]:
    """The lines that are drawn on a surface meanwhile."""
    found: list[Line] = []
    draw = TextPainter.draw

    def noted(
        self: TextPainter,
        on: pygame.Surface,
        text: str,
        at: tuple[float, float],
        style: TextStyle,
        align: Align = "left",
    ) -> int:
        if on is surface and text.strip():
            image = self.line(text, style)
            left = at[0] - self.advance(text, style) * _SHARE[align]
            ink = image.get_bounding_rect(min_alpha=40)
            ink.move_ip(round(left), round(at[1] - self._middle(style)))
            found.append(Line(text, ink))
        return draw(self, on, text, at, style, align)

    TextPainter.draw = noted  # type: ignore[method-assign]
    try:
        yield found
    finally:
        TextPainter.draw = draw  # type: ignore[method-assign]


def overlapping(lines: list[Line], other: pygame.Rect | None = None) -> list[tuple[str, str]]:
    """Pairs of lines that lie over each other; or lines that lie over another place.

    Letters of one line may touch where its words change their face.
    """
    if other is not None:
        return [(line.text, "control") for line in lines if line.rect.colliderect(other)]
    return [
        (one.text, two.text)
        for place, one in enumerate(lines)
        for two in lines[place + 1 :]
        if min(one.rect.clip(two.rect).size) > 2
    ]
