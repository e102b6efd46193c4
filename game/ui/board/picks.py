"""What the board reports: something was pointed at, clicked or reached with the keyboard."""

from dataclasses import dataclass
from typing import Literal

PickKind = Literal["area", "route", "counter", "pin", "ground"]
Act = Literal["hover", "click", "menu", "focus", "details", "view"]


@dataclass(frozen=True, slots=True)
class Pick:
    """Something on the board and what was done to it.

    `kind` and `id` name an area, a route, a counter or a pin of the scene; "ground" with an empty
    id is anywhere else. `act` is "hover", "click", "menu" (the other button), "focus" (reached by
    key), "details" (Space), or "view" when only the camera or a stack was moved.
    """

    kind: PickKind
    id: str
    act: Act = "click"


VIEW_CHANGED = Pick("ground", "", "view")
"""The event was used by the board itself."""
