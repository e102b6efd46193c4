"""Every screen as a picture, compared with what was approved, small and with a tolerance.

Run with NADC_PICTURES=write to approve what is drawn now. A failure leaves got, want and their
difference beside each other in the test's own folder.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from screen_driver import (
    MakeApp,
    first_light,
    new_sitting,
    play_to,
    press,
    settle,
    table,
    wait,
    watch_flow,
)

from game.ui.app import App
from game.ui.present.breaks import breaks
from game.ui.present.sight import redacted
from game.ui.screens.curtain import CurtainScreen
from game.ui.screens.doors import open_setup
from game.ui.screens.ending.screen import EndingScreen
from game.ui.screens.flow.assess import AssessScreen
from game.ui.screens.menu.screen import MenuScreen
from game.ui.screens.sitting import Sitting

PICTURES = Path(__file__).parent / "pictures"
WIDTH = 480
FAR = 48
MOST_FAR = 0.03
SIZES = ((1280, 720), (1600, 1000), (1920, 1080))
TEXTS = (100, 150)


def menu(app: App) -> None:
    app.push(MenuScreen(app))


def seats(app: App) -> None:
    """Who sits where, before anything is changed."""
    open_setup(app, first_light(), seed=7)


def brief(app: App) -> None:
    """The last step before the sitting."""
    open_setup(app, first_light(), seed=7)
    for _ in range(2):
        settle(app)
        press(app, pygame.K_RETURN)


def strategic(app: App) -> None:
    session = new_sitting("us", "mexico", text=app.settings.text_size)
    play_to(session, "strategic", 2)
    table(app, session)


def operational(app: App) -> None:
    session = new_sitting("us", "mexico", text=app.settings.text_size)
    play_to(session, "operational", 2)
    table(app, session)


def odds(app: App) -> None:
    """A Surveil, chosen, with its odds before commitment."""
    session = new_sitting("us", "mexico", text=app.settings.text_size)
    play_to(session, "tactical", 2)
    table(app, session)
    settle(app)
    press(app, pygame.K_1)
    settle(app)
    press(app, pygame.K_RETURN)


def curtain(app: App) -> None:
    table(app, new_sitting("us", "mexico", "cartel", text=app.settings.text_size))
    assert isinstance(app.screen, CurtainScreen)


def red_plan(app: App) -> None:
    table(app, new_sitting("us", "mexico", "cartel", text=app.settings.text_size))
    press(app, pygame.K_RETURN)
    press(app, pygame.K_RETURN)


def flow(app: App) -> None:
    """The end of the second FLOW."""
    session = new_sitting("us", "mexico", text=app.settings.text_size)
    play_to(session, "assess", 2)
    screen = table(app, session)
    watch_flow(app, screen)
    settle(app)
    press(app, pygame.K_s)
    wait(app, 12)


def assess(app: App) -> None:
    """The sum of the second quarter."""
    session = new_sitting("us", "mexico", text=app.settings.text_size)
    play_to(session, "strategic", 3)
    journal = session.game.journal
    known = redacted(journal, session.hand_over.table)
    stops = [one for one in breaks(known, len(journal)) if one.kind == "assess"]
    app.push(AssessScreen(app, table(app, session).sitting, stops[-1]))


def ending(app: App) -> None:
    session = new_sitting("us", "mexico", text=app.settings.text_size)
    play_to(session, "never", 9)
    app.push(EndingScreen(app, Sitting(session)))


SCREENS: dict[str, Callable[[App], None]] = {
    "menu": menu,
    "seats": seats,
    "brief": brief,
    "strategic": strategic,
    "operational": operational,
    "odds": odds,
    "curtain": curtain,
    "red-plan": red_plan,
    "flow": flow,
    "assess": assess,
    "ending": ending,
}


CASES = [(name, size, text) for name in SCREENS for size in SIZES for text in TEXTS]


@pytest.mark.parametrize(("name", "size", "text"), CASES)
def test_looks_as_approved(
    make_app: MakeApp, tmp_path: Path, name: str, size: tuple[int, int], text: int
) -> None:
    app = make_app(size, text)
    SCREENS[name](app)
    got = small(settle(app))
    path = PICTURES / f"{name}-{size[0]}x{size[1]}-{text}.jpg"
    if os.environ.get("NADC_PICTURES") == "write":
        pygame.image.save(got, str(path))
        return
    want = pygame.image.load(str(path))
    share = far_share(got, want)
    if share > MOST_FAR:
        pygame.image.save(got, str(tmp_path / "got.png"))
        pygame.image.save(want, str(tmp_path / "want.png"))
        pygame.image.save(difference(got, want), str(tmp_path / "diff.png"))
    assert share <= MOST_FAR, f"{share:.1%} of {path.name} differs; see {tmp_path}"


def small(picture: pygame.Surface) -> pygame.Surface:
    """A picture reduced to the width that is kept."""
    height = round(picture.get_height() * WIDTH / picture.get_width())
    return pygame.transform.smoothscale(picture.convert(24), (WIDTH, height))


def far_share(got: pygame.Surface, want: pygame.Surface) -> float:
    """The share of pixels that differ by far."""
    assert got.get_size() == want.get_size()
    mask = pygame.mask.from_threshold(got, (0, 0, 0), (FAR, FAR, FAR, 255), want.convert(got))
    width, height = got.get_size()
    return 1 - mask.count() / (width * height)


def difference(got: pygame.Surface, want: pygame.Surface) -> pygame.Surface:
    """What differs, brightly."""
    picture = got.copy()
    picture.blit(want, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    other = want.convert(got)
    other.blit(got, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    picture.blit(other, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    return picture


def test_a_changed_picture_is_noticed(make_app: MakeApp) -> None:
    make_app((1280, 720))
    one = pygame.Surface((100, 100), depth=24)
    other = one.copy()
    other.fill((250, 250, 250), (0, 0, 20, 20))
    assert far_share(one, one) == 0
    assert far_share(one, other) == pytest.approx(0.04)
