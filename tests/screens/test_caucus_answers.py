"""Agreeing to a proposal: one key marks an answer, the same key takes it back, another gives it."""

import pygame
import pytest
from ink import inked
from screen_driver import MakeApp, new_sitting, play_to, press, settle, table, wait

from game.model.events import CardPlayed
from game.play.session import Session
from game.ui.app import App
from game.ui.present.caucus import caucus_page
from game.ui.screens.play.screen import PlayScreen


def proposed(**more: int) -> Session:
    """The United States have proposed a card that Mexico must agree to."""
    session = new_sitting("us", "mexico", **more)
    play_to(session, "strategic")
    for _ in range(8):
        legal = session.game.legal_actions()
        cards = session.campaign.cards
        asking = [one for one in legal if one.verb == "play" and cards[one.card].consent]
        session.submit(asking[0] if asking else next(one for one in legal if one.verb == "pass"))
        if asking:
            return session
    raise AssertionError("no card asks for consent")


def shown(make_app: MakeApp, session: Session, size: tuple[int, int] = (1600, 1000)) -> PlayScreen:
    screen = table(make_app(size), session)
    settle(screen.app)
    return screen


def is_open(session: Session) -> bool:
    pending = session.game.state.pending
    return bool(pending) and pending[-1].kind == "agree"


def give(app: App, *keys: int) -> None:
    for key in keys:
        press(app, key)
        wait(app, 3)


def test_agree_can_be_taken_back_until_it_is_confirmed(make_app: MakeApp) -> None:
    session = proposed()
    screen = shown(make_app, session)
    give(screen.app, pygame.K_a)
    assert {one.verb for one in screen.consenting.marks} == {"agree"}
    give(screen.app, pygame.K_a)
    assert not screen.consenting.marks
    give(screen.app, pygame.K_a, pygame.K_r)
    assert {one.verb for one in screen.consenting.marks} == {"refuse"}
    assert is_open(session), "nothing is given yet"


@pytest.mark.parametrize("text", [100, 150])
def test_a_repeated_key_gives_no_answer(make_app: MakeApp, text: int) -> None:
    session = proposed(text=text)
    screen = shown(make_app, session, (1280, 720))
    give(screen.app, pygame.K_a)
    assert screen.form.focus is not None
    assert screen.form.focus.name.startswith("proposal-")
    give(screen.app, pygame.K_RETURN, pygame.K_RETURN, pygame.K_RETURN)
    assert is_open(session)


def test_confirm_waits_for_an_answer_and_then_gives_it(make_app: MakeApp) -> None:
    session = proposed()
    screen = shown(make_app, session)
    button = next(one for one in screen.form.reachable() if one.name == "confirm")
    assert "Mexico" in button.reason
    give(screen.app, pygame.K_e)
    assert is_open(session)
    give(screen.app, pygame.K_a, pygame.K_e)
    assert not is_open(session)
    assert any(isinstance(event, CardPlayed) for event in session.game.journal)


def test_undo_and_escape_take_a_mark_back(make_app: MakeApp) -> None:
    session = proposed()
    screen = shown(make_app, session)
    journal = len(session.game.journal)
    for key, mod in ((pygame.K_z, pygame.KMOD_CTRL), (pygame.K_ESCAPE, 0)):
        give(screen.app, pygame.K_a)
        press(screen.app, key, mod)
        assert not screen.consenting.marks
        assert len(session.game.journal) == journal


def test_a_refusal_is_given_alone(make_app: MakeApp) -> None:
    session = proposed()
    screen = shown(make_app, session)
    give(screen.app, pygame.K_r, pygame.K_e)
    assert not is_open(session)
    assert not any(isinstance(event, CardPlayed) for event in session.game.journal)


def test_a_proposal_taken_back_clears_what_was_marked(make_app: MakeApp) -> None:
    session = proposed()
    screen = shown(make_app, session)
    give(screen.app, pygame.K_a)
    give(screen.app, pygame.K_x)
    assert not is_open(session)
    assert not screen.consenting.marks
    assert not any(isinstance(event, CardPlayed) for event in session.game.journal)


def test_a_mark_is_shown_on_the_answer_and_on_the_card(make_app: MakeApp) -> None:
    screen = shown(make_app, proposed())
    give(screen.app, pygame.K_a)
    answer = next(one for one in screen.form.reachable() if one.name.startswith("answer-1-agree"))
    assert answer.chosen
    surface = screen.app.window.surface
    with inked(surface) as lines:
        screen.invalidate()
        screen.draw(surface)
    said = " ".join(line.text for line in lines)
    assert "would agree" in said
    assert "not given yet" in said


def test_keeping_consent_is_not_taken_for_the_seats_choice(make_app: MakeApp) -> None:
    session = new_sitting("us", "mexico")
    play_to(session, "strategic")
    mexico = session.campaign.seat_ix["mexico"]
    assert session.campaign.seats[mexico].sets_consent
    session.submit(next(one for one in session.game.legal_actions() if one.verb == "pass"))
    screen = shown(make_app, session)
    rows = caucus_page(screen.sitting.sight).rows
    row = next(one for one in rows if one.seat == session.campaign.seats[mexico].style)
    assert row.sign != "check"


def shares_asked() -> Session:
    """A host has proposed who pays for Govern, and may still choose other shares."""
    for seed in range(1, 30):
        session = new_sitting("us", "mexico", seed=seed)
        for _ in range(400):
            legal = session.game.legal_actions()
            splits = [one for one in legal if one.verb == "split"]
            if splits and any(one.verb == "agree" for one in legal):
                return session
            if session.game.is_over:
                break
            if session.step_bot() is None:
                first = next((one for one in legal if one.verb in ("split", "govern")), None)
                quiet = [one for one in legal if one.verb in ("pass", "done", "answer")]
                session.submit(first or (quiet or list(legal))[0])
    raise AssertionError("nobody shares a Govern")


def test_changing_the_proposal_clears_what_was_marked(make_app: MakeApp) -> None:
    session = shares_asked()
    screen = shown(make_app, session)
    for _ in range(20):
        if screen.app.screen is screen and not screen.form.has_layers:
            break
        press(screen.app, pygame.K_RETURN)
        wait(screen.app, 6)
    agree = next(one for one in screen.sitting.legal if one.verb == "agree")
    screen.choose_action(agree)
    assert screen.consenting.marks == {agree}
    screen.choose_action(next(one for one in screen.sitting.legal if one.verb == "split"))
    wait(screen.app, 3)
    assert session.game.state.pending[-1].kind == "fund"
    assert not screen.consenting.marks
    assert is_asked(session), "the partner is asked anew"


def is_asked(session: Session) -> bool:
    return any(one.verb == "agree" for one in session.game.legal_actions())
