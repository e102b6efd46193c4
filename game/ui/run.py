"""Ways into the window: the menu, a sitting, a replay, and the second window that follows one."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from game.narrate.language import translator
from game.play.catalogue import shipped
from game.ui.app import App
from game.ui.screens import doors
from game.ui.screens.menu.screen import MenuScreen
from game.ui.screens.opening import OpeningScreen

if TYPE_CHECKING:
    from pathlib import Path

    from game.model.ids import SeatMask
    from game.play.options import PlayOptions


def make_app(size: tuple[int, int] | None = None, *, catch: bool = True) -> App:
    """The window, in the user's language. Raises `NoDisplay` where none can be opened."""
    app = App(size=size, catch=catch)
    if app.settings.language != "en":
        app.present(translator=translator(app.settings.language))
    return app


def run_menu() -> None:
    """Open the menu and stay until the window is closed."""
    app = make_app()
    app.push(MenuScreen(app))
    _stay(app)


def run_play(options: PlayOptions) -> None:
    """Open what the options name, above the menu.

    With seats the sitting starts at once; without, people are asked who plays. Raises
    ContentError for a campaign that cannot be read, and SaveError where it cannot be saved.
    """
    app = make_app()
    folder, saved = options.campaign, options.resume
    own = folder is not None and folder not in shipped()
    app.push(MenuScreen(app, (folder,) if folder is not None and own else ()))
    failures: list[Exception] = []
    tr = app.kit.tr
    if saved is not None:
        said = tr.gettext("Opening the sitting")
        app.push(OpeningScreen(app, said, lambda: doors.open_saved(app, saved)))
    elif folder is not None:
        said = tr.gettext("Opening {campaign}").format(campaign=folder.name)
        app.push(OpeningScreen(app, said, lambda: _play(app, folder, options, failures)))
    _stay(app)
    if failures:
        raise failures[0]


def run_replay(path: Path, viewers: SeatMask) -> None:
    """Open the replay of a sitting as these seats may see it (0 for the truth)."""
    app = make_app()
    doors.open_replay_seen_by(app, path, viewers)
    _stay(app)


def run_show(path: Path) -> None:
    """Follow a sitting that is played in another window, in table view."""
    app = make_app()
    doors.open_show(app, path)
    _stay(app)


def run_preview(folder: Path) -> None:
    """Show a campaign's folder while it is being written."""
    from game.ui.screens.preview.screen import PreviewScreen

    app = make_app()
    app.push(PreviewScreen(app, folder))
    _stay(app)


def _play(app: App, folder: Path, options: PlayOptions, failures: list[Exception]) -> None:
    """Open a campaign; what the user can mend is kept and ends the window."""
    from game.content.problems import ContentError
    from game.play.trouble import SaveError

    try:
        _open_campaign(app, folder, options)
    except (ContentError, SaveError) as failure:
        failures.append(failure)
        app.quit()


def _open_campaign(app: App, folder: Path, options: PlayOptions) -> None:
    from game.content.loader import load_campaign
    from game.play.session import Session
    from game.resources import saves_dir
    from game.ui.screens.setup.plan import draw_seed

    campaign = load_campaign(folder)
    if not options.seats:
        doors.open_setup(app, campaign, options.seed, options.pin)
        return
    seed = draw_seed() if options.seed is None else options.seed
    session = Session.start(campaign, options.seats, seed, saves_dir(), options.pin)
    doors.open_table(app, session)


def _stay(app: App) -> None:
    """Run the window, with all that is loaded left out of the collector's rounds."""
    gc.freeze()
    app.run()
