"""The dialog that asks for the facilitator's PIN."""

from collections.abc import Callable

from game.ui.kit import Kit
from game.ui.screens.setup.pin import PinField
from game.ui.widgets.boxes import Passage, Stacked, TextBlock
from game.ui.widgets.button import Button
from game.ui.widgets.popover import Dialog

_LIMIT = 40


def pin_dialog(kit: Kit, on_done: Callable[[str], None], on_close: Callable[[], None]) -> Dialog:
    """Ask for the PIN; what it shows must not be seen by the room."""
    tr = kit.tr
    field = PinField("", lambda text: None, placeholder="", limit=_LIMIT)
    field.on_submit = lambda: on_done(field.text)
    field.name = "pin"
    said = tr.gettext(
        "This sitting is still being played. With the facilitator's PIN you see what each seat "
        "sees, and everything that is hidden. Let nobody at the table look."
    )
    show = Button(
        tr.gettext("Show"), lambda: on_done(field.text), kind="primary", key="Enter", size=18
    )
    show.name = "pin-done"
    cancel = Button(tr.gettext("Cancel"), on_close, key="Esc", size=18)
    cancel.name = "cancel"
    return Dialog(
        tr.gettext("Facilitator's PIN"),
        Stacked([TextBlock([Passage(said)]), field], gap=12, pad=6),
        [cancel, show],
        width=620,
    )
