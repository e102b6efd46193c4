"""The controls: small, kept, and complete from the keyboard.

A screen makes widgets, gives each a place with `layout(kit, rect)`, and hands them to a `Form`,
which draws them and passes events on. `measure(kit, width)` says what room a widget needs; within
it no text is ever clipped. A widget with a `reason` cannot be used, stays focusable, shows a lock
and repeats the reason. After a change make widgets anew and call `Form.set_content`: the focus
finds the widget with the same `name`.

``Form``         focus ring, hover, keys, tooltips, layers (`Layer`), notes (`say`); `handle`,
                 `update`, `draw`, `dirty`. ``FormScreen`` (in `form_screen`) wires one to a screen.
``Widget``       base; ``Group`` several; ``Spot`` a focusable place drawn by something else.
``Stacked``, ``Flowing``, ``TextBlock(Passage, ...)``  arrangements and text.
``Button``       kinds normal, primary, dark, gold, seat, link; ``Tile`` a basic action.
``Segmented(Option, ...)``, ``TextSizeChoice``, ``Checkbox``, ``Select``, ``TextField``.
``ListBox(Row, ...)``, ``ScrollView``, ``Shelf`` (sideways, with a count).
``Card(CardFace, "full" | "medium" | "mini")``.
``Popover``, ``Dialog``, ``odds_popover(kit, OddsFace, ...)``.
``marks``        key caps, chips, dice, pips, heat, ladder, triangles, segments, costs, progress.
``Column``       writes or measures text downward.
"""

from game.ui.widgets.boxes import Flowing, Passage, Stacked, TextBlock
from game.ui.widgets.button import Button, ButtonKind, Tile
from game.ui.widgets.card import AgreementChip, Card, CardSize
from game.ui.widgets.card_face import (
    Agreement,
    Authority,
    CardFace,
    CardOption,
    Picture,
    TestLine,
)
from game.ui.widgets.choice import Checkbox, Option, Segmented, TextSizeChoice
from game.ui.widgets.column import Column
from game.ui.widgets.field import TextField
from game.ui.widgets.form import Form, Layer
from game.ui.widgets.listbox import ListBox, Row
from game.ui.widgets.marks import ChipLook, Cost
from game.ui.widgets.odds import Modifier, OddsFace, odds_popover
from game.ui.widgets.popover import Dialog, Popover
from game.ui.widgets.scroll import ScrollView
from game.ui.widgets.select import Select
from game.ui.widgets.shelf import Shelf
from game.ui.widgets.shortcut import Shortcut
from game.ui.widgets.widget import Group, Spot, Widget

__all__ = [
    "Agreement",
    "AgreementChip",
    "Authority",
    "Button",
    "ButtonKind",
    "Card",
    "CardFace",
    "CardOption",
    "CardSize",
    "Checkbox",
    "ChipLook",
    "Column",
    "Cost",
    "Dialog",
    "Flowing",
    "Form",
    "Group",
    "Layer",
    "ListBox",
    "Modifier",
    "OddsFace",
    "Option",
    "Passage",
    "Picture",
    "Popover",
    "Row",
    "ScrollView",
    "Segmented",
    "Select",
    "Shelf",
    "Shortcut",
    "Spot",
    "Stacked",
    "TestLine",
    "TextBlock",
    "TextField",
    "TextSizeChoice",
    "Tile",
    "Widget",
    "odds_popover",
]
