"""The table of a sitting takes an edited campaign, on request or at every save."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from preview_driver import edit, press, wait_for, window

from game.content.loader import load_campaign
from game.model.dice import below
from game.model.events import CampaignReloaded
from game.play.form import SeatSetup
from game.play.session import Session
from game.resources import campaigns_dir, saves_dir
from game.ui.app import App
from game.ui.screens.play.screen import PlayScreen
from game.ui.widgets.popover import Dialog

Table = tuple[App, PlayScreen]


@pytest.fixture
def table(folder: Path) -> Table:
    """The table of a saved sitting of one's own campaign, at a tactical turn."""
    return _table(_sitting(folder))


def _sitting(folder: Path) -> Session:
    seats = [SeatSetup(seat, "person") for seat in ("us", "mexico")]
    seats.append(SeatSetup("cartel", "random"))
    session = Session.start(load_campaign(folder), seats, 3, saves_dir())
    while session.game.state.phase != "tactical" or session.game.state.quarter < 2:
        if session.step_bot() is None:
            legal = [one for one in session.game.legal_actions() if one.verb != "withdraw"]
            session.choose(legal[below(len(legal), 5, len(session.game.journal))])
    return session


def _table(session: Session) -> Table:
    app = window()
    screen = PlayScreen(app, session)
    app.push(screen)
    for _ in range(20):
        app.turn([], 0.1)
        if app.screen is not screen:
            app.pop()
    screen.asking.close()
    app.turn([], 0.0)
    return app, screen


def _press(app: App, screen: PlayScreen, name: str) -> None:
    """Use a control of the menu."""
    widget = next(one for one in screen.form.reachable() if one.name == name)
    screen.form.use(widget)
    app.turn([], 0.01)


def _reloads(screen: PlayScreen) -> int:
    journal = screen.sitting.session.game.journal
    return sum(isinstance(event, CampaignReloaded) for event in journal)


def _dialog(screen: PlayScreen) -> str:
    """The title of the dialog that is open, if any."""
    roots = [layer.root for layer in screen.form._layers[1:]]
    return " ".join(root.title for root in roots if isinstance(root, Dialog))


def _area(screen: PlayScreen) -> str:
    words = screen.sitting.sight.words
    return words.area(words.campaign.area_ix["mx-baja"])


def test_an_edited_campaign_is_taken_from_the_menu(table: Table, folder: Path) -> None:
    app, screen = table
    seat, phase = screen.sitting.seat, screen.sitting.sight.view.phase
    edit(folder / "map.yaml", "name: Baja\n", "name: Lower California\n")
    screen.asking.open_menu()
    _press(app, screen, "menu-reread")
    assert _reloads(screen) == 1
    assert _area(screen) == "Lower California"
    assert (screen.sitting.seat, screen.sitting.sight.view.phase) == (seat, phase)
    assert not screen.form.has_layers
    assert "read again" in screen.sitting.lines[-1].text
    blocked = screen.sitting.session.undo_blocked()
    assert blocked is not None
    assert blocked.code == "undo-reloaded"
    press(app, pygame.K_h)
    wait_for(app, lambda: not screen.course.is_busy)
    path = screen.sitting.session.path
    assert path is not None
    app.pop()
    assert Session.resume(path).campaign.areas[6].name == "Lower California"


def test_what_cannot_be_taken_is_said_and_play_goes_on(table: Table, folder: Path) -> None:
    app, screen = table
    number = len(screen.sitting.session.game.journal)
    edit(folder / "map.yaml", "areas:", "areas: [")
    screen.asking.open_menu()
    _press(app, screen, "menu-reread")
    assert "campaign's files" in _dialog(screen)
    press(app, pygame.K_ESCAPE)
    assert not screen.form.has_layers
    assert len(screen.sitting.session.game.journal) == number
    assert screen.sitting.legal


def test_an_id_in_use_that_has_vanished_is_said(table: Table, folder: Path) -> None:
    app, screen = table
    for path in folder.parent.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("mx-northwest", "mx-north-west"), encoding="utf-8")
    screen.rereading.read()
    app.turn([], 0.0)
    assert "campaign's files" in _dialog(screen)
    assert _reloads(screen) == 0


def test_saves_are_taken_by_themselves_only_when_that_is_wanted(table: Table, folder: Path) -> None:
    app, screen = table
    edit(folder / "map.yaml", "name: Baja\n", "name: Baja One\n")
    _for(app, 2.0)
    assert _reloads(screen) == 0
    screen.asking.open_menu()
    _press(app, screen, "menu-watch")
    screen.asking.close()
    edit(folder / "map.yaml", "name: Baja One\n", "name: Baja Two\n")
    _until(app, lambda: _area(screen) == "Baja Two")
    edit(folder / "map.yaml", "areas:\n", "areas: [\n")
    _until(app, lambda: screen.form.has_notes)
    assert not screen.form.has_layers
    edit(folder / "map.yaml", "areas: [\n", "areas:\n")
    edit(folder / "map.yaml", "name: Baja Two\n", "name: Baja Three\n")
    _until(app, lambda: _area(screen) == "Baja Three")
    screen.rereading.watch(False)
    edit(folder / "map.yaml", "name: Baja Three\n", "name: Baja Four\n")
    _for(app, 2.0)
    assert _area(screen) == "Baja Three"
    assert _reloads(screen) == 2


def test_a_shipped_campaign_offers_nothing_of_the_kind() -> None:
    _, screen = _table(_sitting(campaigns_dir() / "first-light"))
    assert screen.rereading.controls() == []


def _for(app: App, seconds: float) -> None:
    for _ in range(round(seconds / 0.1)):
        app.turn([], 0.1)


def _until(app: App, happens: Callable[[], bool]) -> None:
    for _ in range(60):
        if happens():
            return
        app.turn([], 0.1)
    raise AssertionError("it never happened")
