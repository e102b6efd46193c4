"""The map within the form: its lit places take focus in turn, from west to east."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pygame

from game.model.ids import Ref
from game.ui.board.board import BoardWidget
from game.ui.board.hits import Target
from game.ui.kit import Kit
from game.ui.widgets.widget import Group, Widget

if TYPE_CHECKING:
    from game.ui.widgets.form import Form


class PlaceSpot(Widget):
    """One lit place; the board draws it, the form gives it focus."""

    focusable = True

    def __init__(
        self,
        board: BoardWidget,
        target: Target,
        ref: Ref,
        on_focus: Callable[[Ref], None],
        on_use: Callable[[Ref], None],
        on_details: Callable[[Ref], None],
    ) -> None:
        super().__init__(group="places")
        self.name = f"place-{target[0]}-{target[1]}"
        self.target = target
        self.ref = ref
        self._board = board
        self._on_focus = on_focus
        self._on_use = on_use
        self._on_details = on_details

    def settle(self) -> None:
        """Take the place that the board shows it at."""
        rect = self._board.screen_rect(*self.target)
        self.rect = pygame.Rect(0, 0, 0, 0) if rect is None else rect

    def hit(self, at: tuple[int, int]) -> Widget | None:
        """Never: the pointer is the board's own."""
        return None

    def activate(self, form: "Form") -> None:
        """Choose the place."""
        self._on_use(self.ref)

    def on_key(self, event: pygame.event.Event, form: "Form") -> bool:
        """Space shows more of the place instead of choosing it."""
        if event.key != pygame.K_SPACE:
            return False
        self._on_details(self.ref)
        return True

    def on_focus(self, form: "Form") -> None:
        """Show it in the inspector."""
        self.settle()
        self._on_focus(self.ref)


class MapPane(Group):
    """The board with its lit places."""

    def __init__(self, board: BoardWidget, spots: list[PlaceSpot]) -> None:
        super().__init__(spots, group="places")
        self.board = board
        self.spots = spots

    def settle(self) -> None:
        """Let every place follow the camera."""
        for spot in self.spots:
            spot.settle()

    def bring_into_view(self, focus: Sequence[str], *, at_once: bool = False) -> None:
        """Show what the map shows first, with the lit places where most of them are off it."""
        self.board.show(focus, [spot.target for spot in self.spots], at_once=at_once)

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the board, with the ring around the place that has the focus."""
        ringed = next((spot.target for spot in self.spots if spot.ring), None)
        if ringed != self.board.focused:
            self.board.focus(*ringed) if ringed is not None else self.board.focus(None)
        self.board.draw(surface)
        self.settle()
