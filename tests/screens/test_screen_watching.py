"""What is watched at the table: dice, the log and its places, notes, and FLOW at every size."""

from dataclasses import replace

import msgspec
import pygame
import pytest
from screen_driver import (
    MakeApp,
    first_light,
    play_to,
    press,
    settle,
    sitting_at,
    table,
    to_the_table,
    wait,
    watch_flow,
)

from game.model import events
from game.model.ids import SeatIx
from game.narrate.sentences.dice import shown_needed
from game.play.form import SeatSetup
from game.play.session import Session
from game.ui.app import App
from game.ui.motion import DICE
from game.ui.screens.flow.screen import FlowScreen
from game.ui.screens.play.dicing import tone_of
from game.ui.screens.play.overlays import SHOWN, DiceShow
from game.ui.screens.play.screen import PlayScreen
from game.ui.screens.sitting import Sitting

PEOPLE = ("us", "mexico")


def tumbling(app: App) -> PlayScreen:
    """A table at which a die has just been thrown, and a person is next."""
    screen = table(app, sitting_at("tactical", 2, *PEOPLE, seed=5))
    settle(app)
    surveil = next(one for one in screen.sitting.legal if one.verb == "surveil")
    screen.commit(surveil)
    wait(app)
    assert screen.dicing and screen.sitting.deciders
    return screen


def show_of(screen: PlayScreen) -> DiceShow:
    """The die that shows."""
    return screen.dicing._shows[0]


# --- dice and keys


def test_the_first_key_lets_the_die_fall_and_the_next_one_acts(make_app: MakeApp) -> None:
    app = make_app()
    screen = tumbling(app)
    assert not show_of(screen).has_fallen
    press(app, pygame.K_1)
    assert screen.dicing and show_of(screen).has_fallen
    assert screen.picker.narrowing.slot is None, "the key that lets the die fall does no more"
    length = len(screen.sitting.session.game.journal)
    press(app, pygame.K_1)
    assert not screen.dicing
    assert screen.picker.narrowing.slot is not None, "the second key was swallowed"
    assert len(screen.sitting.session.game.journal) == length


def test_a_die_that_has_fallen_swallows_no_key(make_app: MakeApp) -> None:
    app = make_app()
    screen = tumbling(app)
    wait(app, 1, DICE + 0.05)
    assert screen.dicing and show_of(screen).has_fallen
    press(app, pygame.K_1)
    assert not screen.dicing
    assert screen.picker.narrowing.slot is not None


def test_with_reduced_motion_no_key_is_swallowed(make_app: MakeApp) -> None:
    app = make_app()
    app.settings = replace(app.settings, reduced_motion=True)
    screen = tumbling(app)
    press(app, pygame.K_1)
    assert not screen.dicing
    assert screen.picker.narrowing.slot is not None


def test_a_click_lets_the_die_fall_as_a_key_does(make_app: MakeApp) -> None:
    app = make_app()
    screen = tumbling(app)
    tile = next(one for one in screen.parts.tray.descendants() if one.focusable and one.enabled)
    down = pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=tile.rect.center, button=1)
    up = pygame.event.Event(pygame.MOUSEBUTTONUP, pos=tile.rect.center, button=1)
    app.turn([down, up], 0.05)
    assert screen.dicing and show_of(screen).has_fallen
    assert screen.picker.narrowing.slot is None


def test_many_dice_fall_with_one_key(make_app: MakeApp) -> None:
    app = make_app()
    screen = tumbling(app)
    first = show_of(screen)
    second = replace(first)
    screen.dicing._shows.append(second)
    press(app, pygame.K_RETURN)
    assert first.has_fallen and second.has_fallen
    before = settle(app)
    assert before is not None
    press(app, pygame.K_1)
    assert not screen.dicing
    assert screen.picker.narrowing.slot is not None


def test_dice_go_by_themselves(make_app: MakeApp) -> None:
    app = make_app()
    screen = tumbling(app)
    wait(app, 4, (DICE + SHOWN) / 3)
    assert not screen.dicing


def test_no_bot_acts_while_a_die_is_watched(make_app: MakeApp) -> None:
    app = make_app()
    screen = tumbling(app)
    length = len(screen.sitting.session.game.journal)
    wait(app, 3, 0.1)
    assert screen.dicing and len(screen.sitting.session.game.journal) == length


def test_the_banner_needs_what_popover_and_log_say(make_app: MakeApp) -> None:
    """Also where something hidden changed the true number."""
    app = make_app()
    screen = table(app, sitting_at("tactical", 1, *PEOPLE, seed=5))
    settle(app)
    surveil = next(one for one in screen.sitting.legal if one.verb == "surveil")
    odds = screen.sitting.odds(surveil)
    assert odds is not None
    promised = int(odds.fraction.split("/")[0])
    screen.commit(surveil)
    wait(app)
    assert show_of(screen).needed == promised
    event = show_of(screen).event
    tests = screen.sitting.session.campaign.rules.tests
    hindered = msgspec.structs.replace(event, needed=event.needed - 1, hidden=-1)
    assert shown_needed(tests, hindered) == promised
    journal = screen.sitting.session.game.journal
    journal[journal.index(event)] = hindered
    screen.sitting.refresh()
    screen.dicing.follow(journal.index(hindered), still=True)
    assert show_of(screen).needed == promised


