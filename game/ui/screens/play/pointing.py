"""What is looked at: in the inspector, on the map, in the log."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pygame

from game.model.ids import NO_REF, Ref, ref_kind
from game.ui.board.picks import Pick
from game.ui.present.scene import board_id, element_ref
from game.ui.present.subjects import Subject
from game.ui.screens.play.inspector import subject_at_hand
from game.ui.screens.play.lighting import asked_about
from game.ui.screens.play.log import LogEntry
from game.ui.screens.play.looking import MOMENT, Look, LookKind, title_of_subject, why_of
from game.ui.screens.play.overlays import draw_preview

if TYPE_CHECKING:
    from game.ui.screens.play.screen import PlayScreen

_GUIDE_WORDS = {"area": "area", "route": "route", "piece": "unit"}


class Pointing:
    """Follows pointer and focus. `names` are the ids that stand out on the map."""

    def __init__(self, table: PlayScreen) -> None:
        self._table = table
        self.look: Look = MOMENT
        self.marked = 0
        self.names: frozenset[str] = frozenset()
        self._pinned: frozenset[str] = frozenset()
        self.hover: Ref = NO_REF
        self._eyes = table.sitting.sight.mask

    def follow_eyes(self) -> None:
        """Where others look now, leave nothing of what the last eyes looked at."""
        table = self._table
        if self._eyes == table.sitting.sight.mask:
            return
        self._eyes = table.sitting.sight.mask
        table.layer, table.drawer = "country", ""
        table.form.forget_notes()
        table.board.forget()
        table.board.zoom_to(table.sitting.session.campaign.frame.focus, at_once=True)

    def begin(self) -> None:
        """Look at what is asked about, or at the moment itself; the newest line is marked.

        Notes spoke of what was before, and go.
        """
        self._table.form.forget_notes(all_of_them=False)
        about = next(iter(asked_about(self._table.sitting)), NO_REF)
        self.look = MOMENT if about == NO_REF else Look("place", about)
        self.marked, self.hover = 0, NO_REF
        self.names = self._pinned = frozenset()

    def let_go(self) -> bool:
        """Look at the moment again; returns whether something else was looked at."""
        was = self.look != MOMENT
        self.look = MOMENT
        return was

    def look_at(self, look: Look) -> None:
        """Show something in the inspector; a guided step may have asked for just that."""
        if look == self.look:
            return
        self.look = look
        thing = "track" if look.kind == "track" else ""
        if look.kind == "place":
            thing = _GUIDE_WORDS.get(ref_kind(look.ref) or "", "")
        if self._table.guiding.looked(thing):
            self._table.refresh_parts()
        else:
            self._table.refresh_page()
        if look.kind == "card":
            # What opens what lies on the map, and follows the card.
            self._table.touch("map")

    def place(self, ref: Ref) -> None:
        """Show a place or a piece."""
        self.look_at(Look("place", ref))

    def details(self, ref: Ref) -> None:
        """Show a place, and open the inspector where it is a drawer."""
        self.place(ref)
        self._table.show_inspector()

    def ask_why(self, subject: Subject) -> None:
        """Show the events that made a number."""
        sitting = self._table.sitting
        title = title_of_subject(sitting.sight, self.look, sitting.viewer, subject)
        self.look_at(Look("why", subject=subject, title=title))
        self._table.show_inspector()

    def why_here(self) -> None:
        """Show the events that made the number of the row at hand, else the first number of what
        is looked at."""
        subject = subject_at_hand(self._table.parts.column.page)
        if subject is not None:
            self.ask_why(subject)
            return
        found = why_of(self._table.sitting.sight, self.look, self._table.sitting.viewer)
        if found is not None:
            self.look_at(Look("why", subject=found[0], title=found[1]))
            self._table.show_inspector()

    def over_tracks(self, at: tuple[int, int]) -> None:
        """Show the track or the means under the pointer, where nothing lies over them."""
        bar = self._table.parts.tracks
        if self._table.form.has_layers or not bar.rect.collidepoint(at):
            return
        for kind, cells in (("track", bar.tracks), ("means", bar.means)):
            for widget in cells:
                if widget.rect.collidepoint(at):
                    self.look_at(Look(cast(LookKind, kind), track=widget.cell.id))

    def mark_line(self, entry: LogEntry | None) -> None:
        """Light what a line of the log speaks of."""
        self.marked = -1 if entry is None else self._table.parts.column.log_list.marked
        self._pinned = frozenset() if entry is None else self.named(entry)
        self.show_names(self._pinned)
        self._table.invalidate()

    def over_log(self, at: tuple[int, int] | None) -> None:
        """Light what the row of the log under the pointer speaks of; else what was kept lit."""
        table = self._table
        if not table.parts.column.point_at(None if table.form.has_layers else at):
            return
        entry = table.parts.column.log_list.pointed_entry
        self.show_names(self._pinned if entry is None else self.named(entry))
        table.touch("column")

    def show_names(self, names: frozenset[str]) -> None:
        """Let things stand out on the map, by their ids."""
        if names != self.names:
            self.names = names
            self._table.show_names()

    def open_line(self, entry: LogEntry) -> None:
        """Bring what a line speaks of into view."""
        self._table.board.zoom_to(self.named(entry))

    def named(self, entry: LogEntry) -> frozenset[str]:
        """Ids of what a line speaks of."""
        sight = self._table.sitting.sight
        found = set()
        for link in entry.line.links:
            if link.kind == "area":
                found.add(sight.campaign.areas[link.ix].id)
            elif link.kind == "route":
                found.add(sight.campaign.routes[link.ix].id)
            elif link.kind == "piece" and link.ix in sight.pieces:
                found.add(f"piece-{link.ix}")
        return frozenset(found)

    def picked(self, pick: Pick) -> None:
        """React to what the map reports."""
        table = self._table
        table.touch("map")
        table.parts.pane.settle()
        if pick.act == "view":
            return
        ref = element_ref(table.sitting.sight, pick.kind, pick.id)
        if pick.act in ("hover", "focus"):
            self.hover = NO_REF if ref is None else ref
            if ref is not None:
                self.place(ref)
        elif ref is None:
            table.back()
        elif pick.act != "click" or not table.asking.click(ref):
            self.place(ref)

    def draw_preview(self, surface: pygame.Surface) -> None:
        """The odds of the lit place under the pointer."""
        table = self._table
        if table.form.has_layers or self.hover == NO_REF:
            return
        action = table.picker.previewed(self.hover)
        odds = table.sitting.odds(action) if action is not None else None
        target = board_id(table.sitting.sight, self.hover)
        if odds is None or target is None:
            return
        anchor = table.board.screen_rect(*target)
        if anchor is not None:
            draw_preview(surface, table.kit, odds, anchor, table.places.board)
