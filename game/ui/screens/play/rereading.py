"""A campaign of one's own, edited while it is played: read again on request, or at every save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.content.loader import LIBRARY
from game.play.reload import ReloadResult
from game.play.trouble import SaveError
from game.play.watching import FolderWatch
from game.ui.screens.preview.problems import ProblemList
from game.ui.widgets.boxes import Passage, Stacked, TextBlock
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Checkbox
from game.ui.widgets.popover import Dialog
from game.ui.widgets.widget import Widget

if TYPE_CHECKING:
    from game.ui.screens.play.screen import PlayScreen

LOOK_SECONDS = 0.5
"""How often the files are looked at, while somebody wants that."""


class Rereading:
    """Takes the edited campaign into the sitting, and says what stands against it."""

    def __init__(self, table: PlayScreen) -> None:
        self._table = table
        self._watch: FolderWatch | None = None
        self._left = LOOK_SECONDS

    @property
    def is_watching(self) -> bool:
        """Whether every save is taken at once."""
        return self._watch is not None

    def controls(self) -> list[Widget]:
        """The rows of the sitting's menu; none where the campaign is a shipped one."""
        if self._table.sitting.session.folder is None:
            return []
        tr = self._table.kit.tr
        again = Button(tr.gettext("Read the campaign's files again"), self.read, size=17)
        again.name = "menu-reread"
        label = tr.gettext("Read them again whenever one is saved")
        always = Checkbox(label, self.is_watching, self.watch)
        always.name = "menu-watch"
        return [again, always]

    def watch(self, on: bool) -> None:
        """Take every save at once, or only when asked."""
        folder = self._table.sitting.session.folder
        self._watch = None
        if on and folder is not None:
            self._watch = FolderWatch(folder, folder.parent / LIBRARY)

    def read(self) -> None:
        """Read the files now, and tell what came of it."""
        self._table.asking.close()
        result = self._reload()
        if result is not None and result.is_refused:
            self._table.asking.open_dialog(self._refusal(result))
        elif result is not None and not result.taken:
            self._table.form.say(self._table.kit.tr.gettext("Nothing has changed in the files."))
        self._table.invalidate()

    def advance(self, seconds: float) -> float | None:
        """Let time pass; in how many seconds to be asked again, or None."""
        if self._watch is None:
            return None
        self._left -= seconds
        if self._left > 0 or self._table.course.is_busy:
            return max(self._left, 0.05)
        self._left = LOOK_SECONDS
        if self._watch.look():
            result = self._reload()
            if result is not None and result.is_refused:
                self._table.form.say(result.text(self._table.kit.tr).split("\n")[0], "warning")
                self._table.invalidate()
        return LOOK_SECONDS

    def _reload(self) -> ReloadResult | None:
        """Take the new text where it can be taken; None while the disk refuses to save."""
        table = self._table
        try:
            result = table.sitting.session.reload()
        except SaveError:
            # The table shows what is wrong with the disk by itself.
            table.course.refresh()
            return None
        if result.taken:
            table.course.refresh()
            table.form.say(table.kit.tr.gettext("The campaign was read again."), "check")
        return result

    def _refusal(self, result: ReloadResult) -> Dialog:
        tr = self._table.kit.tr
        said = tr.gettext("The new text was not taken; play goes on with the text as it was.")
        parts: list[Widget] = [TextBlock([Passage(said)])]
        if result.problems:
            parts.append(ProblemList(result.text(tr).split("\n\n")))
        else:
            lines = result.text(tr).split("\n")
            parts.append(TextBlock([Passage(line) for line in lines]))
        close = Button(
            tr.gettext("Back to the table"),
            self._table.asking.close,
            kind="primary",
            key="Esc",
            size=17,
        )
        return Dialog(
            tr.gettext("Read the campaign's files again"),
            Stacked(parts, gap=14),
            [close],
            width=900,
        )
