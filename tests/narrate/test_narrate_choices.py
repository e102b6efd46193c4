"""Actions, prompts, odds and reasons: everything that may be chosen has words."""

import ast
import string
from pathlib import Path
from typing import get_args

import pytest
from narrate_games import PERSONS, SEEDS, choose, first_light, words

import game.rules
from game.content.schema.cards import TestPart
from game.model.actions import VERBS, Action
from game.model.decisions import DecisionKind
from game.model.ids import NO_CARD, SeatIx, SeatMask, area_ref
from game.model.view import View
from game.narrate.choices.actions import (
    LABELS,
    VERB_NAMES,
    action_label,
    action_price,
    action_summary,
    verb_name,
)
from game.narrate.choices.clauses import CLAUSES, PLANS, TOLD_BY_EVENTS
from game.narrate.choices.odds import NAMES, modifier, odds_text
from game.narrate.choices.prompts import DECISIONS, prompt, waiting
from game.narrate.choices.reasons import PLURALS, TEMPLATES, reason_text
from game.narrate.choices.windows import WINDOWS
from game.narrate.things.cards import PARTS
from game.rules.engine import Game
from game.rules.law import Reason
from game.rules.reactions import WINDOWS as RULE_WINDOWS
from game.rules.resolution import Odds

_RULES = Path(game.rules.__file__).parent
_FROM_LAW = ("needs-budget", "needs-capital", "needs-cash", "needs-cases")


def test_every_verb_has_a_name_and_is_told_once() -> None:
    assert tuple(VERB_NAMES) == VERBS
    ways = {"bribe-mole"}
    assert set(CLAUSES) - ways | set(TOLD_BY_EVENTS) == set(VERBS)
    assert not set(CLAUSES) & set(TOLD_BY_EVENTS)
    assert all(verb_name(words(), verb) for verb in VERBS)


def test_every_decision_has_a_prompt_and_every_window_a_name() -> None:
    assert set(DECISIONS) == set(get_args(DecisionKind))
    assert len(WINDOWS) == len(RULE_WINDOWS)


def test_every_part_of_a_test_has_a_name() -> None:
    assert set(PARTS) == set(get_args(TestPart))
    with_a_thing = {"detect", "endgame"}
    assert set(NAMES) | with_a_thing >= set(get_args(TestPart))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_choice_of_a_game_has_words(seed: int) -> None:
    game = Game.start(first_light(), PERSONS, seed)
    turn = 0
    while not game.is_over:
        for action in game.legal_actions():
            view = game.view_for(SeatMask(1 << action.seat))
            _check_action(game, action, view)
        for seat in game.to_move:
            _check_prompt(game, seat)
        game.apply(choose(game, seed, turn))
        turn += 1


def _check_action(game: Game, action: Action, view: View) -> None:
    label = action_label(words(), action, view)
    assert label and "{" not in label and "**" not in label
    assert label[0].isupper() or label[0].isdigit()
    assert "{" not in action_summary(words(), action)
    assert action_price(words(), action)
    odds = game.odds(action)
    if odds is not None:
        said = odds_text(words(), odds, action)
        assert all(row.name for row in said.rows), said
        assert said.fraction == f"{odds.needed}/6"
        assert bool(said.unknown) == odds.unknown
        assert said.complication and said.succeed_on


def _check_prompt(game: Game, seat: SeatIx) -> None:
    view = game.view_for(SeatMask(1 << seat))
    legal = game.legal_actions(seat)
    asked = prompt(words(), view, seat, legal)
    assert asked.lead and asked.text
    assert "{" not in asked.lead + asked.text
    named = {button.verb for button in asked.buttons}
    assert named <= {action.verb for action in legal}
    assert waiting(words(), view).lead.endswith(" choosing.")
    assert waiting(words(), view, SeatMask(0)).lead.startswith("The computer plays ")


def test_the_label_names_what_the_action_is_aimed_at() -> None:
    northwest = area_ref(first_light().area_ix["mx-northwest"])
    surveil = Action(SeatIx(0), "surveil", NO_CARD, northwest)
    assert action_label(words(), surveil) == "Surveil Northwest"
    assert action_label(words(), Action(SeatIx(0), "hold")) == "Hold"


