"""REVIEW and ASSESS as pages: what they tell, whom they tell it, and how they are left."""

from collections.abc import Iterator

import pygame
import pytest
from screen_driver import (
    MakeApp,
    new_sitting,
    play_to,
    press,
    settle,
    table,
    wait,
    with_reviews,
)

from game.content.schema.words import TRACKS
from game.model.events import CardActivated, PhaseBegan, TrackChanged
from game.model.ids import SeatMask
from game.narrate.ending.verdict import margins
from game.play.session import Session
from game.rules.engine import Game
from game.ui.app import App
from game.ui.paint import fill_in
from game.ui.present.assessing import headline, quarter_sum
from game.ui.present.breaks import Break, BreakKind, breaks
from game.ui.present.reviewing import review_margins
from game.ui.present.sight import Sight, redacted
from game.ui.present.tracks import track_cells
from game.ui.screens.ending.panels import MarginPanel
from game.ui.screens.ending.plot import Plot
from game.ui.screens.flow.assess import AssessScreen
from game.ui.screens.flow.assess_panels import ToldPanel, TracksPanel
from game.ui.screens.play.screen import PlayScreen
from game.ui.screens.review import ReviewScreen
from game.ui.screens.sitting import Sitting
from game.ui.widgets.button import Button

PEOPLE = ("us", "mexico")
SIZES = [(1280, 720, 100), (1280, 720, 150), (1600, 1000, 100), (1920, 1080, 150)]


def reviewed(seed: int = 5, text: int = 100) -> Session:
    """A sitting in its third quarter, after a REVIEW."""
    session = new_sitting(*PEOPLE, seed=seed, text=text, campaign=with_reviews(2))
    play_to(session, "strategic", 3)
    return session


def stops(session: Session, kind: BreakKind) -> list[Break]:
    """All breaks of a kind so far."""
    journal = session.game.journal
    known = redacted(journal, session.hand_over.table)
    return [one for one in breaks(known, len(journal)) if one.kind == kind]


def review_of(app: App, session: Session) -> ReviewScreen:
    """The last REVIEW's page, over its table."""
    screen = table(app, session)
    page = ReviewScreen(app, screen.sitting, stops(session, "review")[-1])
    app.push(page)
    settle(app)
    return page


def of_kind(page: ReviewScreen | AssessScreen, kind: type) -> list[object]:
    """The widgets of a kind on a page."""
    return [one for one in page._body.descendants() if isinstance(one, kind)]


def test_a_review_comes_up_by_itself_and_enter_goes_on(make_app: MakeApp) -> None:
    app = make_app()
    session = new_sitting(*PEOPLE, seed=5, campaign=with_reviews(1))
    play_to(session, "tactical", 1)
    screen = table(app, session)
    for _ in range(900):
        if isinstance(app.screen, ReviewScreen):
            break
        if app.screen is screen and screen.sitting.legal and not screen.dicing:
            screen.commit(screen.sitting.legal[-1])
        elif app.screen is not screen:
            press(app, pygame.K_RETURN)
        wait(app)
    assert isinstance(app.screen, ReviewScreen)
    assert screen.sitting.sight.view.quarter == 1, "the next quarter shows under the review"
    assert screen.sitting.is_held
    press(app, pygame.K_RETURN)
    wait(app)
    assert app.screen is screen
    assert screen.sitting.sight.view.quarter == 2


def test_a_review_tells_margins_and_the_course_up_to_its_own_quarter(make_app: MakeApp) -> None:
    session = reviewed()
    page = review_of(make_app(), session)
    panel = of_kind(page, MarginPanel)[0]
    assert isinstance(panel, MarginPanel)
    stop = stops(session, "review")[-1]
    words = page._words
    then = margins(words, session.game_at(stop.place).state)
    assert [(row.seat, row.value) for row in panel.rows] == [(row.seat, row.value) for row in then]
    plot = of_kind(page, Plot)[0]
    assert isinstance(plot, Plot)
    assert len(plot.ticks) == 3, "the start and two quarters"
    assert "2" in page._head.above


def test_a_review_hides_what_is_behind_the_network_s_margin(make_app: MakeApp) -> None:
    session = reviewed()
    page = review_of(make_app(), session)
    red = session.campaign.seat_ix["cartel"]
    own = next(row for row in page._margins if row.seat == red)
    assert own.sum == own.wants
    stop = stops(session, "review")[-1]
    journal = session.game.journal[: stop.place]
    alone = review_margins(page._words, journal, SeatMask(1 << red))
    assert next(row for row in alone if row.seat == red).sum != own.wants


@pytest.mark.parametrize(("width", "height", "text"), SIZES)
def test_the_pages_fit_their_window(make_app: MakeApp, width: int, height: int, text: int) -> None:
    app = make_app((width, height), text)
    session = reviewed(text=text)
    for page in pages(app, session):
        window = app.window.surface.get_rect()
        on = page._on
        assert isinstance(on, Button) and window.contains(on.rect)
        for one in page._body.child.children():
            assert window.left <= one.rect.left < one.rect.right <= window.right
            assert one.rect.height >= one.measure(page.kit, one.rect.width)[1]
        app.pop()


