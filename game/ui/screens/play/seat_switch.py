"""Changing hands in the middle of a sitting: who plays each seat from now on, and how they read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import msgspec

from game.bots import bots_for
from game.model.ids import SeatIx
from game.narrate.language import LANGUAGES
from game.play.form import SeatSetup
from game.play.session import Session
from game.ui.kit import Kit
from game.ui.screens.setup.plan import NAME_LIMIT
from game.ui.screens.wording import words_of
from game.ui.widgets.boxes import Flowing, Passage, Stacked, TextBlock
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Option
from game.ui.widgets.field import TextField
from game.ui.widgets.popover import Dialog
from game.ui.widgets.select import Select
from game.ui.widgets.widget import Widget

_WHITE = "white"


def seat_dialog(
    kit: Kit, session: Session, on_change: Callable[[SeatSetup], None], on_close: Callable[[], None]
) -> Dialog:
    """One row for each seat: a person, White or a bot, with a name and a language for people.

    `on_change` is told of every seat that is set otherwise once Done is pressed.
    """
    tr = kit.tr
    words = words_of(session.campaign, tr)
    rows = [_SeatRow(kit, session, setup) for setup in session.seats]

    def done() -> None:
        # Closing first: what a change brings up must not be closed with this.
        on_close()
        for row in rows:
            if row.setup != row.before:
                on_change(row.setup)

    parts: list[Widget] = []
    for ix, row in enumerate(rows):
        parts += [TextBlock([Passage(words.seat(ix), "heading")]), row.controls]
    said = tr.gettext("The change counts from the next decision on and stays on the record.")
    parts.append(TextBlock([Passage(said, "small")]))
    cancel = Button(tr.gettext("Cancel"), on_close, key="Esc", size=17)
    cancel.name = "seats-cancel"
    end = Button(tr.gettext("Done"), done, kind="primary", size=17)
    end.name = "seats-done"
    title = tr.gettext("Who plays which seat")
    return Dialog(title, Stacked(parts, gap=8), [cancel, end], width=820)


@dataclass(eq=False)
class _SeatRow:
    """What is set for one seat, and the controls that set it."""

    kit: Kit
    session: Session
    before: SeatSetup
    setup: SeatSetup = field(init=False)
    controls: Widget = field(init=False)

    def __post_init__(self) -> None:
        self.setup = self.before
        seat = SeatIx(self.session.campaign.seat_ix[self.before.seat])
        tr = self.kit.tr
        player = Select(
            player_options(self.kit, self.session, seat), self.before.player, self._play
        )
        name = self.before.name if self.before.is_person else ""
        self._name = TextField(
            name, partial(self._set, "name"), placeholder=tr.gettext("Name"), limit=NAME_LIMIT
        )
        languages = [Option(code, title) for code, title in LANGUAGES.items()]
        self._language = Select(languages, self.before.language, partial(self._set, "language"))
        self._reads()
        named = (("seat", player), ("name", self._name), ("language", self._language))
        for what, control in named:
            control.name = f"{what}-{self.before.seat}"
        self.controls = Flowing([player, self._name, self._language], gap=10, stretch=True)

    def _play(self, player: str) -> None:
        self._set("player", player)
        self._reads()

    def _set(self, what: str, value: str) -> None:
        self.setup = msgspec.structs.replace(self.setup, **{what: value})

    def _reads(self) -> None:
        """A bot has no name here and reads nothing."""
        reason = "" if self.setup.is_person else self.kit.tr.gettext("A bot reads nothing.")
        self._name.reason = self._language.reason = reason


def player_options(kit: Kit, session: Session, seat: SeatIx) -> list[Option]:
    """A person, White, or one of the bots that can play the seat."""
    campaign, tr = session.campaign, kit.tr
    words = words_of(campaign, tr)
    titles = {bot.id: words.text(bot.title) for bot in campaign.bots}
    options = [
        Option("person", tr.gettext("A person"), glyph="person"),
        Option(_WHITE, tr.gettext("White, the facilitator"), glyph="eye"),
    ]
    for bot in bots_for(campaign, seat):
        title = titles.get(bot, tr.gettext("Random choices"))
        options.append(Option(bot, tr.gettext("Bot: {name}").format(name=title), glyph="bot"))
    return options
