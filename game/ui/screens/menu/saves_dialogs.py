"""What the list of saves asks: another name, where a copy goes, and whether to delete."""

from collections.abc import Callable

from game.play.trouble import SaveError
from game.ui.kit import Kit
from game.ui.widgets.boxes import Passage, Stacked, TextBlock
from game.ui.widgets.button import Button
from game.ui.widgets.field import TextField
from game.ui.widgets.popover import Dialog

_NAME_LIMIT, _PATH_LIMIT = 120, 400


def rename_dialog(
    kit: Kit, name: str, on_done: Callable[[str], None], on_close: Callable[[], None]
) -> Dialog:
    """Another name for a sitting; its file keeps its own."""
    tr = kit.tr
    field = _field(name, _NAME_LIMIT, on_done, "new-name")
    said = tr.gettext("The file keeps its own name.")
    save = Button(
        tr.gettext("Rename"), lambda: on_done(field.text), kind="primary", key="Enter", size=18
    )
    save.name = "rename-done"
    return Dialog(
        tr.gettext("Rename this sitting"),
        Stacked([field, TextBlock([Passage(said, "small")])], gap=10, pad=6),
        [_cancel(kit, on_close), save],
        width=620,
    )


def copy_dialog(
    kit: Kit, target: str, on_done: Callable[[str], None], on_close: Callable[[], None]
) -> Dialog:
    """Where a copy of a sitting goes: a file, or a folder that is there already."""
    tr = kit.tr
    field = _field(target, _PATH_LIMIT, on_done, "copy-path")
    said = tr.gettext(
        "A copy holds the whole sitting with its campaign, so that it can be replayed on another "
        "computer. It never replaces another file."
    )
    save = Button(
        tr.gettext("Copy"), lambda: on_done(field.text), kind="primary", key="Enter", size=18
    )
    save.name = "copy-done"
    return Dialog(
        tr.gettext("Where does the copy go?"),
        Stacked([field, TextBlock([Passage(said, "small")])], gap=10, pad=6),
        [_cancel(kit, on_close), save],
        width=760,
    )


def delete_dialog(
    kit: Kit, name: str, on_done: Callable[[], None], on_close: Callable[[], None]
) -> Dialog:
    """Whether a sitting goes for good; keeping it is what Enter does."""
    tr = kit.tr
    said = tr.gettext("{name} will be gone for good. Nothing can bring it back.").format(
        name=f"**{name}**"
    )
    keep = Button(tr.gettext("Keep it"), on_close, kind="primary", key="Esc", size=18)
    keep.name = "keep"
    delete = Button(tr.gettext("Delete for good"), on_done, glyph="cross", size=18)
    delete.name = "delete-done"
    return Dialog(
        tr.gettext("Delete this sitting?"),
        TextBlock([Passage(said)]),
        [keep, delete],
        width=620,
    )


def trouble_dialog(kit: Kit, trouble: SaveError, on_close: Callable[[], None]) -> Dialog:
    """What could not be done, why, and what to do now."""
    tr = kit.tr
    close = Button(tr.gettext("Close"), on_close, kind="primary", key="Enter", size=18)
    return Dialog(
        tr.gettext("This did not work"),
        TextBlock([Passage(part.text(tr)) for part in (trouble.what, trouble.why, trouble.now)]),
        [close],
        width=620,
    )


def _field(text: str, limit: int, on_done: Callable[[str], None], name: str) -> TextField:
    field = TextField(text, lambda typed: None, limit=limit, on_submit=lambda: on_done(field.text))
    field.name = name
    return field


def _cancel(kit: Kit, on_close: Callable[[], None]) -> Button:
    button = Button(kit.tr.gettext("Cancel"), on_close, key="Esc", size=18)
    button.name = "cancel"
    return button
