"""Cards, effects, conditions, tracks, areas, units and phases in words."""

from typing import get_args

import pytest
from narrate_games import first_light, words

from game.content.quantities import QUANTITIES
from game.content.schema import effects as schema
from game.content.schema.effects import Effect, ModifierWhat
from game.content.schema.words import TRACKS, AreaKind, Authority, Country, Mode, Phase
from game.narrate.things.areas import (
    COUNTRIES,
    GOVERNANCE,
    KINDS,
    MODES,
    VIOLENCE,
    area_line,
    route_line,
    route_traits,
)
from game.narrate.things.cards import card_text, opened_by, openers_of
from game.narrate.things.conditions import COMPARISONS, TRUTHS, condition_words
from game.narrate.things.conditions import QUANTITIES as WORDED
from game.narrate.things.effects import _PHRASES, effect_words
from game.narrate.things.injects import inject_text
from game.narrate.things.modifiers import CHANGES, COUNTS, TEST_WORDS
from game.narrate.things.phases import PHASES, phase_heading, phase_on_ribbon
from game.narrate.things.tracks import MEANINGS, change_word, is_better, track_text
from game.narrate.things.units import AUTHORITIES, AUTHORITY_MEANS, unit_line, unit_text
from game.narrate.words import article


def test_every_word_of_the_schema_has_a_name() -> None:
    assert tuple(PHASES) == get_args(Phase)
    assert set(KINDS) == set(get_args(AreaKind))
    assert set(COUNTRIES) == set(get_args(Country))
    assert set(MODES) == set(get_args(Mode))
    assert set(AUTHORITIES) == set(AUTHORITY_MEANS) == set(get_args(Authority))
    assert set(MEANINGS) == set(TRACKS)
    assert set(GOVERNANCE) == {-2, -1, 0, 1, 2} and len(VIOLENCE) == 4


def test_every_effect_and_every_standing_change_has_a_phrase() -> None:
    union = get_args(Effect)[0]
    assert set(_PHRASES) == set(get_args(union))
    assert set(CHANGES) | set(COUNTS) | {"test"} == set(get_args(ModifierWhat))
    tests = schema.ModifierEffect.model_fields["test"].annotation
    assert set(TEST_WORDS) == set(get_args(tests))


def test_every_quantity_of_conditions_has_words() -> None:
    assert set(QUANTITIES) == set(WORDED) | set(TRUTHS) | set(TRACKS)
    assert set(TRUTHS) >= {name for name, one in QUANTITIES.items() if one.is_truth}
    assert len(COMPARISONS) == 6


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("cohesion >= 6", "Cohesion 6 or more"),
        ("harm < 14", "Harm less than 14"),
        ("active(sanctions-surge)", "Sanctions Surge in effect"),
        ("not active(sanctions-surge)", "Sanctions Surge not in effect"),
        ("gov(mx-northwest) <= -1", "governance in Northwest −1 or less"),
        ("loss_rate(cartel) > 0.25", "Cartel network's losses more than 25 %"),
        ("pieces(front) == 0", "Fronts on the map exactly 0"),
    ],
)
def test_conditions_are_worded(written: str, said: str) -> None:
    assert condition_words(words(), written) == said


def test_every_card_of_the_tutorial_has_a_face() -> None:
    for ix, card in enumerate(first_light().cards):
        face = card_text(words(), ix)
        assert face.title and face.level and face.starts and face.lasts and face.cost
        assert face.seats
        assert (face.test is None) == (card.test is None)
        assert len(face.needs) >= (1 if card.requires else 0)
        assert "{" not in repr(face).replace("{}", "")


def test_a_card_says_what_it_opens_and_what_opens_it() -> None:
    ix = first_light().card_ix
    compact, team = ix["law-enforcement-compact"], ix["train-and-equip"]
    assert team in opened_by(words(), compact)
    assert words().card(team) in card_text(words(), compact).opens
    for card in range(len(first_light().cards)):
        for opener in openers_of(words(), card):
            assert card in opened_by(words(), opener)


