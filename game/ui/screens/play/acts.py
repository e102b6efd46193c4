"""What the parts of the table tell it, joined to what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.present.narrowing import Slot
from game.ui.screens.doors import open_help
from game.ui.screens.play.building import Acts
from game.ui.screens.play.looking import Look
from game.ui.screens.sitting import Sitting

if TYPE_CHECKING:
    from game.ui.screens.play.screen import PlayScreen


def acts_of(table: PlayScreen) -> Acts:
    """The acts of a table."""
    asking, pointing, sitting = table.asking, table.pointing, table.sitting
    return Acts(
        on_menu=asking.open_menu,
        on_pause=table.toggle_pause,
        on_text=table.app.change_text,
        on_keys=asking.open_keys,
        on_help=lambda: open_help(table.app, sitting.sight.view.phase, sitting.session.campaign),
        on_undo=table.undo,
        on_read=asking.read_again,
        on_confirm=table.consenting.give,
        on_verb=table.choose_verb,
        on_slot=table.choose_slot,
        on_answer=table.choose_action,
        on_place=table.choose_place,
        on_look_place=pointing.place,
        on_details=pointing.details,
        on_look_track=lambda name: pointing.look_at(Look("track", track=name)),
        on_look_means=lambda name: pointing.look_at(Look("means", track=name)),
        on_look_card=lambda card: pointing.look_at(Look("card", card=card)),
        on_card=asking.open_card,
        on_why=pointing.ask_why,
        on_why_here=pointing.why_here,
        on_mark=pointing.mark_line,
        on_open_line=pointing.open_line,
        on_drawer=table.open_drawer,
        on_layer=table.next_layer,
        on_guide=table.guide_read,
        on_names=pointing.show_names,
        odds_of=lambda slot: odds_of(sitting, slot),
        is_lit=table.guiding.lights,
    )


def odds_of(sitting: Sitting, slot: Slot) -> str:
    """The odds of a card where all its targets have the same; empty where they differ."""
    every = [one for one in sitting.legal if (one.verb, one.card) == slot]
    found = {odds.fraction if odds is not None else "" for odds in map(sitting.odds, every)}
    return found.pop() if len(found) == 1 else ""
