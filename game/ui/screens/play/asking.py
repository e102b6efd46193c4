"""What the table asks over the map: odds before a choice, choices at a place, dialogs, keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.model.actions import Action
from game.model.events import ActionTaken
from game.model.ids import CardIx, Ref
from game.narrate.line import Line
from game.play.session import Session
from game.ui.present.inspection import inspect_ref
from game.ui.present.scene import board_id
from game.ui.present.sight import Sight
from game.ui.screens.doors import open_cards, open_help, open_settings
from game.ui.screens.hasty import Hasty
from game.ui.screens.play.building import preview_text
from game.ui.screens.play.dialogs import (
    briefing_dialog,
    card_dialog,
    inject_dialog,
    keys_dialog,
)
from game.ui.screens.play.lighting import answers_on_map
from game.ui.screens.play.popovers import confirm_popover, menu_popover
from game.ui.screens.play.seat_switch import seat_dialog
from game.ui.screens.play.table_menu import MenuActs, table_menu
from game.ui.widgets.form import Layer
from game.ui.widgets.popover import Dialog, Popover
from game.ui.widgets.shortcut import is_sign
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.ui.screens.play.screen import PlayScreen

_INJECT = "inject"
_EARLY = 0.3
"""Seconds for which a question that came up by itself takes no key that could answer it."""
_PASSED = 0.5
"""The same for a turn that has passed to somebody else."""


class Asking:
    """Opens and closes what lies over the table; one thing at a time."""

    def __init__(self, table: PlayScreen) -> None:
        self._table = table
        self._open: Widget | None = None
        self._is_modal = False
        self._put_aside = False
        self._is_told = False
        self._hasty = Hasty()
        self._asked = table.sitting.deciders

    @property
    def _session(self) -> Session:
        return self._table.sitting.session

    @property
    def _sight(self) -> Sight:
        return self._table.sitting.sight

    @property
    def is_open(self) -> bool:
        """Whether anything lies over the table."""
        return self._open is not None

    def covers(self, at: tuple[int, int]) -> bool:
        """Whether something open lies under a point."""
        if self._open is None or not self._table.form.shows(self._open):
            return False
        return self._is_modal or self._open.hit(at) is not None

    def close(self) -> None:
        """Close whatever is open, without taking anything back."""
        self._open = None
        while self._table.form.has_layers:
            self._table.form.close()

    # -- beside a place --------------------------------------------------------------------

    def confirm(self, action: Action) -> None:
        """Show the odds of an action, or what it does, before it is carried out."""
        table = self._table
        odds = table.sitting.odds(action)
        popover = confirm_popover(
            table.kit,
            self._sight,
            action,
            odds,
            lambda: table.commit(action),
            self._back,
        )
        self._beside(popover, action.target)

    def offer(self, place: Ref) -> None:
        """Show what can be done at a place."""
        table = self._table
        actions = table.picker.at_place(place)
        choices = [(one, preview_text(table.sitting.odds(one))) for one in actions]
        kind = board_id(self._sight, place)
        title = self._sight.tr.gettext("What here?") if kind is None else self._name(place)
        popover = menu_popover(table.kit, self._sight, title, choices, self._chosen, self._back)
        self._beside(popover, place)

    def click(self, place: Ref) -> bool:
        """A click on the map: choose the place where that is possible; False where it is not."""
        table = self._table
        if self._open is not None:
            self.close()
        now = table.picker.narrowing
        if place in answers_on_map(table.sitting) or place in now.lit or now.slots_at(place):
            table.choose_place(place)
            return True
        return False

    # -- dialogs ---------------------------------------------------------------------------

    def open_what_is_asked(self) -> None:
        """An inject that asks somebody here comes up by itself."""
        asked = self._sight.view.pending
        sitting = self._table.sitting
        if asked is None or asked.kind != _INJECT or not sitting.deciders:
            self._put_aside = False
            return
        if not self._put_aside:
            self._open_inject()
            self._hasty.begin(_EARLY)

    def follow(self) -> None:
        """Look who is asked: a key that was meant for the seat before gives no answer."""
        asked = self._table.sitting.deciders
        if asked and asked != self._asked:
            self._hasty.begin(_PASSED)
            self._asked = asked

    def advance(self, seconds: float) -> float | None:
        """Let time pass; returns in how many seconds to look again, or None."""
        return self._hasty.advance(seconds)

    def is_early(self, event: pygame.event.Event) -> bool:
        """Whether a key was meant for what was there before somebody was asked."""
        return self._hasty.holds(event)

    def read_again(self) -> None:
        """The inject that asks comes up once more, after it was put aside."""
        self._put_aside = False
        self.open_what_is_asked()

    def open_briefing(self) -> None:
        """What happened since the seat last acted, where it may know of it."""
        sitting = self._table.sitting
        seat = sitting.viewer
        if seat < 0:
            return
        places = set(self._session.briefing(seat))
        lines = [line for line in sitting.lines if line.text and places & set(line.events)]
        self._show_briefing(lines, seat)

    def open_card(self, card: CardIx) -> None:
        """A card whole."""
        self._dialog(card_dialog(self._table.kit, self._sight, card, self.close))

    def open_keys(self) -> None:
        """All keys."""
        self._dialog(keys_dialog(self._table.kit, self.close))

    def open_menu(self) -> None:
        """The menu of this sitting."""
        table, session = self._table, self._session
        tr = self._sight.tr
        saved = tr.gettext("Every choice is saved as it is made.")
        if session.path is None:
            saved = tr.gettext("This sitting is not saved.")
        elif session.new_rules:
            saved += " " + self._new_rules()
        acts = MenuActs(
            on_close=self.close,
            on_help=self._help,
            on_cards=lambda: open_cards(table.app, session.campaign),
            on_flow=self._watch_flow,
            on_layer=self._next_layer,
            on_settings=lambda: open_settings(table.app),
            on_seats=self._open_seats,
            on_curtain=session.set_curtains,
            on_private=self.go_private,
            on_leave=table.leave,
            why_not_private=self._why_not_private(),
            why_no_flow=self._why_no_flow(),
        )
        more = table.rereading.controls()
        dialog = table_menu(
            table.kit, session.name, saved, acts, curtains=session.curtains, more=more
        )
        self._dialog(dialog)

    def tell_new_rules(self) -> None:
        """Say once that a sitting goes on under other rules than it began with."""
        if self._session.new_rules and not self._is_told:
            self._is_told = True
            self._table.form.say(self._new_rules())
            self._table.invalidate()

    def open_dialog(self, dialog: Dialog) -> None:
        """Show a dialog that was made elsewhere."""
        self._dialog(dialog)

    # -- keys ------------------------------------------------------------------------------

    def on_key(self, event: pygame.event.Event) -> bool:
        """The keys of the table that are on no control; returns whether one was used."""
        table = self._table
        ctrl = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
        if ctrl and event.key == pygame.K_y:
            return table.course.redo()
        if ctrl or event.mod & pygame.KMOD_ALT:
            return False
        if is_sign(event, "?"):
            self.open_keys()
            return True
        acts = {
            pygame.K_F1: self._help,
            pygame.K_p: table.toggle_pause,
            pygame.K_w: table.pointing.why_here,
            pygame.K_b: self.open_briefing,
            pygame.K_v: self._watch_flow,
            pygame.K_i: lambda: table.open_drawer("inspector"),
            pygame.K_l: lambda: table.open_drawer("log"),
            pygame.K_m: table.focus_map,
            pygame.K_y: table.next_layer,
            pygame.K_ESCAPE: self._escape,
            pygame.K_SPACE: self._details,
        }
        act = acts.get(event.key)
        if act is None:
            return False
        act()
        return True

    def _escape(self) -> None:
        if not self._table.back():
            self.open_menu()

    def _details(self) -> None:
        look = self._table.pointing.look
        if look.kind == "card" and look.card >= 0:
            self.open_card(look.card)

    # -- inside ----------------------------------------------------------------------------

    def _beside(self, popover: Popover, place: Ref) -> None:
        table = self._table

        def settle() -> None:
            spot, board = self._spot(place), table.places.board
            anchor = spot or pygame.Rect(board.centerx, board.bottom - 2, 1, 1)
            if popover.measure(table.kit)[1] > board.height - 2 * table.kit.px(8):
                # A low map has no room for all of it: better over the tray than cut off.
                board = board.union(table.places.tray)
            lit = table.board.lit_rects()
            popover.place(table.kit, anchor, board, lit, pointing=spot is not None)

        self._show(popover, settle, modal=False)

    def _spot(self, place: Ref) -> pygame.Rect | None:
        """Where a place is on the map; None for what has no place to point at."""
        target = board_id(self._sight, place)
        return self._table.board.screen_rect(*target) if target is not None else None

    def _dialog(self, dialog: Dialog) -> None:
        table = self._table
        self._show(dialog, lambda: dialog.place(table.kit, table.rect), modal=True)

    def _show(self, root: Widget, settle: Callable[[], None], *, modal: bool) -> None:
        self.close()
        self._open, self._is_modal = root, modal
        settle()
        layer = Layer(
            root,
            modal=modal,
            veil=modal,
            place=settle,
            on_close=lambda: self._closed(root, modal),
        )
        self._table.form.open(layer)
        self._table.invalidate()

    def _closed(self, root: Widget, modal: bool) -> None:
        """Esc on a popover takes the choice back; a dialog was only looked at."""
        if self._open is not root:
            return
        self._open = None
        if not modal:
            self._table.back()

    def _back(self) -> None:
        self.close()
        self._table.back()

    def _chosen(self, action: Action) -> None:
        self.close()
        self._table.choose_action(action)

    def _open_inject(self) -> None:
        table = self._table
        asked = self._sight.view.pending
        if asked is None:
            return
        legal = [one for one in table.sitting.legal if one.verb == "answer"]
        dialog = inject_dialog(table.kit, self._sight, asked, legal, table.commit, self._later)
        self._dialog(dialog)

    def _later(self) -> None:
        self._put_aside = True
        self.close()

    def _show_briefing(self, lines: list[Line], seat: int) -> None:
        words, spec = self._sight.words, self._session.campaign.seats[seat]
        briefing = "" if self._has_acted(seat) else words.text(spec.briefing)
        shown = [] if briefing else lines
        kit, name = self._table.kit, words.seat(seat)
        self._dialog(briefing_dialog(kit, name, briefing, shown, self.close, spec.style))

    def _has_acted(self, seat: int) -> bool:
        return any(
            isinstance(event, ActionTaken) and event.action.seat == seat
            for _, event in self._sight.events
        )

    def _help(self) -> None:
        open_help(self._table.app, self._sight.view.phase, self._session.campaign)

    def _new_rules(self) -> str:
        return self._sight.tr.gettext(
            "The game was updated since this sitting began: what was played stays, and from here "
            "on the new rules hold."
        )

    def _next_layer(self) -> None:
        self.close()
        self._table.next_layer()

    def _watch_flow(self) -> None:
        reason = self._why_no_flow()
        if reason:
            self._table.form.say(reason, "lock")
            return
        self.close()
        self._table.stops.watch_again()

    def _why_no_flow(self) -> str:
        if self._table.stops.last_flow is not None:
            return ""
        return self._sight.tr.gettext("No flow has been shown yet.")

    def _open_seats(self) -> None:
        dialog = seat_dialog(self._table.kit, self._session, self._table.seats_changed, self.close)
        self._dialog(dialog)

    def _why_not_private(self) -> str:
        sitting, tr = self._table.sitting, self._sight.tr
        if len(sitting.deciders) != 1:
            return tr.gettext("Nobody, or more than one seat, is to decide now.")
        if sitting.session.audience() == 1 << sitting.viewer:
            return tr.gettext("Only this seat looks at the screen already.")
        return ""

    def go_private(self) -> None:
        """The seat to move goes on behind its curtain until its turn ends."""
        seat = self._table.sitting.viewer
        self.close()
        self._session.ask_curtain(seat)
        self._table.course.refresh()

    def _name(self, place: Ref) -> str:
        page = inspect_ref(self._sight, place)
        return page.title if page is not None else ""
