"""The camera: which part of the theatre is on the screen, and how it gets elsewhere.

`scale` is pixels per board unit. World pixels are board units times the scale: panning moves the
window over them, so what was drawn at a scale stays right while panning.
"""

from dataclasses import dataclass

from game.ui.board.land.shapes import Box, Point

CAMERA_MS = 350
_NEAREST = 3.2
_DESIGN_VIEW_HEIGHT = 680
_WHEEL_STEP = 1.22
_SEA_MARGIN = 0.15
_WIDEST = 1.3


@dataclass(frozen=True, slots=True)
class Shot:
    """A place of the camera: the board point in the middle of the free view, and the scale."""

    x: float
    y: float
    scale: float


class Camera:
    """Keeps a shot within the theatre and the zoom limits.

    The theatre's left edge is open sea, which goes on; its other edges stay out of sight. The view
    is a rectangle of the window; `inset` (left, top, right, bottom, in pixels) is the
    margin of the view that panels cover. The middle of the shot is the middle of what is free.
    """

    def __init__(self, world: Box) -> None:
        self._world = world
        self._left, self._top = 0, 0
        self._width, self._height = 1, 1
        self._inset = (0, 0, 0, 0)
        self._shot = Shot((world[0] + world[2]) / 2, (world[1] + world[3]) / 2, 0.25)
        self._start = self._shot
        self._goal = self._shot
        self._elapsed: float | None = None

    @property
    def shot(self) -> Shot:
        """Where the camera is now."""
        return self._shot

    @property
    def goal(self) -> Shot:
        """Where the camera will be when it has stopped."""
        return self._goal if self._elapsed is not None else self._shot

    @property
    def is_moving(self) -> bool:
        """Whether a journey is under way."""
        return self._elapsed is not None

    @property
    def inset(self) -> tuple[int, int, int, int]:
        """What panels cover of the view: left, top, right, bottom, in pixels."""
        return self._inset

    @property
    def free_size(self) -> tuple[int, int]:
        """Width and height of the part of the view that no panel covers, in pixels."""
        left, top, right, bottom = self._inset
        return max(1, self._width - left - right), max(1, self._height - top - bottom)

    @property
    def _middle(self) -> Point:
        width, height = self.free_size
        return self._left + self._inset[0] + width / 2, self._top + self._inset[1] + height / 2

    def set_view(
        self,
        left: int,
        top: int,
        width: int,
        height: int,
        inset: tuple[int, int, int, int] = (0, 0, 0, 0),
        *,
        steady: bool = False,
    ) -> None:
        """Say where the view is; the same board point stays in the middle. `steady` keeps every
        board point on its pixel instead, as far as the theatre's edges allow."""
        shot, before = self._shot if steady else self.goal, self._middle
        self._left, self._top, self._width, self._height = left, top, max(1, width), max(1, height)
        self._inset = inset
        if steady:
            dx, dy = self._middle[0] - before[0], self._middle[1] - before[1]
            shot = Shot(shot.x + dx / shot.scale, shot.y + dy / shot.scale, shot.scale)
        self._shot = self._held(shot)
        self._elapsed = None

    def to_screen(self, x: float, y: float) -> Point:
        """The pixel of a board point."""
        mx, my = self._middle
        scale = self._shot.scale
        return (x - self._shot.x) * scale + mx, (y - self._shot.y) * scale + my

    def to_board(self, px: float, py: float) -> Point:
        """The board point under a pixel."""
        mx, my = self._middle
        scale = self._shot.scale
        return (px - mx) / scale + self._shot.x, (py - my) / scale + self._shot.y

    def world_offset(self, shot: Shot | None = None) -> tuple[int, int]:
        """The world pixel that lies at the window's origin, whole so that text stays sharp."""
        shot = shot or self._shot
        mx, my = self._middle
        return round(shot.x * shot.scale - mx), round(shot.y * shot.scale - my)

    def view_box(self, shot: Shot | None = None) -> Box:
        """The part of the theatre in view, panels included, in board units."""
        shot = shot or self._shot
        mx, my = self._middle
        return (
            (self._left - mx) / shot.scale + shot.x,
            (self._top - my) / shot.scale + shot.y,
            (self._left + self._width - mx) / shot.scale + shot.x,
            (self._top + self._height - my) / shot.scale + shot.y,
        )

    def limits(self) -> tuple[float, float]:
        """The smallest and largest scale: the view is never taller than the theatre."""
        x0, y0, x1, y1 = self._world
        lowest = max(self._height / (y1 - y0), self._width / (x1 - x0) / _WIDEST)
        return lowest, max(lowest * 2, _NEAREST * self._height / _DESIGN_VIEW_HEIGHT)

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by some pixels; a journey under way is cut short."""
        shot = self._shot
        self._settle(Shot(shot.x - dx / shot.scale, shot.y - dy / shot.scale, shot.scale))

    def zoom_at(self, px: float, py: float, notches: float) -> None:
        """Zoom by wheel notches (positive is nearer), keeping the board point under a pixel."""
        scale = self._held_scale(self._shot.scale * _WHEEL_STEP**notches)
        bx, by = self.to_board(px, py)
        mx, my = self._middle
        self._settle(Shot(bx - (px - mx) / scale, by - (py - my) / scale, scale))

    def zoom_by(self, factor: float, *, at_once: bool = False) -> None:
        """Zoom around the middle of the view."""
        goal = self.goal
        self.go_to(Shot(goal.x, goal.y, goal.scale * factor), at_once=at_once)

    def framing(self, box: Box, margin: float = 0.08) -> Shot:
        """The shot that shows a box of the theatre with some air around it."""
        width, height = self.free_size
        box_width = max(60.0, box[2] - box[0]) * (1 + 2 * margin)
        box_height = max(60.0, box[3] - box[1]) * (1 + 2 * margin)
        scale = min(width / box_width, height / box_height)
        return self._held(Shot((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, scale))

    def go_to(self, shot: Shot, *, at_once: bool = False) -> None:
        """Travel to a shot in 350 ms, or jump there."""
        goal = self._held(shot)
        if at_once or goal == self._shot:
            self._settle(goal)
            return
        self._start, self._goal, self._elapsed = self._shot, goal, 0.0

    def advance(self, ms: float) -> bool:
        """Let time pass; returns whether the picture moved."""
        if self._elapsed is None:
            return False
        self._elapsed += ms
        share = min(1.0, self._elapsed / CAMERA_MS)
        if share >= 1.0:
            self._settle(self._goal)
            return True
        self._shot = _between(self._start, self._goal, 1 - (1 - share) ** 3)
        return True

    def _settle(self, shot: Shot) -> None:
        self._shot = self._held(shot)
        self._elapsed = None

    def _held_scale(self, scale: float) -> float:
        lowest, highest = self.limits()
        return min(highest, max(lowest, scale))

    def _held(self, shot: Shot) -> Shot:
        """The shot moved so that no edge of the theatre comes into view, except open sea."""
        scale = self._held_scale(shot.scale)
        mx, my = self._middle
        x0, y0, x1, y1 = self._world
        leftmost = x0 - (x1 - x0) * _SEA_MARGIN + (mx - self._left) / scale
        rightmost = x1 - (self._left + self._width - mx) / scale
        top = y0 + (my - self._top) / scale
        bottom = y1 - (self._top + self._height - my) / scale
        x = min(rightmost, max(leftmost, shot.x))
        return Shot(x, max(top, min(bottom, shot.y)), scale)


def _between(start: Shot, goal: Shot, share: float) -> Shot:
    """A shot on the way; scale goes by equal factors, and the middle follows the scale."""
    ratio = goal.scale / start.scale
    scale = start.scale * ratio**share
    if abs(ratio - 1) < 1e-6:
        along = share
    else:
        along = (1 / start.scale - 1 / scale) / (1 / start.scale - 1 / goal.scale)
    return Shot(start.x + (goal.x - start.x) * along, start.y + (goal.y - start.y) * along, scale)