def pages(app: App, session: Session) -> Iterator[ReviewScreen | AssessScreen]:
    """The page of the last REVIEW, then that of the last ASSESS."""
    page = review_of(app, session)
    yield page
    again = app.screen
    assert isinstance(again, PlayScreen)
    summed = AssessScreen(app, again.sitting, stops(session, "assess")[-1])
    app.push(summed)
    settle(app)
    yield summed


def sums(session: Session) -> Iterator[tuple[Sight, Break]]:
    """What the table knew at each ASSESS."""
    sitting = Sitting(session)
    for stop in stops(session, "assess"):
        yield sitting.sight_at(stop.place), stop


def test_assess_tells_every_track_that_moved_and_each_reason() -> None:
    session = reviewed()
    journal = session.game.journal
    for sight, stop in sums(session):
        found = quarter_sum(sight, journal[: stop.place])
        moved: dict[str, list[TrackChanged]] = {}
        quarter = 0
        for event in journal[: stop.place]:
            quarter = event.quarter if isinstance(event, PhaseBegan) else quarter
            if isinstance(event, TrackChanged) and quarter == found.quarter:
                moved.setdefault(TRACKS[event.track], []).append(event)
        assert {row.id for row in found.tracks} == set(moved)
        for row in found.tracks:
            steps = moved[row.id]
            assert (row.before, row.after) == (steps[0].before, steps[-1].after)
            assert len(row.reasons) == len(steps) and all(row.reasons)
        assert found.story is not None
        assert str(found.story.settled.delivered) in headline(sight, found)


def rises() -> Iterator[tuple[Session, Break, int]]:
    """Ends of quarters in whose FLOW Harm rose, with its value."""
    for seed in range(5, 20):
        session = new_sitting(*PEOPLE, seed=seed)
        play_to(session, "strategic", 3)
        for sight, stop in sums(session):
            found = quarter_sum(sight, session.game.journal[: stop.place])
            harm = next((row for row in found.tracks if row.id == "harm"), None)
            if harm is not None and harm.after > harm.before:
                yield session, stop, harm.after


def test_assess_tells_harm_s_rise_in_its_head_and_the_bar_keeps_it(make_app: MakeApp) -> None:
    """A track that rose in FLOW must not read "no change" when the next quarter begins."""
    session, stop, harm = next(rises())
    sitting = Sitting(session)
    sight = sitting.sight_at(stop.place)
    assert str(harm) in headline(sight, quarter_sum(sight, session.game.journal[: stop.place]))
    after = sitting.sight_at(stop.place + 1)
    assert after.view.quarter == sight.view.quarter + 1
    cell = next(one for one in track_cells(after) if one.id == "harm")
    assert cell.value == harm and cell.change > 0 and cell.tone == "worse"


def test_assess_tells_no_bank_but_the_viewers_own() -> None:
    session = reviewed()
    sitting, journal = Sitting(session), session.game.journal
    stop = stops(session, "assess")[-1]
    told = quarter_sum(sitting.sight_at(stop.place), journal[: stop.place]).told
    assert told and not any("banks" in row.text or "Cash" in row.text for row in told)
    red = SeatMask(1 << session.campaign.seat_ix["cartel"])
    game: Game = session.game_at(stop.place)
    sight = Sight(
        session.campaign, game.view_for(red), redacted(game.journal, red), sitting.sight.words
    )
    own = quarter_sum(sight, journal[: stop.place]).told
    assert any("Cash" in row.text for row in own)


def test_assess_is_left_with_one_key(make_app: MakeApp) -> None:
    app = make_app()
    session = reviewed()
    screen = table(app, session)
    page = AssessScreen(app, screen.sitting, stops(session, "assess")[-1])
    app.push(page)
    settle(app)
    assert of_kind(page, TracksPanel) and of_kind(page, ToldPanel)
    assert page.form.focus is page._on
    press(app, pygame.K_RETURN)
    assert app.screen is screen


def test_a_page_that_is_longer_than_its_window_scrolls_by_keys(make_app: MakeApp) -> None:
    app = make_app((1280, 720), 200)
    for page in pages(app, reviewed(text=200)):
        assert page._body.overflows
        for key in (pygame.K_DOWN, pygame.K_PAGEDOWN):
            before = page._body.offset
            press(app, key)
            assert page._body.offset > before
        press(app, pygame.K_PAGEUP)
        assert app.screen is page
        app.pop()


def test_what_lies_above_the_window_reaches_no_further_down() -> None:
    """A tall panel that is scrolled half out of sight must end where it ends."""
    surface = pygame.Surface((40, 100))
    fill_in(surface, (255, 0, 0), pygame.Rect(0, -50, 40, 80))
    assert surface.get_at((20, 29)) == (255, 0, 0)
    assert surface.get_at((20, 31)) == (0, 0, 0)


def test_each_reason_is_the_step_s_own() -> None:
    """Cards that start together must not lend their reasons to one another."""
    for seed in range(5, 9):
        session = reviewed(seed)
        journal = session.game.journal
        for sight, stop in sums(session):
            for row in quarter_sum(sight, journal[: stop.place]).tracks:
                steps = [
                    event
                    for event in journal[: stop.place]
                    if isinstance(event, TrackChanged) and TRACKS[event.track] == row.id
                ][-len(row.reasons) :]
                for reason, step in zip(row.reasons, steps, strict=True):
                    root = journal[step.cause] if step.cause >= 0 else None
                    if isinstance(root, CardActivated):
                        assert sight.words.card(root.card) in reason
