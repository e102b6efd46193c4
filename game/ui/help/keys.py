"""The list of keys: at the table, in a replay, everywhere."""

from game.ui.kit import Kit
from game.ui.screens.play.dialogs import KeyList, table_keys
from game.ui.widgets.boxes import Passage, Stacked, TextBlock
from game.ui.widgets.widget import Widget

KeyRows = tuple[tuple[str, str], ...]


def keys_page(kit: Kit) -> Widget:
    """Every key and what it does, by the place where it works."""
    tr = kit.tr
    groups = (
        (tr.gettext("Everywhere"), everywhere_keys(kit)),
        (tr.gettext("At the table"), table_keys(kit)),
        (tr.gettext("In a replay"), replay_keys(kit)),
    )
    lead = tr.gettext("Everything can be done with the mouse, and everything with keys.")
    parts: list[Widget] = [TextBlock([Passage(tr.gettext("Keys"), "title"), Passage(lead)])]
    for title, rows in groups:
        parts.append(TextBlock([Passage(title, "heading")]))
        parts.append(KeyList(rows))
    return Stacked(parts, gap=14)


def everywhere_keys(kit: Kit) -> KeyRows:
    """Keys of lists, fields and texts."""
    tr = kit.tr
    return (
        ("Tab", tr.gettext("to the next control; with Shift, to the one before")),
        ("Arrows", tr.gettext("to what lies in that direction; in lists and texts, up and down")),
        ("PgUp PgDn", tr.gettext("a page up or down; Home and End go to the first and the last")),
        ("Enter", tr.gettext("use what has the focus")),
        ("Esc", tr.gettext("close what is open, or go back")),
        ("F1  ?", tr.gettext("the rulebook; this list")),
        ("F11", tr.gettext("full screen")),
        ("Ctrl + −", tr.gettext("larger and smaller text")),
    )


def replay_keys(kit: Kit) -> KeyRows:
    """Keys of the replay of a sitting."""
    tr = kit.tr
    return (
        ("← →", tr.gettext("one step back or on")),
        ("Shift ← →", tr.gettext("one turn back or on")),
        ("Ctrl ← →", tr.gettext("one quarter back or on")),
        ("Home  End", tr.gettext("the start, the last step")),
        ("P", tr.gettext("let it run, or stop it")),
        ("V", tr.gettext("the next pair of eyes: the table, a seat, the truth")),
        ("I  L", tr.gettext("inspector, what happened")),
        ("F  +  −", tr.gettext("fit the map, nearer, farther")),
    )
