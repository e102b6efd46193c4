"""The five windows in which a seat may react (RULES 12)."""

from game.narrate.language import mark
from game.narrate.words import Words

WINDOWS = (
    mark("when a card is played"),
    mark("before a Test"),
    mark("when a load is seized"),
    mark("when a plot advances"),
    mark("when a track passes a threshold"),
)
"""In the order of the rulebook: on_card_played, before_test, on_seizure, on_plot_advance,
on_track_threshold."""


def window_name(words: Words, window: int) -> str:
    """When a reaction happens, as in "when a card is played"."""
    return words.say(WINDOWS[window])
