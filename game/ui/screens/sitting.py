"""The sitting behind the screens: what may be shown now, who decides, and what they may do.

Everything that a screen draws of a running game goes through here. Nothing is shown of a seat
that waits behind its curtain, and nothing of a decision before it is safe on the disk.
"""

from game.model.actions import Action
from game.model.events import ActionTaken, Event
from game.model.ids import NO_CARD, NO_REF, NO_SEAT, CardIx, Ref, SeatIx, SeatMask
from game.narrate.choices.odds import OddsText, odds_text
from game.narrate.choices.prompts import Prompt, prompt, waiting
from game.narrate.choices.reasons import reason_text
from game.narrate.language import translator
from game.narrate.line import Line
from game.narrate.log import Log
from game.narrate.why import Cause
from game.narrate.words import Words
from game.play.session import Session, Turn
from game.ui.present.breaks import Break, next_break
from game.ui.present.narrowing import Slot
from game.ui.present.sight import Sight, redacted
from game.ui.present.subjects import Subject
from game.ui.present.tray import HAND, Refusal
from game.ui.present.why import causes_of


class Sitting:
    """A session as its screens see it. `refresh` must follow every change."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._words: dict[str, Words] = {}
        self._log: Log | None = None
        self._most: int | None = None
        self._reader = session.reader()
        self.refresh()

    def refresh(self) -> None:
        """Look again: at what may be shown, at who decides, and at what they may do."""
        session = self.session
        length = len(session.game.journal)
        self.shown = length if self._most is None else min(self._most, length)
        """How many events of the journal are shown."""
        if not self.is_held:
            self._reader = session.reader()
        self._log = self._followed_log()
        self.sight = self.sight_at(self.shown)
        self.deciders = self._deciders()
        self.legal: tuple[Action, ...] = tuple(
            action for seat in self.deciders for action in session.open_choices(seat)
        )
        """What the deciders are offered; what would give a hand away waits for the curtain."""

    @property
    def is_held(self) -> bool:
        """Whether something that has happened must wait until something else was watched."""
        return self._most is not None and self._most < len(self.session.game.journal)

    @property
    def is_covered(self) -> bool:
        """Whether a curtain hides what is shown: never from a whole table that still looks."""
        seat = self.session.needs_curtain()
        is_alone = seat is not None and self.session.hand_over.table == 1 << seat
        return is_alone if self.is_held else seat is not None

    @property
    def viewers(self) -> SeatMask:
        """The seats that look: everybody present, while what is shown lags behind the game."""
        return self.session.hand_over.table if self.is_held else self.session.audience()

    @property
    def journal(self) -> list[Event]:
        """The events that may be shown, those of hidden things included."""
        return self.session.game.journal[: self.shown]

    def hold(self, most: int | None) -> None:
        """Show no more than so many events of the journal, or everything; then look again."""
        self._most = most
        self.refresh()

    def next_break(self, past: int) -> Break | None:
        """What must be watched before the table goes on, from a place in the journal on."""
        journal = self.session.game.journal
        known = redacted(journal, self.session.hand_over.table)
        return next_break(known, len(journal), past)

    def sight_at(self, length: int) -> Sight:
        """What the viewers knew after so many events."""
        session = self.session
        is_now = length >= len(session.game.journal)
        game = session.game if is_now else session.game_at(length)
        mask = self.viewers
        events = redacted(game.journal, mask)
        return Sight(session.campaign, game.view_for(mask), events, self.words_in(self.language))

    @property
    def language(self) -> str:
        """The language of whoever reads the screen now."""
        return self._reader.language if self._reader is not None else "en"

    @property
    def text_size(self) -> int | None:
        """The text size of whoever reads the screen now, in percent; None for the user's own."""
        return self._reader.text_size if self._reader is not None else None

    @property
    def lines(self) -> list[Line]:
        """The log as the viewers may read it."""
        return self._log.lines if self._log is not None else []

    @property
    def seat(self) -> SeatIx:
        """The seat whose turn the prompt speaks of: a person's that is asked, else whose turn
        it is as everybody may know."""
        if self.deciders:
            return self.deciders[0]
        return self.sight.view.to_move[0] if self.sight.view.to_move else NO_SEAT

    @property
    def viewer(self) -> SeatIx:
        """The seat whose means are shown: the one that decides, else none."""
        return self.deciders[0] if self.deciders else NO_SEAT

    @property
    def prompt(self) -> Prompt:
        """What the seat is asked, or what is being waited for."""
        sight = self.sight
        if not self.deciders:
            return waiting(sight.words, sight.view)
        seat = self.deciders[0]
        legal = [action for action in self.legal if action.seat == seat]
        return prompt(sight.words, sight.view, seat, legal)

    @property
    def waits_for_bot(self) -> bool:
        """Whether a bot's answer is awaited."""
        game = self.session.game
        pending = game.state.pending
        waits = pending[-1].waiting if pending else -1
        return not game.is_over and any(
            waits >> seat & 1 and not self.session.seat(seat).is_person for seat in game.to_move
        )

    @property
    def asks_in_private(self) -> SeatIx:
        """The seat whose question the room may not see, so that it needs the curtain; or none."""
        view = self.sight.view
        if not self.deciders or view.pending is not None:
            return NO_SEAT
        seat = self.deciders[0]
        puts_back = view.phase == "situation" and self.sight.hides_hand(seat)
        return seat if self.session.game.state.pending or puts_back else NO_SEAT

    def waits_for_curtain(self, slot: Slot) -> bool:
        """Whether a tile leads behind the curtain, whatever there is to choose there."""
        hidden = slot[0] == "order" and not self.sight.is_alone(self.viewer)
        return slot == HAND or hidden

    def words_in(self, language: str) -> Words:
        """The words of a language, made once for each text of the campaign."""
        campaign = self.session.campaign
        words = self._words.get(language)
        if words is None or words.campaign is not campaign:
            words = self._words[language] = Words(campaign, translator(language), language)
        return words

    def refusal(self, seat: SeatIx) -> Refusal:
        """Why a verb is not legal for a seat, in words."""
        open_slots = {(one.verb, one.card) for one in self.legal if one.seat == seat}

        def worded(verb: str, card: CardIx) -> str:
            if (verb, card) in open_slots:
                return ""
            return self.why_not(seat, verb, card) or self.sight.tr.gettext("Not possible now.")

        return worded

    def why_not(self, seat: SeatIx, verb: str, card: CardIx = NO_CARD, target: Ref = NO_REF) -> str:
        """Why a choice is not legal, in words; empty when it is."""
        reason = self.session.game.why_not(seat, verb, card, target)
        return "" if reason is None else reason_text(self.sight.words, reason)

    def odds(self, action: Action) -> OddsText | None:
        """The odds of an action that rolls, as its seat may know them."""
        odds = self.session.game.odds(action, action.seat)
        if odds is None:
            return None
        return odds_text(self.sight.words, odds, action)

    def why(self, subject: Subject) -> list[Cause]:
        """The events that made a number, as far as the viewers may know."""
        return causes_of(self.sight.words, self.journal, subject, self.sight.mask)

    def undo_reason(self) -> str:
        """Why the last choice cannot be taken back, in words; empty when it can."""
        tr = self.sight.tr
        if not self.deciders:
            return tr.gettext("It is not your turn.")
        if not self._was_theirs():
            # Nothing more is said: why it stays could tell what somebody else did in secret.
            return tr.gettext("The turn has passed on: what was done stays.")
        reason = self.session.undo_blocked()
        return "" if reason is None else reason_text(self.sight.words, reason)

    def _was_theirs(self) -> bool:
        """Whether the last choice of all was made by a seat that decides now."""
        for event in reversed(self.session.game.journal):
            if isinstance(event, ActionTaken):
                return event.action.seat in self.deciders
        return False

    def submit(self, action: Action) -> Turn:
        """Carry out a person's choice; `refresh` once the turn is ready."""
        return self.session.submit(action)

    def _deciders(self) -> tuple[SeatIx, ...]:
        session = self.session
        if self.is_held or self.is_covered or session.game.is_over:
            return ()
        mask = session.audience()
        pending = session.game.state.pending
        waits = pending[-1].waiting if pending else -1
        people = [
            seat
            for seat in session.game.to_move
            if session.seat(seat).is_person and (mask == 0 or mask >> seat & 1)
        ]
        return tuple(sorted(people, key=lambda seat: (not waits >> seat & 1, seat)))

    def _followed_log(self) -> Log:
        words, log = self.words_in(self.language), self._log
        if log is None or log.mask != self.viewers or log.words is not words:
            log = Log(words, self.viewers)
        log.update(self.journal)
        return log
