"""What stops the table for a moment: a flow to watch, a curtain, what one seat alone may read."""

from game.ui.app import App
from game.ui.board.board import BoardWidget
from game.ui.present.breaks import Break, breaks
from game.ui.present.sight import redacted
from game.ui.screens.curtain import CurtainScreen
from game.ui.screens.ending.screen import EndingScreen
from game.ui.screens.flow.assess import AssessScreen
from game.ui.screens.flow.screen import FlowScreen
from game.ui.screens.menu.trouble import TroubleScreen
from game.ui.screens.play.course import Course
from game.ui.screens.private import PrivateScreen
from game.ui.screens.review import ReviewScreen
from game.ui.screens.sitting import Sitting
from game.ui.widgets.form_screen import FormScreen


class Stops:
    """Puts the screen of the moment on top; the table goes on when it is left."""

    def __init__(self, app: App, sitting: Sitting, course: Course, board: BoardWidget) -> None:
        self._app = app
        self._sitting = sitting
        self._course = course
        self._board = board
        self._looks_away = False

    def show(self) -> bool:
        """Show what must be shown now; returns whether anything was.

        Once a turn behind the curtain is over, what is shown to all next says so.
        """
        is_shown = self._show_next()
        self._call_back()
        return is_shown

    def _call_back(self) -> None:
        """Tell the room to look again, as soon as nothing on the screen is for one seat alone."""
        screen, hands = self._app.screen, self._sitting.session.hand_over
        if isinstance(screen, (CurtainScreen, PrivateScreen)):
            self._looks_away = hands.table.bit_count() > 1
        elif (
            self._looks_away and hands.audience() == hands.table and isinstance(screen, FormScreen)
        ):
            self._looks_away = False
            said = self._sitting.sight.words.say("Everybody may look again.")
            screen.form.say(said, "eye", stays=True)
            screen.invalidate()

    def _show_next(self) -> bool:
        match self._course.next:
            case "trouble":
                self._show_trouble()
            case "private":
                self._show_private()
            case "flow":
                self._show_flow()
            case "assess":
                self._show_assess()
            case "review":
                self._show_review()
            case "curtain":
                self._show_curtain()
            case "ending":
                self._show_ending()
            case _:
                return False
        return True

    @property
    def last_flow(self) -> Break | None:
        """The last FLOW that was shown, as far as who looks may know of it."""
        shown = self._sitting.journal
        known = redacted(shown, self._sitting.viewers)
        flows = [one for one in breaks(known, len(shown)) if one.kind == "flow"]
        return flows[-1] if flows else None

    def watch_again(self) -> None:
        """Play the last FLOW once more."""
        flow = self.last_flow
        if flow is not None:
            self._app.push(FlowScreen(self._app, self._sitting, self._board, flow))

    def _show_trouble(self) -> None:
        trouble = self._course.trouble
        if trouble is not None:
            leave = self._app.pop_to_root
            self._app.push(TroubleScreen(self._app, trouble, self._save_again, leave))

    def _save_again(self) -> None:
        session = self._sitting.session
        session.retry()
        session.flush()

    def _show_private(self) -> None:
        private = self._course.private
        self._course.told_private()
        if private is not None:
            self._app.push(PrivateScreen(self._app, self._sitting, private.seat, private.lines))

    def _show_flow(self) -> None:
        stop = self._course.stop
        self._course.told_break()
        if stop is not None:
            self._app.push(FlowScreen(self._app, self._sitting, self._board, stop))

    def _show_assess(self) -> None:
        stop = self._course.stop
        self._course.told_break()
        if stop is not None:
            self._app.push(AssessScreen(self._app, self._sitting, stop))

    def _show_review(self) -> None:
        stop = self._course.stop
        self._course.told_break()
        if stop is not None:
            self._app.push(ReviewScreen(self._app, self._sitting, stop))

    def _show_curtain(self) -> None:
        seat = self._sitting.session.needs_curtain()
        if seat is not None:
            self._app.push(CurtainScreen(self._app, self._sitting, seat, self._course.reveal))

    def _show_ending(self) -> None:
        self._app.push(EndingScreen(self._app, self._sitting))
        self._course.told_ending()