def test_good_and_bad_news_are_the_viewers_own(make_app: MakeApp) -> None:
    session = sitting_at("tactical", 1, *PEOPLE, seed=5)
    red = SeatIx(session.campaign.seat_ix["cartel"])
    sight = Sitting(session).sight
    ours = _a_test(session)
    theirs = msgspec.structs.replace(ours, seat=red)
    assert tone_of(sight, ours) == ("better" if ours.success else "worse")
    assert tone_of(sight, theirs) == "neutral"
    seats = [SeatSetup("us", "random"), SeatSetup("mexico", "random"), SeatSetup("cartel")]
    alone = Session.start(first_light(), seats, 5)
    own = Sitting(alone).sight
    assert own.mask == 1 << red
    assert tone_of(own, theirs) == ("better" if theirs.success else "worse")
    assert tone_of(own, ours) == "neutral"


def _a_test(session: Session) -> events.TestRolled:
    play_to(session, "strategic", 2)
    ours = (SeatIx(0), SeatIx(1))
    journal = session.game.journal
    rolled = (event for event in journal if isinstance(event, events.TestRolled))
    return next(event for event in rolled if event.seat in ours)


# --- the log


def rows_with_places(screen: PlayScreen) -> list[tuple[int, int]]:
    """Entry and row of what speaks of a place on the map."""
    log = screen.parts.column.log_list
    return [
        (place, number)
        for place, entry in enumerate(log.entries)
        for number, _ in enumerate(entry.rows)
        if screen.pointing.named(entry.of_row(number))
    ]


def row_middle(screen: PlayScreen, place: int, number: int) -> tuple[int, int]:
    """A point on a row of the log."""
    log = screen.parts.column.log_list
    box = log._box(place)
    rows = list(log._rows_of(screen.kit, place))
    return box.x + 80, box.y + rows[number][1] + rows[number][2] // 2


def point(app: App, at: tuple[int, int]) -> None:
    """Move the pointer."""
    app.turn([pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(1, 1), buttons=(0, 0, 0))], 0.05)


def test_every_event_has_a_row_of_its_own(make_app: MakeApp) -> None:
    screen = table(make_app(), sitting_at("tactical", 2, *PEOPLE, seed=5))
    entries = screen.parts.column.log_list.entries
    assert max(len(entry.rows) for entry in entries) > 1
    for entry in entries:
        assert " ".join(row.text for row in entry.rows) == entry.line.text
        assert entry.rows[0].depth == 0
        assert {row.depth for row in entry.rows} <= {0, 1}
        assert {row.event for row in entry.rows} <= set(entry.line.events)


def test_pointing_at_a_row_lights_its_places_and_a_click_keeps_them(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, sitting_at("tactical", 1, *PEOPLE, seed=5))
    settle(app)
    inside = [
        row
        for row in rows_with_places(screen)
        if screen.parts.column.log.rect.collidepoint(row_middle(screen, *row))
    ]
    assert inside
    place, number = inside[0]
    log = screen.parts.column.log_list
    expected = screen.pointing.named(log.entries[place].of_row(number))
    at = row_middle(screen, place, number)
    point(app, at)
    assert screen.pointing.names == expected
    point(app, screen.places.board.center)
    assert not screen.pointing.names
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        app.turn([pygame.event.Event(kind, pos=at, button=1)], 0.05)
    pinned = screen.pointing.names
    if log.marked == place:
        assert pinned == screen.pointing.named(log.entries[place])
        point(app, screen.places.board.center)
        assert screen.pointing.names == pinned, "what was clicked does not stay lit"


def test_a_later_row_lights_only_its_own_places(make_app: MakeApp) -> None:
    screen = table(make_app(), sitting_at("tactical", 2, *PEOPLE, seed=5))
    entries = screen.parts.column.log_list.entries
    found = [
        (set(entry.of_row(number).line.links), set(entry.line.links))
        for entry in entries
        for number in range(1, len(entry.rows))
    ]
    assert found and all(own <= whole for own, whole in found)
    assert any(own < whole for own, whole in found)


# --- notes


def test_a_note_goes_with_the_moment_that_it_speaks_of(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, sitting_at("tactical", 1, *PEOPLE, seed=5))
    settle(app)
    screen.form.say("Needs 1 Budget, you have 0.", "lock")
    assert screen.form.has_notes
    screen.commit(next(one for one in screen.sitting.legal if one.verb == "surveil"))
    wait(app)
    assert not screen.form.has_notes


