"""The second window plays each FLOW itself, and tells nothing of its end before."""

from dataclasses import replace
from pathlib import Path

from more_driver import play_on, sitting, window

from game.model.events import FlowSettled
from game.play.session import Session
from game.resources import saves_dir
from game.ui.app import App
from game.ui.screens.replay.show import POLL_SECONDS, ShowScreen

FRAME = 0.05


def to_the_end_of_a_quarter(session: Session) -> None:
    """Play until the first FLOW is over and saved."""
    while not any(isinstance(event, FlowSettled) for event in session.game.journal):
        play_on(session, 1)
    session.flush()


def followed(app: App) -> tuple[Session, ShowScreen]:
    """A sitting that is followed from its first decisions on, and has now played a FLOW."""
    session = sitting(saves_dir(), cartel="random")
    play_on(session, 4)
    session.flush()
    assert session.path is not None
    screen = ShowScreen.following(app, session.path)
    app.push(screen)
    to_the_end_of_a_quarter(session)
    app.turn([], POLL_SECONDS + 0.1)
    return session, screen


def until_flow(app: App, screen: ShowScreen) -> None:
    """Let time pass until loads move."""
    for _ in range(2000):
        if screen.flow is not None:
            return
        app.turn([], FRAME)
    raise AssertionError("the second window never plays the FLOW")


def watch(app: App, screen: ShowScreen) -> int:
    """Let the loads come home; how many had met their fate in the most shown frames."""
    seen = set()
    for _ in range(4000):
        flow = screen.flow
        if flow is None or flow.playback.is_over:
            return len(seen)
        seen.add(len(flow.playback.shown))
        app.turn([], FRAME)
        screen.idle(20.0)
    raise AssertionError("the FLOW never ends")


def test_the_second_window_plays_a_flow(own_folder: Path) -> None:
    app = window(1280, 720)
    session, screen = followed(app)
    until_flow(app, screen)
    assert screen.flow is not None
    units = len(screen.flow.story.runs)
    assert units > 1
    assert watch(app, screen) >= units
    assert screen.flow is not None and screen.flow.tally.notes
    session.close()


def test_the_second_window_tells_nothing_of_a_flow_under_way(own_folder: Path) -> None:
    app = window(1280, 720)
    session, screen = followed(app)
    until_flow(app, screen)
    journal = session.game.journal
    place = next(at for at, event in enumerate(journal) if isinstance(event, FlowSettled))
    assert max(at for at, _ in screen.sight.events) < place
    told = [at for line in screen.latest.lines for at in line.events]
    assert max(told) < place
    cells = {widget.cell.id: widget.cell.value for widget in screen.tracks.tracks}
    before = screen.stage.film.sight(screen.stage.place - 1)
    assert cells["harm"] == before.track("harm")
    watch(app, screen)
    app.turn([], FRAME)
    assert max(at for at, _ in screen.sight.events) >= place
    session.close()


def test_it_goes_on_after_the_flow(own_folder: Path) -> None:
    app = window(1280, 720)
    session, screen = followed(app)
    until_flow(app, screen)
    watch(app, screen)
    for _ in range(400):
        app.turn([], FRAME)
    assert screen.stage.is_last and screen.flow is None
    session.close()


def test_with_reduced_motion_one_still_follows_another(own_folder: Path) -> None:
    app = window(1280, 720)
    app.settings = replace(app.settings, reduced_motion=True)
    session, screen = followed(app)
    until_flow(app, screen)
    assert screen.flow is not None and screen.flow.playback.stills
    assert watch(app, screen) >= len(screen.flow.story.runs)
    session.close()


def test_far_behind_it_goes_to_the_last_flow_and_plays_it(own_folder: Path) -> None:
    app = window(1280, 720)
    session = sitting(saves_dir(), cartel="random")
    play_on(session, 1)
    session.flush()
    assert session.path is not None
    screen = ShowScreen.following(app, session.path)
    app.push(screen)
    begun = len(screen.stage.film)
    to_the_end_of_a_quarter(session)
    play_on(session, 6)
    session.flush()
    app.turn([], POLL_SECONDS + 0.1)
    assert len(screen.stage.film) - begun > 12
    until_flow(app, screen)
    assert screen.stage.stop.phase == "flow"
    session.close()
