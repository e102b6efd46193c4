"""The questions of a tutorial at the table, and what the ending says each seat has learnt."""

from typing import Any

import pygame
import pytest
from screen_driver import MakeApp, first_light, new_sitting, press, table, to_the_table

from game.model.dice import below
from game.model.events import ProbeAnswered
from game.model.ids import SeatIx
from game.narrate.words import Words
from game.play.evidence import Evidence
from game.play.session import Session
from game.ui.screens.ending.shown import ObjectivesPanel
from game.ui.screens.play.tiles import AnswerTile

LONGEST = 2000


def at_the_odds(*people: str) -> Session:
    """A sitting at its first question about the odds of a route."""
    session = new_sitting(*people, seed=5)
    for _ in range(LONGEST):
        pending = session.game.state.pending
        if pending and pending[-1].kind == "odds-probe":
            return session
        if session.step_bot() is None:
            legal = [one for one in session.game.legal_actions() if one.verb != "withdraw"]
            session.submit(legal[below(len(legal), 1, len(session.game.journal))])
    raise AssertionError("the odds were never asked for")


def answers(session: Session) -> list[ProbeAnswered]:
    """What has been answered to the tutorial's questions."""
    return [one for one in session.game.journal if isinstance(one, ProbeAnswered)]


@pytest.mark.parametrize("place", range(3))
def test_each_of_the_three_odds_has_its_key(make_app: MakeApp, place: int) -> None:
    app, session = make_app((1280, 720)), at_the_odds("us", "mexico")
    table(app, session)
    screen = to_the_table(app)
    options = session.game.state.pending[-1].options
    # the first has the focus and none is chosen, wherever the right one stands
    focus = screen.form.focus
    assert isinstance(focus, AnswerTile)
    assert focus.title == f"{options[0]} %"
    assert not focus.chosen
    press(app, pygame.K_1 + place)
    assert [one.answer for one in answers(session)] == [options[place]]


def test_the_odds_are_walked_through_with_tab_and_taken_with_enter(make_app: MakeApp) -> None:
    app, session = make_app((1280, 720)), at_the_odds("us", "mexico")
    table(app, session)
    screen = to_the_table(app)
    options = session.game.state.pending[-1].options
    press(app, pygame.K_TAB)
    assert isinstance(screen.form.focus, AnswerTile)
    assert screen.form.focus.title == f"{options[1]} %"
    assert not answers(session)
    press(app, pygame.K_RETURN)
    assert [one.answer for one in answers(session)] == [options[1]]


def test_the_ending_ticks_only_the_seat_that_has_shown_an_objective(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, campaign = make_app(), first_light()
    kit, objective = app.kit, campaign.frame.objectives[0]
    rows = [
        Evidence(objective, SeatIx(0), 0, 3, ()),
        Evidence(objective, SeatIx(1), objective.need, 3, ()),
    ]
    panel = ObjectivesPanel(Words(campaign, kit.tr), rows)
    panel.layout(kit, pygame.Rect(0, 0, 600, panel.measure(kit, 600)[1]))
    signs: list[str] = []
    lines: list[str] = []
    write = kit.text.rich

    def written(surface: pygame.Surface, text: str, *others: Any) -> int:
        lines.append(text)
        return write(surface, text, *others)

    monkeypatch.setattr(kit.glyphs, "draw", lambda _, name, *others: signs.append(name))
    monkeypatch.setattr(kit.text, "rich", written)
    panel.draw(pygame.Surface((600, 400)), kit)
    assert signs == ["dot", "check"]
    assert "0 of 3" in lines[1]
    assert f"{objective.need} of 3" in lines[2]
    for line, seat in zip(lines[1:], campaign.seats, strict=False):
        assert line.startswith(seat.name)
