"""`nadc` and `nadc play`: the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.commands.door import Misunderstanding, Refusal, tr, unknown

if TYPE_CHECKING:
    from game.content.campaign import Campaign
    from game.play.form import SeatSetup
    from game.play.options import PlayOptions

NEWEST = "newest"


@click.command(short_help="Open a campaign and play it.")
@click.argument("campaign", required=False)
@click.option(
    "--seat",
    "seats",
    multiple=True,
    metavar="SEAT=PLAYER",
    help="Who plays a seat: person, person:NAME, white (the facilitator) or a bot. Repeatable.",
)
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="The luck of the sitting.")
@click.option("--pin", default="", help="The facilitator's PIN, asked to see hidden things later.")
@click.option(
    "--resume",
    metavar="SITTING",
    is_flag=False,
    flag_value=NEWEST,
    help="Go on with a saved sitting; without a name, the one played last.",
)
def play(
    campaign: str | None, seats: tuple[str, ...], seed: int | None, pin: str, resume: str | None
) -> None:
    """Play CAMPAIGN: the name of a shipped one, or the folder of your own.

    Without --seat the game asks who plays; with it, seats that are not named are played as the
    campaign proposes. The same seed gives the same luck.

    \b
    Examples:
      nadc play first-light
      nadc play first-light --seat us=person:Ana --seat mexico=person --seat cartel=random
      nadc play ~/campaigns/my-own --seed 7
      nadc play --resume
    """
    from game.play.catalogue import find_campaign
    from game.play.options import PlayOptions

    if resume is not None:
        if campaign or seats or seed is not None or pin:
            raise Misunderstanding(
                tr().gettext("A sitting that is resumed keeps its campaign, seats and seed.")
            )
        options = PlayOptions(resume=_sitting(resume))
    else:
        folder = find_campaign(campaign) if campaign is not None else None
        if folder is None and (seats or seed is not None or pin):
            raise Misunderstanding(tr().gettext("Name the campaign that is to be played."))
        options = PlayOptions(folder, _setups(folder, seats), seed, pin=pin)
    open_window(lambda: _run_play(options))


def open_menu() -> None:
    """Open the window on the menu."""
    open_window(_run_menu)


def open_window(run: Callable[[], None]) -> None:
    """Open a window and stay until it is closed; says what works where none can be opened."""
    if not has_display():
        raise Refusal(no_display_words())
    from game.ui.window import NoDisplay

    try:
        run()
    except NoDisplay:
        raise Refusal(no_display_words()) from None


def _run_menu() -> None:
    from game.ui.run import run_menu

    run_menu()


def _run_play(options: PlayOptions) -> None:
    from game.ui.run import run_play

    run_play(options)


def has_display() -> bool:
    """Whether there is a screen to open a window on, as far as can be told without trying."""
    if sys.platform in ("win32", "darwin") or os.environ.get("SDL_VIDEODRIVER"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def no_display_words() -> str:
    """What to say where no window can be opened, and what works all the same."""
    return tr().gettext(
        "There is no display here, so no window can be opened.\n"
        "These work without one: nadc check, nadc simulate, nadc replay FILE --text, "
        "nadc campaigns, nadc saves, nadc diagram, nadc explain."
    )


def _sitting(word: str) -> Path:
    from game.play.shelf import Shelf
    from game.resources import saves_dir

    shelf = Shelf(saves_dir())
    if word != NEWEST:
        return shelf.find(word)
    latest = shelf.latest()
    if latest is None:
        raise Refusal(tr().gettext("There is no unfinished sitting to go on with."))
    return latest.path


def _setups(folder: Path | None, words: Iterable[str]) -> tuple[SeatSetup, ...]:
    """Seats as given on the command line, checked against the campaign."""
    given = list(words)
    if folder is None or not given:
        return ()
    from game.content.loader import load_campaign

    return seat_setups(load_campaign(folder), given)


def seat_setups(campaign: Campaign, words: Iterable[str]) -> tuple[SeatSetup, ...]:
    """Every `SEAT=PLAYER`; raises Misunderstanding where one is wrong or a seat comes twice."""
    setups: dict[str, SeatSetup] = {}
    for word in words:
        setup = seat_setup(campaign, word)
        if setup.seat in setups:
            template = tr().gettext("The seat {seat!r} is given twice.")
            raise Misunderstanding(template.format(seat=setup.seat))
        setups[setup.seat] = setup
    return tuple(setups.values())


def seat_setup(campaign: Campaign, word: str) -> SeatSetup:
    """`SEAT=PLAYER` as a set-up; raises Misunderstanding with the nearest right word."""
    from game.bots import skilled_bots_for
    from game.play.form import SeatSetup

    seat, equals, rest = word.partition("=")
    player, _, name = rest.partition(":")
    if not equals or not player:
        template = tr().gettext("{word!r} is not of the form SEAT=PLAYER, such as us=person.")
        raise Misunderstanding(template.format(word=word))
    if seat not in campaign.seat_ix:
        template = tr().gettext("The campaign has no seat {word!r}.")
        raise unknown(template, seat, campaign.seat_ix)
    players = ("person", "white", *skilled_bots_for(campaign, campaign.seat_ix[seat]))
    if player not in players:
        template = tr().gettext("No bot {word!r} can play this seat.")
        raise unknown(template, player, players)
    return SeatSetup(seat, player, name[:120])