def test_the_tempo_of_each_level() -> None:
    ix = first_light().card_ix
    strategic = card_text(words(), ix["law-enforcement-compact"])
    assert (strategic.starts, strategic.lasts) == ("Next quarter", "Until repealed")
    operational = card_text(words(), ix["uas-orbit"])
    assert (operational.starts, operational.lasts) == ("Now", "While upkeep 1 is paid")
    tactical = card_text(words(), ix["freeze-assets"])
    assert (tactical.starts, tactical.lasts) == ("Now", "Instant")


@pytest.mark.parametrize(
    ("effect", "said"),
    [
        (schema.TrackEffect(do="track", track="cohesion", by=-1), "Cohesion **−1**"),
        (schema.CapitalEffect(do="capital", by=1, seat="us"), "United States: Capital **+1**"),
        (
            schema.RemoveEffect(do="remove", piece="front"),
            "remove **1 Front**",
        ),
        (
            schema.ExposeEffect(do="expose", piece="front", count=2),
            "expose **2 Fronts** in that area",
        ),
        (schema.CaseEffect(do="case", by=2), "**+2 Cases**"),
        (schema.DrawEffect(do="draw"), "draw **1 card**"),
        (
            schema.CashEffect.model_validate(
                {"do": "cash", "by": 1, "seat": "cartel", "chance": 1, "if": "harm >= 3"}
            ),
            "on a die of 1 or less: Cartel network: Cash **+1** if Harm 3 or more",
        ),
    ],
)
def test_effects_are_worded(effect: Effect, said: str) -> None:
    assert effect_words(words(), effect) == said


def test_every_inject_of_the_tutorial_has_a_card() -> None:
    for ix, inject in enumerate(first_light().injects):
        card = inject_text(words(), ix)
        assert card.title and card.delivery and card.text and card.to
        assert len(card.options) == len(inject.options)
        assert all(option.label and option.note for option in card.options)
        assert bool(card.decides) == bool(inject.options)
        assert bool(card.no_answer) == any(option.default for option in inject.options)


def test_tracks_know_which_way_is_better() -> None:
    harm, border, consent = (TRACKS.index(name) for name in ("harm", "border", "consent"))
    assert is_better(harm, 10, 9) and not is_better(harm, 10, 11)
    assert is_better(border, 5, 6) and is_better(consent, 1, 2) is None
    cases = TRACKS.index("cases")
    assert is_better(cases, 0, 1) and is_better(cases, 1, 0) is None, "a Case is there to be spent"
    assert change_word(words(), harm, 10, 11) == "worse"
    assert change_word(words(), harm, 10, 10) == "no change"
    for track in range(len(TRACKS)):
        said = track_text(words(), track, 1)
        assert said.name and said.meaning
        assert all(threshold.text.endswith(".") for threshold in said.thresholds)


def test_areas_routes_and_units_are_described() -> None:
    ix = first_light().area_ix
    assert area_line(words(), ix["california-border"]) == "border sector, United States"
    assert area_line(words(), ix["eastern-pacific"]) == "open sea"
    for route in range(len(first_light().routes)):
        assert route_line(words(), route) and route_traits(words(), route)
    team = first_light().kind_ix["border-team"]
    assert unit_line(words(), team) == "D1 E2, law enforcement"
    for kind in range(len(first_light().kinds)):
        assert unit_text(words(), kind).summary


def test_rounds_are_counted_only_where_there_are_several() -> None:
    assert phase_heading(words(), "tactical", 1) == "Tactical"
    assert phase_on_ribbon(words(), "flow") == "Flow"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Cell", "a"),
        ("Advisor", "an"),
        ("UAS orbit", "a"),
        ("EW package", "an"),
        ("US cutter", "a"),
        ("SEMAR vessel", "a"),
        ("Unit", "a"),
        ("Orbit", "an"),
        ("Under-secretary", "an"),
        ("Hour", "an"),
    ],
)
def test_articles_follow_the_sound(name: str, said: str) -> None:
    assert article(name) == said
