"""Changing hands in the middle of a sitting: who plays each seat from now on."""

from collections.abc import Callable

from game.bots import bots_for
from game.model.ids import SeatIx
from game.play.form import SeatSetup
from game.play.session import Session
from game.ui.kit import Kit
from game.ui.screens.wording import words_of
from game.ui.widgets.boxes import Passage, Stacked, TextBlock
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Option
from game.ui.widgets.popover import Dialog
from game.ui.widgets.select import Select
from game.ui.widgets.widget import Widget


def seat_dialog(
    kit: Kit, session: Session, on_change: Callable[[SeatSetup], None], on_close: Callable[[], None]
) -> Dialog:
    """One row for each seat, with the bots that can play it."""
    tr = kit.tr
    words = words_of(session.campaign, tr)
    parts: list[Widget] = []
    for ix, setup in enumerate(session.seats):
        parts.append(TextBlock([Passage(words.seat(ix), "heading")]))
        select = Select(
            player_options(kit, session, SeatIx(ix)), setup.player, _bound(setup, on_change)
        )
        select.name = f"seat-{setup.seat}"
        parts.append(select)
    said = tr.gettext("The change counts from the next decision on and stays on the record.")
    parts.append(TextBlock([Passage(said, "small")]))
    close = Button(tr.gettext("Done"), on_close, kind="primary", key="Esc", size=17)
    return Dialog(tr.gettext("Who plays which seat"), Stacked(parts, gap=8), [close], width=520)


def player_options(kit: Kit, session: Session, seat: SeatIx) -> list[Option]:
    """A person, or one of the bots that can play the seat."""
    campaign, tr = session.campaign, kit.tr
    words = words_of(campaign, tr)
    titles = {bot.id: words.text(bot.title) for bot in campaign.bots}
    options = [Option("person", tr.gettext("A person"), glyph="person")]
    for bot in bots_for(campaign, seat):
        title = titles.get(bot, tr.gettext("Random choices"))
        options.append(Option(bot, tr.gettext("Bot: {name}").format(name=title), glyph="bot"))
    return options


def _bound(setup: SeatSetup, on_change: Callable[[SeatSetup], None]) -> Callable[[str], None]:
    def change(player: str) -> None:
        on_change(SeatSetup(setup.seat, player, setup.name, setup.language, setup.text_size))

    return change
