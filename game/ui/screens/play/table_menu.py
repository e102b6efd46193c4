"""The menu of a running sitting: settings, help, the curtain, who plays, and the way out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.ui.kit import Kit
from game.ui.widgets.boxes import Passage, Stacked, TextBlock
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Checkbox
from game.ui.widgets.popover import Dialog
from game.ui.widgets.widget import Widget


@dataclass(frozen=True, slots=True)
class MenuActs:
    """What the menu can do."""

    on_close: Callable[[], None]
    on_help: Callable[[], None]
    on_cards: Callable[[], None]
    on_flow: Callable[[], None]
    on_layer: Callable[[], None]
    on_settings: Callable[[], None]
    on_seats: Callable[[], None]
    on_curtain: Callable[[bool], None]
    on_private: Callable[[], None]
    on_leave: Callable[[], None]
    why_not_private: str
    why_no_flow: str


def table_menu(
    kit: Kit,
    title: str,
    saved: str,
    acts: MenuActs,
    *,
    curtains: bool,
    more: Sequence[Widget] = (),
) -> Dialog:
    """The dialog; leaving never loses anything, since every choice is saved.

    `more` are controls that only some sittings have.
    """
    tr = kit.tr
    rows = (
        ("menu-help", tr.gettext("Help of this phase"), acts.on_help, "", "F1"),
        ("menu-flow", tr.gettext("Watch the last flow again"), acts.on_flow, acts.why_no_flow, "V"),
        ("menu-layer", tr.gettext("Show something else on the map"), acts.on_layer, "", "Y"),
        ("menu-cards", tr.gettext("All cards"), acts.on_cards, "", ""),
        ("menu-settings", tr.gettext("Settings"), acts.on_settings, "", ""),
        ("menu-seats", tr.gettext("Who plays which seat"), acts.on_seats, "", ""),
        (
            "menu-private",
            tr.gettext("Decide this turn behind the curtain"),
            acts.on_private,
            acts.why_not_private,
            "",
        ),
    )
    parts: list[Widget] = []
    for name, label, act, reason, key in rows:
        button = Button(label, act, size=17, key=key, reason=reason, show_reason=True)
        button.name = name
        parts.append(button)
    parts.append(Checkbox(tr.gettext("Draw the curtain at hand-over"), curtains, acts.on_curtain))
    parts += more
    parts.append(TextBlock([Passage(saved, "small")]))
    leave = Button(tr.gettext("Leave to the menu"), acts.on_leave, size=17)
    leave.name = "menu-leave"
    back = Button(
        tr.gettext("Back to the table"), acts.on_close, kind="primary", key="Esc", size=17
    )
    return Dialog(title, Stacked(parts, gap=10), [leave, back], width=520)
