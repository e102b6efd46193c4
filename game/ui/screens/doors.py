"""Which screen opens which: every way from one screen to another, in one place.

What a screen needs is imported when it is opened: the menu is drawn before the rules are loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame.constants import K_F1

from game.play.trouble import InUse, SaveError

if TYPE_CHECKING:
    from pathlib import Path

    from pygame.event import Event

    from game.content.campaign import Campaign
    from game.model.ids import SeatMask
    from game.play.session import Session
    from game.ui.app import App


def open_setup(app: App, campaign: Campaign, seed: int | None = None, pin: str = "") -> None:
    """Who sits where, for a new sitting; a seed and a PIN are proposed where given."""
    from game.ui.screens.setup.plan import Plan
    from game.ui.screens.setup.seats import SeatsScreen

    app.push(SeatsScreen(app, Plan.proposed(campaign, app.settings, seed, pin)))


def open_saved(app: App, path: Path) -> None:
    """Go on with a saved sitting; what stands in the way is shown."""
    from game.play.session import Session

    try:
        session = Session.resume(path)
    except InUse as trouble:
        open_trouble(app, trouble, path)
        return
    except SaveError as trouble:
        open_trouble(app, trouble)
        return
    open_table(app, session)


def open_table(app: App, session: Session) -> None:
    """The table of a running sitting, above the menu."""
    from game.ui.screens.play.screen import PlayScreen

    app.push(PlayScreen(app, session))


def open_saves(app: App) -> None:
    """The saved sittings."""
    from game.ui.screens.menu.saves import SavesScreen

    app.push(SavesScreen(app))


def open_settings(app: App) -> None:
    """The user's settings."""
    from game.ui.screens.menu.settings import SettingsScreen

    app.push(SettingsScreen(app))


def open_credits(app: App) -> None:
    """What the game is made of."""
    from game.ui.screens.menu.credits import CreditsScreen

    app.push(CreditsScreen(app))


def open_help(app: App, phase: str = "", campaign: Campaign | None = None) -> None:
    """The player's rulebook, at a phase where one is given."""
    from game.ui.help import HelpScreen

    app.push(HelpScreen(app, phase, campaign))


def help_by_key(app: App, event: Event, phase: str, campaign: Campaign) -> bool:
    """F1 opens the rulebook at a phase; returns whether that was the key."""
    if event.key != K_F1:
        return False
    open_help(app, phase, campaign)
    return True


def open_cards(app: App, campaign: Campaign) -> None:
    """All cards of a campaign."""
    from game.ui.screens.cards.screen import CardsScreen

    app.push(CardsScreen(app, campaign))


def open_replay(app: App, path: Path, pin: str = "", event: int | None = None) -> None:
    """A saved sitting, step by step, perhaps at the moment of an event."""
    from game.ui.screens.replay.screen import ReplayScreen

    try:
        screen = ReplayScreen.opened(app, path, pin, event)
    except SaveError as trouble:
        open_trouble(app, trouble)
        return
    app.push(screen)


def open_replay_seen_by(app: App, path: Path, viewers: SeatMask) -> None:
    """A saved sitting, step by step, as these seats may see it (0 for the truth)."""
    from game.ui.screens.replay.screen import ReplayScreen

    try:
        screen = ReplayScreen.seen_by(app, path, viewers)
    except SaveError as trouble:
        open_trouble(app, trouble)
        return
    app.push(screen)


def open_show(app: App, path: Path) -> None:
    """Follow a sitting that is played in another window, in table view."""
    from game.ui.screens.replay.show import ShowScreen

    try:
        screen = ShowScreen.following(app, path)
    except SaveError as trouble:
        open_trouble(app, trouble)
        return
    app.push(screen)


def open_trouble(app: App, trouble: SaveError, watch: Path | None = None) -> None:
    """What cannot be opened or saved, why, and what to do now; `watch` is a sitting that can be
    watched instead."""
    from game.ui.screens.menu.trouble import TroubleScreen

    def follow() -> None:
        if watch is not None:
            app.pop()
            open_show(app, watch)

    app.push(TroubleScreen(app, trouble, watch=follow if watch is not None else None))
