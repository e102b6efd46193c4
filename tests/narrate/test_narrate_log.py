"""The log: lines that grow with the journal, go back with it, and tell nothing hidden."""

import pytest
from narrate_games import CARTEL, COALITION, MASKS, PERSONS, SEEDS, choose, finished, first_light
from narrate_games import words as tutorial

from game.model.events import Event, FlagSet, UnitPinned
from game.model.ids import RouteIx, SeatIx, SeatMask
from game.narrate.log import Log, log
from game.rules.engine import Game


@pytest.mark.parametrize("mask", MASKS)
def test_lines_do_not_depend_on_how_the_journal_came_in(mask: int) -> None:
    journal = finished(1).journal
    whole = log(tutorial(), journal, mask)
    growing = Log(tutorial(), mask)
    for end in range(0, len(journal), 7):
        before = list(growing.lines)
        first = growing.update(journal[:end])
        assert growing.lines[:first] == before[:first]
    growing.update(journal)
    assert growing.lines == whole


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("mask", MASKS[1:])
def test_hidden_events_change_no_line(seed: int, mask: int) -> None:
    journal = finished(seed).journal
    other: list[Event] = []
    for event in journal:
        is_known = event.seen & mask == mask
        other.append(event if is_known else FlagSet(0, cause=event.cause, seen=SeatMask(0)))
    assert log(tutorial(), other, mask) == log(tutorial(), journal, mask)


def test_taking_back_takes_the_lines_back() -> None:
    game = Game.start(first_light(), PERSONS, 5)
    reading = Log(tutorial(), COALITION)
    turn = undone = 0
    while not game.is_over and undone < 12:
        game.apply(choose(game, 5, turn))
        turn += 1
        reading.update(game.journal)
        if turn % 3 == 0 and game.undo() is not None:
            undone += 1
            reading.update(game.journal)
            assert reading.lines == log(tutorial(), game.journal, COALITION)
    assert undone


def test_an_action_and_its_test_make_one_line() -> None:
    texts = [line.text for line in log(tutorial(), finished(1).journal, COALITION)]
    surveils = [text for text in texts if " surveils " in text]
    assert surveils
    assert all(" in 6 (" in text and ": rolled " in text for text in surveils)


def test_plans_are_read_by_their_seat_alone() -> None:
    journal = finished(1).journal
    own = [line.text for line in log(tutorial(), journal, CARTEL)]
    others = [line.text for line in log(tutorial(), journal, COALITION)]
    assert any(" plans to " in text for text in own)
    assert not any(" plans to " in text or " pins " in text for text in others)


def test_what_follows_from_a_hidden_thing_stands_alone() -> None:
    pinned = UnitPinned(SeatIx(2), RouteIx(0), seen=CARTEL)
    begun = finished(1).journal[:3]
    journal = [*begun, pinned, UnitPinned(SeatIx(2), RouteIx(1), cause=len(begun))]
    last = log(tutorial(), journal, COALITION)[-1]
    assert last.events == (len(journal) - 1,)
