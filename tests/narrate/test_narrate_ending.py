"""The ending: verdict, sums of margins, decisive moments, luck, questions."""

import re

import pytest
from narrate_games import SEEDS, finished, words

from game.model import events
from game.narrate.ending.decisive import by_quarter, decisive, swings
from game.narrate.ending.luck import luck, luck_text
from game.narrate.ending.questions import questions
from game.narrate.ending.verdict import BANDS, margins, part_name, swing_words, verdict
from game.rules.scores import BANDS as RULE_BANDS
from game.rules.setup import first_state


def test_every_band_has_a_word() -> None:
    assert BANDS == RULE_BANDS


@pytest.mark.parametrize("seed", SEEDS)
def test_the_sum_behind_a_margin_gives_the_margin(seed: int) -> None:
    game = finished(seed)
    for margin in margins(words(), game.state):
        assert margin.value == _worked_out(margin.sum), margin.sum


def _worked_out(written: str) -> int:
    plain = written.replace("−", "-")
    lower = re.fullmatch(r"lower of bank (\d+) - (\d+) and Reach (\d+) - (\d+)", plain)
    if lower:
        bank, bank_target, reach, reach_target = map(int, lower.groups())
        return min(bank - bank_target, reach - reach_target)
    numbers = re.sub(r"[A-Za-z]+ ", "", plain).replace("/2", "//2")
    return int(eval(numbers, {"__builtins__": {}}))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_verdict_says_whether_the_floor_held(seed: int) -> None:
    said = verdict(words(), finished(seed).state)
    assert said.title.startswith("Coalition: ")
    assert "the floor held" in said.text or "the floor gave way" in said.text


@pytest.mark.parametrize("seed", SEEDS)
def test_swings_add_up_to_the_margins(seed: int) -> None:
    game = finished(seed)
    total = dict(by_quarter(words(), game.journal)[0].margins)
    for swing in swings(words(), game.journal):
        for seat, change in swing.changes.items():
            total[seat] += change
    assert total == {margin.seat: margin.value for margin in margins(words(), game.state)}


@pytest.mark.parametrize("seed", SEEDS)
def test_decisive_moments_are_worded_and_in_order(seed: int) -> None:
    found = decisive(words(), finished(seed).journal)
    assert 0 < len(found) <= 4
    assert [one.event for one in found] == sorted(one.event for one in found)
    for one in found:
        assert one.text.endswith(".") and one.swings and one.quarter >= 1


def test_every_quarter_has_a_row() -> None:
    game = finished(1)
    rows = by_quarter(words(), game.journal)
    assert [row.quarter for row in rows] == list(range(game.campaign.frame.quarters + 1))
    assert rows[0].harm == first_state(game.tables, (), 0).tracks[0]
    assert rows[-1].harm == game.state.tracks[0]
    assert rows[-1].delivered == game.state.tally[3]


@pytest.mark.parametrize("seed", SEEDS)
def test_luck_counts_every_test_once(seed: int) -> None:
    journal = finished(seed).journal
    ours, theirs = luck(words(), journal), luck(words(), journal, red=True)
    rolls = [event for event in journal if isinstance(event, events.TestRolled)]
    assert ours.tests + theirs.tests == len(rolls)
    assert ours.successes + theirs.successes == sum(event.success for event in rolls)
    assert ours.gain == ours.successes - ours.expected
    assert luck_text(words(), journal).endswith(".")


@pytest.mark.parametrize("seed", SEEDS)
def test_questions_are_those_that_the_game_raised(seed: int) -> None:
    game = finished(seed)
    asked = questions(words(), game.state, game.journal, most=20)
    texts = [question.text for question in asked]
    assert len(texts) == len(set(texts)) > 2
    always = [one.text for one in game.campaign.frame.discussion if one.when is None]
    assert set(always) <= set(texts)
    rose = "Harm is no better than at the start. Which single decision would you take back first?"
    assert (rose in texts) == (game.state.tracks[0] >= 10)


def test_parts_and_swings_have_names() -> None:
    parts = {part for one in finished(1).outcomes() for part, _ in one.margin.parts}
    assert parts == {"harm", "border", "governance", "sovereignty", "bank", "reach"}
    assert all(part_name(words(), part) != part for part in (*parts, "fronts", "cohesion"))
    assert swing_words(words(), 0, -1) == "−1 United States"