def test_plans_have_words_for_every_verb_that_can_be_sealed_or_planned() -> None:
    tactical = {"surveil", "bribe", "intimidate", "relocate", "play", "hold", "pass"}
    assert tactical | {"plan", "spread"} <= set(PLANS)
    assert set(LABELS) >= tactical - {"hold", "pass"}


def test_odds_are_worded_with_every_modifier() -> None:
    mods = (("detect:border-team", 1), ("mole", -1), ("card:leak", 1), ("bonus:Old friends", 1))
    odds = Odds(3, 2, mods, True)
    northwest = area_ref(first_light().area_ix["mx-northwest"])
    said = odds_text(words(), odds, Action(SeatIx(0), "surveil", NO_CARD, northwest), -1)
    assert (said.fraction, said.percent) == ("3/6", "50 %")
    assert said.succeed_on == "succeed on 1, 2 or 3"
    assert [(row.number, row.name) for row in said.rows] == [
        (2, "Base"),
        (1, "Best D there"),
        (-1, "Mole"),
        (1, "Leak"),
        (1, "Old friends"),
    ]
    assert said.rows[1].detail == "Border team"
    assert said.unknown == "Unknown factors are possible."
    assert "Northwest" in said.complication


@pytest.mark.parametrize("label", ["unit:border-team", "respond", "ready", "lab-or-cell", "rule"])
def test_every_kind_of_label_is_known(label: str) -> None:
    assert modifier(words(), label, 1).name


# --- reasons


def _calls() -> list[tuple[str, ast.Call]]:
    found = []
    for path in sorted(_RULES.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Reason":
                found.append((path.name, node))
    return found


def _codes(call: ast.Call) -> tuple[str, ...]:
    code = call.args[0]
    if isinstance(code, ast.Constant):
        return (str(code.value),)
    written = ast.unparse(code)
    if written == "f'needs-{what}'":
        return _FROM_LAW
    assert written == "'partner-' + reason.code", written
    return tuple(f"partner-{one}" for one in _FROM_LAW)


def _placeholders(code: str) -> set[str]:
    templates = PLURALS[code][0] if code in PLURALS else (TEMPLATES[code],)
    parsed = (string.Formatter().parse(template) for template in templates)
    names = {name for parts in parsed for _, name, _, _ in parts if name}
    return names - {"condition"} | ({"card", "place"} if "condition" in names else set())


def test_every_reason_of_the_rules_has_a_sentence() -> None:
    codes = {code for _, call in _calls() for code in _codes(call)}
    assert len(codes) > 25
    assert codes <= set(TEMPLATES) | set(PLURALS)
    assert not set(TEMPLATES) & set(PLURALS)


def test_every_reason_brings_the_values_that_its_sentence_names() -> None:
    for place, call in _calls():
        values = call.args[1] if len(call.args) > 1 else None
        if values is not None and not isinstance(values, ast.Dict):
            continue
        keys = {ast.literal_eval(key) for key in values.keys if key} if values else set()
        spread = bool(values) and any(key is None for key in values.keys)
        for code in _codes(call):
            assert spread or _placeholders(code) <= keys, (place, code)


def test_reasons_read_well() -> None:
    values = {"needed": 2, "has": 0}
    assert reason_text(words(), Reason("needs-cases", values)) == "Needs 2 Cases, you have 0."
    values = {"needed": 1, "has": 0}
    assert reason_text(words(), Reason("needs-cases", values)) == "Needs 1 Case, you have 0."
    card = first_light().card_ix["satellite-tasking"]
    reason = Reason("card-requires", {"card": first_light().cards[card].id, "place": 0})
    assert reason_text(words(), reason) == "Needs National Security Priority in effect."
    level = Reason("consent-level", {"needed": 2, "level": 1, "country": "mexico"})
    assert reason_text(words(), level) == "Needs Consent 2 in Mexico, it is 1."
    asked = Reason("answer-first", {"kind": "place"})
    assert reason_text(words(), asked) == "There is a question to answer first."
