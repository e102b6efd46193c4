"""Colours keep the contrast the design promises; sizes follow the window and the text size."""

import pytest

from game.ui.theme import Metrics, contrast, make_theme, rgb

PLAIN, STRONG = make_theme(), make_theme(high_contrast=True)


@pytest.mark.parametrize(
    ("front", "back", "least"),
    [
        ("ink", "paper", 15.8),
        ("ink2", "paper", 8.7),
        ("ink3", "paper", 5.9),
        ("ink3", "disabled", 4.4),
        ("on", "slate", 14.7),
        ("on", "slate2", 12.1),
        ("on", "slate3", 8.0),
        ("on2", "slate", 9.0),
        ("on2", "slate2", 7.4),
        ("on2", "slate3", 4.9),
        ("focus", "paper", 5.4),
        ("white", "focus", 5.6),
        ("better", "paper", 5.6),
        ("better_dark", "slate2", 8.2),
        ("worse", "paper", 5.7),
        ("worse_dark", "slate2", 7.0),
        ("ink", "gold", 10.1),
        ("flow", "sea", 5.0),
    ],
)
def test_text_contrast(front: str, back: str, least: float) -> None:
    assert contrast(getattr(PLAIN, front), getattr(PLAIN, back)) >= least


@pytest.mark.parametrize(
    ("seat", "least"),
    [
        ("us", 6.3),
        ("mexico", 6.4),
        ("canada", 7.1),
        ("cartel", 7.6),
        ("veo", 7.3),
        ("adversary", 9.0),
        ("white", 7.1),
    ],
)
def test_seat_colours_carry_white_letters(seat: str, least: float) -> None:
    assert contrast(PLAIN.seats[seat].colour, PLAIN.white) >= least


def test_levels_carry_white_words() -> None:
    for colour in PLAIN.levels.values():
        assert contrast(colour, PLAIN.white) >= 7.1


def test_flow_shows_on_every_land() -> None:
    for colour in PLAIN.land.values():
        assert contrast(PLAIN.flow, colour) >= 5.0


def test_seats_differ_in_shape_and_letters_too() -> None:
    styles = list(PLAIN.seats.values())
    assert len({style.shape for style in styles}) == len(styles)
    assert len({style.letters for style in styles}) == len(styles)


def test_unknown_seat_and_level_still_have_a_mark() -> None:
    assert PLAIN.seat("harbour-master").id == "white"
    assert PLAIN.level("unheard-of") == PLAIN.levels["inject"]


def test_high_contrast_is_stronger_and_grey() -> None:
    assert contrast(STRONG.ink2, STRONG.paper) > contrast(PLAIN.ink2, PLAIN.paper)
    assert STRONG.casing == 3.0
    for red, green, blue in STRONG.land.values():
        assert max(red, green, blue) - min(red, green, blue) <= 6


def test_projector_thickens_flow() -> None:
    assert make_theme(projector=True).flow_gain == 1.5


def test_scale_follows_the_tighter_side() -> None:
    assert Metrics(1600, 1000).scale == 1
    assert Metrics(1280, 720).scale == pytest.approx(0.72)
    assert Metrics(3840, 2160, 2.0).scale == pytest.approx(4.32)
    assert Metrics(1600, 1000, projector=True).scale == 1.25


def test_small_windows_and_large_text_are_told_apart() -> None:
    assert Metrics(1280, 720).compact
    assert not Metrics(1600, 1000).compact
    assert not Metrics(1600, 1000, 1.25).drawers
    assert Metrics(1600, 1000, 1.5).drawers
    assert Metrics(1024, 768).drawers


def test_a_length_never_vanishes() -> None:
    assert Metrics(1024, 600).px(0.4) == 1
    assert Metrics().px(0) == 0


def test_rgb_reads_digits() -> None:
    assert rgb("#1F5FA8") == (0x1F, 0x5F, 0xA8)
