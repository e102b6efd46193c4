"""What a player without hands is: something that chooses from a view (RULES 15)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from game.model.actions import Action
from game.model.state import State
from game.model.view import View
from game.rules.resolution import Odds


@dataclass(frozen=True, slots=True)
class Choice:
    """An action and the reason for it; the reason is empty where none needs telling."""

    action: Action
    why: str = ""


@dataclass(frozen=True, slots=True)
class BotContext:
    """What a bot is handed beside its view and the legal actions.

    `salt` is the bot's own luck: it never holds the game's seed, and no die can be read from
    it. `moment` tells two decisions of one game apart. `odds` words an action's Test as the
    seat may know it; `sample` gives a whole position that agrees with everything the seat
    knows, the rest drawn anew for each number it is asked with.
    """

    salt: int
    moment: int
    odds: Callable[[Action], Odds | None]
    sample: Callable[[int], State] | None = None


class Player(Protocol):
    """A player without hands."""

    def choose(self, view: View, legal: Sequence[Action], context: BotContext) -> Choice:
        """One of the legal actions (at least one), from what the view shows and nothing else."""
        ...
