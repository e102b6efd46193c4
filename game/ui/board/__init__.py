"""The map board: draws a plain display model and reports what was pointed at.

The board knows no rules. A screen describes what to show as a `Scene`; `BoardWidget` draws it on
the map, answers the mouse and the keyboard with a `Pick`, and says where things are on the screen.
"""

from game.ui.board.board import BoardWidget
from game.ui.board.picks import Pick
from game.ui.board.scene import (
    AreaMark,
    Badge,
    BoxPlace,
    CounterMark,
    FlowToken,
    PinMark,
    RouteMark,
    Scene,
)

__all__ = [
    "AreaMark",
    "Badge",
    "BoardWidget",
    "BoxPlace",
    "CounterMark",
    "FlowToken",
    "Pick",
    "PinMark",
    "RouteMark",
    "Scene",
]
