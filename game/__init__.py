"""Coalition Shield: a turn-based training wargame."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.content.loader import load_campaign
    from game.rules.engine import Game

__version__ = "0.1.0"
__all__ = ["Game", "__version__", "load_campaign"]


def __getattr__(name: str) -> Any:
    """Import what outsiders need only when they ask for it, so that `nadc --help` is quick."""
    if name == "Game":
        from game.rules.engine import Game

        return Game
    if name == "load_campaign":
        from game.content.loader import load_campaign

        return load_campaign
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
