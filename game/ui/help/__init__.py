"""Help: the player's rulebook by chapters, and the list of keys."""

from game.ui.help.screen import HelpScreen

__all__ = ["HelpScreen"]
