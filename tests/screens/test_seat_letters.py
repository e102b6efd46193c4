"""A campaign's own letters stand on the shapes of its seats while one of its screens is shown."""

from __future__ import annotations

from dataclasses import replace

from screen_driver import MakeApp, first_light, new_sitting

from game.content.campaign import Campaign
from game.ui.present.lettering import letters_of
from game.ui.screen import Screen
from game.ui.screens.cards.screen import CardsScreen
from game.ui.screens.play.screen import PlayScreen

_OWN = {"us": "NO", "mexico": "SO", "cartel": "SB"}


def _renamed() -> Campaign:
    campaign = first_light()
    seats = tuple(
        seat.model_copy(update={"short": _OWN[seat.style]}) for seat in campaign.frame.seats
    )
    frame = campaign.frame.model_copy(update={"seats": seats})
    return replace(campaign, frame=frame)


def test_a_table_marks_seats_with_the_letters_of_its_campaign(make_app: MakeApp) -> None:
    app = make_app()
    app.push(Screen(app))
    assert app.kit.theme.seat("cartel").letters == "CN"
    app.push(PlayScreen(app, new_sitting("us", campaign=_renamed())))
    assert {style: app.kit.theme.seat(style).letters for style in _OWN} == _OWN
    app.push(Screen(app))
    assert app.kit.theme.seat("cartel").letters == "SB"
    app.pop_to_root()
    assert app.kit.theme.seat("cartel").letters == "CN"


def test_a_change_of_text_size_keeps_them(make_app: MakeApp) -> None:
    app = make_app()
    app.push(CardsScreen(app, _renamed()))
    app.present(text_size=150)
    assert app.kit.theme.seat("us").letters == "NO"


def test_a_style_that_two_seats_share_keeps_its_usual_letters() -> None:
    campaign = _renamed()
    seats = tuple(seat.model_copy(update={"style": "us"}) for seat in campaign.frame.seats[:2])
    every = (*seats, *campaign.seats[2:])
    twice = replace(campaign, frame=campaign.frame.model_copy(update={"seats": every}))
    assert "us" not in letters_of(twice)
