"""Stand-ins: pictures of a part of the theatre, shown moved and scaled where the camera looks."""

from dataclasses import dataclass

import pygame

from game.ui.board.camera import Camera
from game.ui.board.land.shapes import Box


@dataclass(frozen=True, slots=True)
class StandIn:
    """A picture of a box of the theatre, in board units."""

    surface: pygame.Surface
    box: Box

    @property
    def held_bytes(self) -> int:
        """Bytes of the picture."""
        return self.surface.get_width() * self.surface.get_height() * self.surface.get_bytesize()

    def draw(self, surface: pygame.Surface, view: pygame.Rect, camera: Camera) -> None:
        """Draw it where the camera now sees its box, within a view."""
        left, top = camera.to_screen(self.box[0], self.box[1])
        right, bottom = camera.to_screen(self.box[2], self.box[3])
        width, height = self.surface.get_size()
        across, down = (right - left) / width, (bottom - top) / height
        x0 = max(0, int((view.left - left) / across))
        y0 = max(0, int((view.top - top) / down))
        x1 = min(width, int((view.right - left) / across) + 2)
        y1 = min(height, int((view.bottom - top) / down) + 2)
        if x1 <= x0 or y1 <= y0:
            return
        part = self.surface.subsurface((x0, y0, x1 - x0, y1 - y0))
        size = (max(1, round((x1 - x0) * across)), max(1, round((y1 - y0) * down)))
        clip = surface.get_clip()
        surface.set_clip(view.clip(clip))
        at = (round(left + x0 * across), round(top + y0 * down))
        surface.blit(pygame.transform.scale(part, size), at)
        surface.set_clip(clip)

    def uncovered(self, view: pygame.Rect, camera: Camera) -> list[pygame.Rect]:
        """The parts of a view that it does not cover."""
        left, top = camera.to_screen(self.box[0], self.box[1])
        right, bottom = camera.to_screen(self.box[2], self.box[3])
        hole = pygame.Rect(round(left), round(top), round(right - left), round(bottom - top))
        # Its outermost pixels may be cut by rounding, so they count as uncovered.
        inner = hole.inflate(-4, -4).clip(view)
        if not inner.width or not inner.height:
            return [view]
        strips = [
            pygame.Rect(view.left, view.top, view.width, inner.top - view.top),
            pygame.Rect(view.left, inner.bottom, view.width, view.bottom - inner.bottom),
            pygame.Rect(view.left, inner.top, inner.left - view.left, inner.height),
            pygame.Rect(inner.right, inner.top, view.right - inner.right, inner.height),
        ]
        return [strip for strip in strips if strip.width > 0 and strip.height > 0]
