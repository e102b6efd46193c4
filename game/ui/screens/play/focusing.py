"""Where the focus goes: to the next decision, never to nothing."""

from collections.abc import Sequence, Set

from game.model.actions import Action
from game.ui.screens.play.building import Parts
from game.ui.widgets.widget import Widget


def next_decision(parts: Parts, legal: Sequence[Action], told: Set[str]) -> Widget | None:
    """The first lit place, else the first tile, else the prompt; `told` are the ids of the places
    that the guide speaks of. Where Consent is set, keeping it."""
    prompt = list(parts.prompt.descendants())
    if any(one.verb == "consent" for one in legal):
        # A hasty Enter must leave what a host allows as it is.
        return next((one for one in prompt if one.name == "verb-pass"), None)
    spots = [spot for spot in parts.pane.spots if spot.rect.width]
    if spots:
        return next((spot for spot in spots if spot.target[1] in told), spots[0])
    tray = [one for one in parts.tray.descendants() if one.focusable and one.enabled]
    if tray:
        return tray[0]
    return next((one for one in prompt if one.focusable), None)
