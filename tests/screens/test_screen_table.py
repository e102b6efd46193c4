"""The table while it is played: what is lit and shut, what travels, what opens what."""

import pytest
from screen_driver import (
    MakeApp,
    click,
    first_light,
    settle,
    sitting_at,
    table,
    wait,
    watch_flow,
)

from game.content.schema.rules import Timers
from game.model.actions import Action
from game.model.ids import NO_CARD, CardIx
from game.play.session import Session
from game.ui.motion import COUNTER
from game.ui.present.chains import chain_of
from game.ui.present.narrowing import Narrowing, narrowed
from game.ui.screens.flow.screen import FlowScreen
from game.ui.screens.play.screen import PlayScreen
from game.ui.screens.play.timer import PhaseTimer
from game.ui.screens.sitting import Sitting


def at(phase: str, quarter: int = 1, seed: int = 5) -> Session:
    """A sitting of two people at a phase."""
    return sitting_at(phase, quarter, "us", "mexico", seed=seed)


def the(screen: PlayScreen, verb: str) -> Action:
    """The first legal action of a verb."""
    return next(one for one in screen.sitting.legal if one.verb == verb)


def names_of(film: FlowScreen) -> set[str]:
    """The names of the controls over a FLOW."""
    return {widget.name for widget in film.build().descendants()}


def test_choices_narrow_until_one_action_is_left() -> None:
    sitting = Sitting(at("tactical"))
    narrowing = narrowed(sitting.legal, None)
    assert isinstance(narrowing, Narrowing) and narrowing.action is None
    surveil = [one for one in sitting.legal if one.verb == "surveil"]
    chosen = narrowing.choose_slot(("surveil", NO_CARD))
    assert set(chosen.lit) == {one.target for one in surveil}
    done = chosen.choose_place(surveil[0].target)
    assert done.action == surveil[0]
    assert done.back().action is None


def test_a_place_that_is_not_lit_changes_nothing() -> None:
    sitting = Sitting(at("tactical"))
    chosen = narrowed(sitting.legal, None).choose_slot(("surveil", NO_CARD))
    assert (
        chosen.choose_place(next(one.target for one in sitting.legal if one.target < 0)) is chosen
    )


def test_what_opens_what_begins_with_the_slow_card() -> None:
    campaign = first_light()
    sight = Sitting(at("operational")).sight
    compact = CardIx(campaign.card_ix["law-enforcement-compact"])
    opened = CardIx(campaign.card_ix["train-and-equip"])
    chain = chain_of(sight, opened)
    assert chain[0][0].card == compact
    assert opened in [one.card for one in chain[1]]
    is_out = any(one.card == compact and one.active for one in sight.view.cards)
    assert all(one.is_shut is not is_out for one in chain[1])


def test_a_card_that_opens_nothing_has_no_chain() -> None:
    sight = Sitting(at("strategic")).sight
    assert chain_of(sight, CardIx(first_light().card_ix["sanctions-surge"])) == ()


def test_money_counts_down_and_arrives(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, at("operational"))
    settle(app)
    screen.commit(the(screen, "deploy"))
    seen = []
    for _ in range(30):
        app.turn((), COUNTER / 10)
        budget = next(one for one in screen.parts.tracks.means if one.name == "track-budget")
        seen.append(budget.shown)
    before, after = seen[0], budget.cell.value
    assert seen[-1] == after < before
    assert any(after < shown < before for shown in seen)


def test_nothing_counts_with_reduced_motion(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, at("operational"))
    settle(app)
    screen.motion.reduced = True
    screen.commit(the(screen, "move"))
    wait(app, 4)
    settle(app)
    wait(app, 2)
    assert not screen.motion.running


def test_a_counter_glides_once_the_map_is_drawn(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, at("operational"))
    settle(app)
    move = the(screen, "move")
    screen.commit(move)
    while screen.idle(100.0):
        app.turn((), 0.0)
    app.turn((), 0.0)
    assert screen.motion.running
    wait(app, 12)
    assert not screen.motion.running


def test_a_question_on_the_map_shuts_the_tray_and_shows_its_places(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, at("operational"))
    settle(app)
    for move in [one for one in screen.sitting.legal if one.verb == "move"]:
        screen.commit(move)
        wait(app, 20)
        settle(app)
        asked = screen.sitting.sight.view.pending
        if asked is not None and asked.kind == "watch":
            break
        screen.undo()
        wait(app, 2)
    else:
        pytest.fail("no unit that moves is asked what to watch")
    assert not any(tile.is_open for tile in screen.parts.tray.tray.tiles)
    spots = screen.parts.pane.spots
    inside = [one for one in spots if screen.parts.pane.rect.collidepoint(one.rect.center)]
    assert len(inside) * 2 >= len(spots) > 0


def test_the_guide_marks_tile_and_card(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, at("tactical"))
    step = screen.guiding.step
    assert step is not None and step.done.verb == "surveil"
    assert screen.guiding.lights(("surveil", NO_CARD))
    assert not screen.guiding.lights(("surge", NO_CARD))


def test_the_newest_line_is_marked(make_app: MakeApp) -> None:
    screen = table(make_app(), at("tactical"))
    assert screen.parts.column.log_list.marked == 0


def test_the_camera_arrives_while_units_travel(make_app: MakeApp) -> None:
    app = make_app()
    screen = table(app, at("strategic", 2))
    film = watch_flow(app, screen)
    wait(app, 10)
    assert not film.playback.is_over
    assert not screen.board.update(0.0)


def test_the_step_about_units_goes_once_they_were_looked_at(make_app: MakeApp) -> None:
    app = make_app()
    session = at("strategic", 2)
    screen = table(app, session)
    film = watch_flow(app, screen)
    settle(app)
    assert "guide" in names_of(film)
    assert "seen" not in session.acknowledged
    click(app, film.rect.center)
    assert "seen" in session.acknowledged


def test_the_timer_pulses_once_at_zero_and_takes_nothing_away() -> None:
    timer = PhaseTimer()
    timer.follow(120, "tactical", 1)
    assert timer.advance(200.0)
    assert timer.is_over and timer.pulse == 1.0 and timer.wake == 0.0
    while timer.pulse:
        assert timer.advance(0.1)
    assert not timer.advance(0.1)
    assert timer.wake is None


def test_a_paused_timer_stands_still() -> None:
    timer = PhaseTimer()
    timer.follow(150, "strategic", 1)
    timer.paused = True
    assert not timer.advance(5.0)
    assert timer.text == "2:30"


def test_a_phase_without_a_time_is_never_over() -> None:
    timer = PhaseTimer()
    timer.follow(0, "tactical", 1)
    assert not timer.advance(5.0)
    assert not timer.is_over
    assert timer.text == "–"


def test_the_seconds_of_a_phase_are_the_campaigns() -> None:
    timers = Timers(red_plan=30)
    assert [timers.of(phase) for phase in ("red-plan", "strategic", "end")] == [30, 150, 0]
