"""The ending: verdict, sums of margins, decisive moments, luck, questions."""

import re

import pytest
from narrate_games import SEEDS, finished, words

from game.model import events
from game.narrate.ending.decisive import QuarterEnd, by_quarter, decisive, swings
from game.narrate.ending.fork import fork_words
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
    rounded = re.search(r"(\(governance .*\)/2), rounded down to (-?\d+),", plain)
    if rounded:
        plain = plain.replace(rounded[0], rounded[1])
        assert _worked_out(rounded[1]) == int(rounded[2])
    numbers = re.sub(r"[A-Za-z]+ ", "", plain).replace("/2", "//2")
    return int(eval(numbers, {"__builtins__": {}}))


def test_a_half_that_is_rounded_down_is_told() -> None:
    state = finished(SEEDS[0]).state.snapshot()
    state.gov = state.gov[:]
    areas = [ix for ix, one in enumerate(words().tables.governed) if one]
    odd = next(ix for ix in areas if words().tables.pop[ix] % 2)
    said = set()
    for step in (-1, 0):
        state.gov[odd] = step
        (sum_text,) = (one.sum for one in margins(words(), state) if "governance" in one.sum)
        said.add("rounded down to" in sum_text)
    assert said == {True, False}


def test_an_abbreviation_lends_its_stop_to_the_sentence() -> None:
    assert words().say("Success: {effects}.", effects="Capital de EE. UU.").endswith("EE. UU.")
    assert words().say("And so on{stops}", stops="...") == "And so on..."


HARM_BY_QUARTER = [
    ((10, 8, 9), (9, 6, 9), "Fewer arrived when it mattered, so Harm ends at 9 instead of 10"),
    ((8, 6, 9), (10, 8, 9), "so Harm ends at 10 instead of 8"),
    ((9, 7, 7), (9, 7, 7), "As many arrived in each quarter, so Harm is 9 in both"),
    ((9, 7, 8), (9, 7, 7), "the difference was too small for one"),
]


@pytest.mark.parametrize(("played", "forked", "expected"), HARM_BY_QUARTER)
def test_the_what_if_says_what_made_the_difference(
    played: tuple[int, int, int], forked: tuple[int, int, int], expected: str
) -> None:
    lines = [
        [
            QuarterEnd(0, 10, 0, 0, 0, ()),
            QuarterEnd(1, 10, 7, 2, 2, ()),
            QuarterEnd(2, harm, second, 2, 2, ()),
            QuarterEnd(3, harm, third, 1, 2, ()),
        ]
        for harm, second, third in (played, forked)
    ]
    said = fork_words(words(), 2, [0], *lines)
    assert expected in said
    assert f"3 loads were stopped and {sum(forked[1:])} arrived" in said
    assert f"as played, 3 and {sum(played[1:])}." in said


def test_the_what_if_counts_units_of_one_kind() -> None:
    line = [QuarterEnd(0, 10, 0, 0, 0, ()), QuarterEnd(2, 9, 7, 1, 1, ())]
    kinds = words().tables.piece_kind
    teams = [
        ix for ix, kind in enumerate(kinds) if words().campaign.kinds[kind].id == "police-team"
    ]
    said = fork_words(words(), 2, teams[:2], line, line)
    assert said.startswith("Rotating: 2 Police teams.")


def test_the_what_if_says_that_no_unit_rotated() -> None:
    line = [QuarterEnd(0, 10, 0, 0, 0, ()), QuarterEnd(2, 9, 7, 1, 1, ())]
    assert fork_words(words(), 2, [], line, line).startswith("No unit could be set Rotating")


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
