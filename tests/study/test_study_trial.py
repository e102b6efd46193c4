"""Checking by playing: each finding, its line and its interval; and nothing where nothing is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from game.cli import main
from game.content.campaign import Campaign
from game.content.loader import load_campaign, load_campaign_texts
from game.content.problems import Problem
from game.content.problems.problem import Severity
from game.content.reading.folder import read_folder
from game.content.scaffold.campaigns import TEMPLATE
from game.narrate.language import translator
from game.resources import campaigns_dir
from game.study import single
from game.study.findings import findings
from game.study.trial import Trial, run_trial, trial_line_ups

OWN = read_folder(TEMPLATE).texts
LIBRARY = read_folder(campaigns_dir() / "library").texts


def campaign(*changes: tuple[str, str, str]) -> Campaign:
    """The small campaign with pieces of its files changed."""
    texts = dict(OWN)
    for file, old, new in changes:
        assert texts[file].count(old) == 1, old
        texts[file] = texts[file].replace(old, new)
    return load_campaign_texts(texts, LIBRARY)


def found(trial: Trial) -> Mapping[str, Problem]:
    """The findings of a trial by code."""
    return {problem.code: problem for problem in findings(trial, translator())}


def test_half_of_the_games_are_drawn_and_the_bots_take_turns() -> None:
    first_light = load_campaign(campaigns_dir() / "first-light")
    line_ups = trial_line_ups(first_light)
    assert [set(one.values()) == {"random"} for one in line_ups] == [False, True] * 3
    assert {one["us"] for one in line_ups[::2]} == {
        "balanced",
        "interdiction-minded",
        "institution-builder",
    }


def test_the_number_of_workers_changes_nothing() -> None:
    small = campaign()
    one, two = run_trial(small, 12, 5), run_trial(small, 12, 5, workers=2)
    assert one.records == two.records
    assert run_trial(small, 12, 6).records != one.records


def test_a_sound_campaign_has_no_findings() -> None:
    assert findings(run_trial(campaign(), 160, 1), translator()) == []


def test_a_card_that_needs_what_never_comes_is_found_with_its_line() -> None:
    closed = campaign(
        (
            "cards/own.yaml",
            "    requires: [consent >= 1]",
            "    requires:\n      - consent >= 1\n      - cases >= 9",
        )
    )
    problem = found(run_trial(closed, 40, 1))["N001"]
    assert problem.source.strip().startswith("- cases >= 9")
    assert problem.file == "cards/own.yaml"
    assert "In 40 games nobody could play `joint-roadmap` (0 to 8.8 %)." in problem.message
    assert "Most often in the way: Needs" in problem.hint


def test_a_card_that_is_too_dear_is_found_at_its_cost() -> None:
    dear = campaign(
        ("cards/own.yaml", "    cost: {budget: 1, capital: 1}", "    cost: {budget: 1, capital: 6}")
    )
    problem = found(run_trial(dear, 40, 1))["N001"]
    assert problem.source.strip() == "cost: {budget: 1, capital: 6}"
    assert problem.source[problem.column - 1 :].startswith("6}")


def test_a_card_without_a_target_is_found_at_its_target() -> None:
    aimless = campaign(
        (
            "cards/own.yaml",
            "      route: {modes: [land], own_unit: true} # only",
            "      piece: {kinds: [lab], countries: [us]} # only",
        )
    )
    problem = found(run_trial(aimless, 40, 1))["N001"]
    assert problem.source.strip().startswith("piece: {kinds: [lab]")
    assert "Nothing on the map was what it is aimed at (Lab: exposed, United States)" in (
        problem.hint
    )


NIGHT_SHIFT = (
    "          - {do: play, card: night-shift, target: [flow-high], "
    'why: "Everybody to the busiest gate."}\n'
)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "No line of `coalition` plays it"),
        (NIGHT_SHIFT.replace("card: night-shift", "card: night-shift, when: harm >= 20"), "above"),
    ],
)
def test_a_card_that_its_bots_pass_over_is_found_on_its_pile(line: str, says: str) -> None:
    passed = campaign(("bots.yaml", NIGHT_SHIFT, line))
    problem = found(run_trial(passed, 160, 1))["N008"]
    assert problem.source.strip().startswith("deck: [night-shift, freeze-assets]")
    assert problem.message.startswith("No bot played `night-shift` in 80 games, though it could")
    assert says in problem.hint


def test_a_seat_that_cannot_succeed_is_found_at_its_margin() -> None:
    hard = campaign(("campaign.yaml", "{kind: us, harm: 10}", "{kind: us, harm: -20}"))
    problem = found(run_trial(hard, 60, 1))["N005"]
    assert "margin: {kind: us, harm: -20}" in problem.source
    assert problem.message == "`us` succeeded in 0 of 60 games (0 to 6 %)."
    assert problem.hint == "Its bots: 0 %. Drawn choices: 0 %."


def test_a_seat_that_cannot_fail_is_found_too() -> None:
    easy = campaign(
        (
            "campaign.yaml",
            "{kind: cartel, bank: 3, reach: 1}",
            "{kind: cartel, bank: -20, reach: -20}",
        )
    )
    problem = found(run_trial(easy, 60, 1))["N006"]
    assert "`cartel` succeeded in 60 of 60 games (94 to 100 %)." in problem.message


def test_a_seat_that_its_own_bot_nearly_always_loses_is_told_over_those_games_alone() -> None:
    hard = campaign(("campaign.yaml", "{kind: us, harm: 10}", "{kind: us, harm: 8}"))
    trial = run_trial(hard, 160, 1)
    own = next(one.proposed for one in trial.seats if one.seat == "us")
    assert own.of == 80
    assert 0 < own.count < 16
    problem = found(trial)["N009"]
    assert problem.severity is Severity.ADVICE
    assert "margin: {kind: us, harm: 8}" in problem.source
    assert problem.message.startswith(
        f"`us` succeeded in {own.count} of 80 games in which every seat was played by its own bot ("
    )


def test_few_games_say_nothing_about_seats() -> None:
    hard = campaign(("campaign.yaml", "{kind: us, harm: 10}", "{kind: us, harm: -20}"))
    assert "N005" not in found(run_trial(hard, 20, 1))


def test_a_card_that_decides_the_game_is_found() -> None:
    strong = campaign(
        (
            "cards/own.yaml",
            "      - {do: cash, by: 1, seat: cartel, chance: 1} # only when a die shows 1",
            "      - {do: area_gov, by: 4, where: {pick: all, governed: true}}",
        )
    )
    problem = found(run_trial(strong, 240, 1))["N007"]
    assert problem.source.strip() == "- id: more-officers"
    assert "`mexico` played `more-officers`" in problem.message
    assert "points of a hundred more often (" in problem.message


def _endless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single, "RUNAWAY", 10)


def _stuck(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single, "next_seat", lambda game: None)


def _broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("a mistake of the program")

    monkeypatch.setattr(single.Game, "start", fail)


@pytest.mark.parametrize(
    ("code", "spoil", "says"),
    [
        ("N003", _endless, "no end after 10 actions"),
        ("N002", _stuck, "nobody is to move"),
        ("N004", _broken, "a mistake of the program"),
    ],
)
def test_games_that_do_not_end_are_errors(
    monkeypatch: pytest.MonkeyPatch,
    code: str,
    spoil: Callable[[pytest.MonkeyPatch], None],
    says: str,
) -> None:
    spoil(monkeypatch)
    problem = found(run_trial(campaign(), 4, 1))[code]
    assert problem.is_error
    assert says in problem.message and "4 of 4 games" in problem.message
    assert "seed" in problem.hint


def test_a_finding_can_be_excused_with_a_reason(tmp_path: Path) -> None:
    excuse = " # nadc: ignore N005 because this seat is there to lose"
    hard = campaign(
        ("campaign.yaml", "{kind: us, harm: 10} #", f"{{kind: us, harm: -20}}{excuse} #")
    )
    assert "N005" not in found(run_trial(hard, 60, 1))
    assert load_campaign_texts(hard.texts, LIBRARY).id == "new-campaign"


def test_the_command_shows_the_table_and_the_findings(tmp_path: Path) -> None:
    runner = CliRunner()
    runner.invoke(main, ["new", "two-rivers", "--folder", str(tmp_path)])
    folder = tmp_path / "two-rivers"
    frame = folder / "campaign.yaml"
    text = frame.read_text(encoding="utf-8").replace("{kind: us, harm: 10}", "{kind: us, harm: -9}")
    frame.write_text(text, encoding="utf-8")
    result = runner.invoke(main, ["check", str(folder), "--play", "60", "--seed", "1"])
    assert result.exit_code == 0
    assert "Success of drawn choices (95 %)" in result.output
    assert "warning N005: `us` succeeded in 0 of 60 games (0 to 6 %)." in result.output
    assert "1 problem found" in result.output
    as_json = runner.invoke(main, ["check", str(folder), "--play", "60", "--seed", "1", "--json"])
    assert '"code": "N005"' in as_json.output
    again = runner.invoke(main, ["check", str(folder), "--play", "60", "--seed", "1"])
    assert again.output == result.output


def test_the_command_says_that_nothing_was_played_where_there_are_errors(tmp_path: Path) -> None:
    runner = CliRunner()
    runner.invoke(main, ["new", "two-rivers", "--folder", str(tmp_path)])
    frame = tmp_path / "two-rivers" / "campaign.yaml"
    text = frame.read_text(encoding="utf-8").replace("\nquarters: ", "\nquartets: ", 1)
    frame.write_text(text, encoding="utf-8")
    result = runner.invoke(main, ["check", str(frame.parent), "--play", "10"])
    assert result.exit_code == 1
    says = "No games were played: mend the errors first, then play again."
    assert result.output.rstrip().endswith(says)
