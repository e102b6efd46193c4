"""The sitting behind the screens: what may be shown now, who decides, and what they may do.

Everything that a screen draws of a running game goes through here. Nothing is shown of a seat
that waits behind its curtain, and nothing of a decision before it is safe on the disk.
"""

from game.model.actions import Action
from game.model.events import ActionTaken
from game.model.ids import NO_CARD, NO_REF, NO_SEAT, CardIx, Ref, SeatIx
from game.narrate.choices.odds import OddsText, odds_text
from game.narrate.choices.prompts import Prompt, prompt, waiting
from game.narrate.choices.reasons import reason_text
from game.narrate.language import translator
from game.narrate.line import Line
from game.narrate.log import Log
from game.narrate.why import Cause
from game.narrate.words import Words
from game.play.session import Session, Turn
from game.ui.present.sight import Sight, redacted
from game.ui.present.subjects import Subject
from game.ui.present.tray import Refusal
from game.ui.present.why import causes_of


class Sitting:
    """A session as its screens see it. `refresh` must follow every change."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._words: dict[str, Words] = {}
        self._log: Log | None = None
        self.refresh()

    def refresh(self) -> None:
        """Look again: at what may be shown, at who decides, and at what they may do."""
        session = self.session
        mask = session.audience()
        words = self.words_in(self.language)
        self._follow_log(words)
        view = session.game.view_for(mask)
        self.sight = Sight(session.campaign, view, redacted(session.game.journal, mask), words)
        self.deciders = self._deciders()
        self.legal: tuple[Action, ...] = tuple(
            action for seat in self.deciders for action in session.game.legal_actions(seat)
        )

    @property
    def language(self) -> str:
        """The language of whoever reads the screen now."""
        reader = self.session.reader()
        return reader.language if reader is not None else "en"

    @property
    def text_size(self) -> int | None:
        """The text size of whoever reads the screen now, in percent; None for the user's own."""
        reader = self.session.reader()
        return reader.text_size if reader is not None else None

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
        return prompt(sight.words, sight.view, seat, self.session.game.legal_actions(seat))

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
        if not self.deciders or self.sight.view.pending is not None:
            return NO_SEAT
        return self.deciders[0] if self.session.game.state.pending else NO_SEAT

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
        game = self.session.game
        return causes_of(self.sight.words, game.journal, subject, self.sight.mask)

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
        if session.needs_curtain() is not None or session.game.is_over:
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

    def _follow_log(self, words: Words) -> None:
        mask = self.session.audience()
        if self._log is None or self._log.mask != mask or self._log.words is not words:
            self._log = Log(words, mask)
        self._log.update(self.session.game.journal)
