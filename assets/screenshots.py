"""Makes the pictures of the README by playing the game: `python assets/screenshots.py [NAME]...`.

Every picture is a real screen of a real sitting, drawn without a window, so that none of them can
show what the game does not. Run it after changing how a screen looks. Bots choose for every seat
up to the wanted moment. The result is screenshots/*.png.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from game.bots import bots_for, context_of, make_player
from game.content.loader import load_campaign
from game.model.ids import SeatIx, SeatMask
from game.play.form import SeatSetup
from game.play.session import Session
from game.resources import campaigns_dir, saves_dir
from game.ui.app import App
from game.ui.run import make_app
from game.ui.screens.doors import open_cards, open_setup
from game.ui.screens.ending.screen import EndingScreen
from game.ui.screens.flow.screen import FlowScreen
from game.ui.screens.menu.screen import MenuScreen
from game.ui.screens.play.screen import PlayScreen
from game.ui.screens.sitting import Sitting

FOLDER = Path(__file__).resolve().parent / "screenshots"
SIZE = (1600, 1000)
SEED = 5
MOST_STEPS = 5000
STEP = 0.05


def menu(app: App) -> None:
    """Campaigns to begin with."""
    app.push(MenuScreen(app))


def seats(app: App) -> None:
    """Who sits where."""
    open_setup(app, load_campaign(campaigns_dir() / "first-light"), SEED)


def cards(app: App) -> None:
    """Every card of a campaign."""
    open_cards(app, load_campaign(campaigns_dir() / "first-light"))


def tactical(app: App) -> None:
    """A Test before it is rolled: the odds, and what they are made of."""
    table(app, played("tactical", 3))
    settle(app)
    for key in (pygame.K_1, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RETURN):
        press(app, key)


def strategic(app: App) -> None:
    """The portfolio of slow cards."""
    table(app, played("strategic", 3, whose="us"))


def curtain(app: App) -> None:
    """The hand-over to a seat with secrets."""
    table(app, played("red-plan", 2, "us", "mexico", "cartel"))


def flow(app: App) -> None:
    """The network's units on their way, half of them arrived."""
    screen = table(app, played("assess", 3))
    settle(app)
    if not isinstance(app.screen, FlowScreen):
        screen.stops.watch_again()
    film = app.screen
    if not isinstance(film, FlowScreen):
        raise RuntimeError("no flow was shown")
    settle(app)
    for _ in range(5):
        press(app, pygame.K_n)
    while not 0.4 < film.playback.moment.share < 0.7:
        app.turn((), STEP)


def ending(app: App) -> None:
    """Who did well, and which decisions made it so."""
    app.push(EndingScreen(app, Sitting(played("never", 9))))


PICTURES: dict[str, Callable[[App], None]] = {
    "menu": menu,
    "seats": seats,
    "cards": cards,
    "tactical": tactical,
    "strategic": strategic,
    "curtain": curtain,
    "flow": flow,
    "ending": ending,
}


def played(phase: str, quarter: int, *people: str, whose: str = "") -> Session:
    """A saved sitting at a decision in a phase, of anybody or of one seat.

    Bots have chosen for people until then.
    """
    campaign = load_campaign(campaigns_dir() / "first-light")
    setups = [SeatSetup(seat) for seat in people or ("us", "mexico")]
    session = Session.start(campaign, setups, SEED, saves_dir())
    advisers = [
        make_player(session.game.tables, bots_for(campaign, ix)[0], SeatIx(ix))
        for ix in range(len(campaign.seats))
    ]
    for _ in range(MOST_STEPS):
        state, game = session.game.state, session.game
        asked = [seat for seat in game.to_move if session.seat(seat).is_person]
        here = (state.phase, state.quarter) == (phase, quarter) and not state.pending
        names = [campaign.seats[seat].id for seat in asked]
        if game.is_over or (here and (whose in names if whose else asked)):
            session.flush()
            return session
        if session.step_bot() is None:
            seat = asked[0]
            view, legal = game.view_for(SeatMask(1 << seat)), game.legal_actions(seat)
            choice = advisers[seat].choose(view, legal, context_of(game, seat))
            session.submit(choice.action)
    raise RuntimeError(f"{phase} of quarter {quarter} never came")


def table(app: App, session: Session) -> PlayScreen:
    """The table of a sitting, with its timer standing still."""
    screen = PlayScreen(app, session)
    screen.timer.paused = True
    app.push(screen)
    return screen


def press(app: App, key: int) -> None:
    """Press one key."""
    app.turn([pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0)], STEP)


def settle(app: App) -> pygame.Surface:
    """Let all work in the background be done, and draw what came of it."""
    for _ in range(3):
        app.turn((), 0.0)
        screen = app.screen
        while screen is not None and screen.idle(1000.0):
            pass
        if screen is not None:
            screen.invalidate()
    app.turn((), 0.0)
    return app.window.surface


def make(name: str) -> Path:
    """Draw one picture in an app of its own."""
    app = make_app(SIZE, catch=False)
    PICTURES[name](app)
    path = FOLDER / f"{name}.png"
    pygame.image.save(settle(app), str(path))
    while app.screen is not None:
        app.pop()
    pygame.quit()
    return path


def main(names: list[str]) -> None:
    """Make the pictures that are named, or all of them."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        # Nobody's own saves and settings may show in a picture.
        os.environ["NADC_HOME"] = folder
        for name in names or list(PICTURES):
            print(make(name).relative_to(FOLDER.parent.parent))


if __name__ == "__main__":
    main(sys.argv[1:])