# --- FLOW on its map


@pytest.mark.parametrize("text", [100, 150])
@pytest.mark.parametrize("size", [(1280, 720), (1600, 1000), (1920, 1080)])
def test_loads_move_on_a_map_that_shows_their_routes(
    make_app: MakeApp, size: tuple[int, int], text: int
) -> None:
    app = make_app(size, text)
    screen = table(app, sitting_at("strategic", 2, *PEOPLE, seed=5, text=text))
    film = watch_flow(app, screen)
    assert not film.playback.shown
    wait(app, 20)
    assert film.playback.moment.done == 0 and film.playback.moment.share == 0.0, "no map yet"
    while film.idle(1000.0):
        pass
    assert screen.board.is_settled
    free = screen.board.rect.copy()
    free.width = film._scroll.rect.x - free.x
    routes = {screen.sitting.session.campaign.routes[leg].id for leg in _legs(film)}
    for route in routes:
        at = screen.board.route_pos(route, 0.5)
        assert at is not None and free.collidepoint(at), f"{route} is not in view at {size}"
    wait(app, 10)
    assert film.playback.moment.share > 0 or film.playback.moment.done
    drawn = {mark.id for mark in screen.board._scene.routes if not mark.dormant}
    assert routes <= drawn


def _legs(film: FlowScreen) -> set[int]:
    return {leg for run in film.run.story.runs for leg in run.legs}


def test_any_key_skips_a_flow_and_the_next_goes_on(make_app: MakeApp) -> None:
    for key in (pygame.K_RETURN, pygame.K_s, pygame.K_e, pygame.K_ESCAPE):
        app = make_app((1280, 720))
        screen = table(app, sitting_at("strategic", 2, *PEOPLE, seed=5))
        film = watch_flow(app, screen)
        wait(app, 13)
        press(app, key)
        assert film.playback.is_over and app.screen is film
        press(app, pygame.K_RETURN)
        assert to_the_table(app) is screen


def test_space_pauses_and_n_steps(make_app: MakeApp) -> None:
    app = make_app((1280, 720))
    screen = table(app, sitting_at("strategic", 2, *PEOPLE, seed=5))
    film = watch_flow(app, screen)
    wait(app, 13)
    press(app, pygame.K_SPACE)
    assert film.playback.paused
    done = film.playback.moment.done
    press(app, pygame.K_n)
    assert film.playback.moment.done == done + 1


def test_nothing_on_the_map_makes_way_while_loads_move(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, sitting_at("strategic", 2, *PEOPLE, seed=5))
    film = watch_flow(app, screen)
    board, places = screen.board, []
    pieces = [mark.id for mark in board._scene.counters]
    assert pieces
    for _ in range(len(film.run.story.runs)):
        settle(app)
        places.append([board.screen_rect("counter", piece) for piece in pieces])
        film.playback.step()
        film.run.show()
    assert len(places) > 3 and all(row == places[0] for row in places)


def before_an_event(seed: int) -> Session | None:
    """A sitting in which an event of the second quarter asks a person."""
    session = sitting_at("tactical", 1, *PEOPLE, seed=seed)
    while session.game.state.quarter < 3:
        pending = session.game.state.pending
        if pending and pending[-1].kind == "inject" and session.seat(pending[-1].seat).is_person:
            return session
        if session.step_bot() is None:
            legal = [one for one in session.game.legal_actions() if one.verb != "withdraw"]
            session.submit(legal[-1])
    return None


def test_enter_pressed_twice_answers_no_question_that_nobody_has_read(make_app: MakeApp) -> None:
    """An event of the new quarter comes up where the page before it was left with Enter."""
    app = make_app()
    session = next(filter(None, (before_an_event(seed) for seed in range(3, 15))))
    screen = table(app, session)
    for _ in range(200):
        if app.screen is screen and screen.asking.is_open:
            break
        press(app, pygame.K_RETURN)
    assert screen.asking.is_open, "no event asks anything"
    length = len(session.game.journal)
    press(app, pygame.K_RETURN)
    assert len(session.game.journal) == length, "an answer nobody had time to read"
    wait(app, 1, 0.4)
    press(app, pygame.K_RETURN)
    assert len(session.game.journal) > length, "the next key must answer"


def test_the_log_tells_no_roll_before_its_die_has_fallen(make_app: MakeApp) -> None:
    app = make_app()
    screen = tumbling(app)
    log = screen.parts.column.log_list
    journal = screen.sitting.session.game.journal
    place = max(at for at, one in enumerate(journal) if isinstance(one, events.TestRolled))
    assert all(max(entry.line.events) < place for entry in log.entries)
    assert log.entries and log.marked == -1
    wait(app, 1, DICE)
    assert screen.dicing
    log = screen.parts.column.log_list
    assert place in log.entries[0].line.events and log.marked == 0
