"""What is printed on a card: plain data, the same for every size a card is shown in.

Texts are whole sentences in the reader's language; words between double asterisks are bold. Empty
fields leave their place away.
"""

from dataclasses import dataclass
from typing import Literal

from game.ui.widgets.marks import Cost

AgreeState = Literal["agreed", "asked", "refused"]


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture row: a symbol id or a glyph name, what it is, and what it brings."""

    title: str
    detail: str = ""
    symbol: str = ""
    glyph: str = ""


@dataclass(frozen=True, slots=True)
class TestLine:
    """The test a card asks for: its odds ("4/6"), why, and what more may come of it."""

    __test__ = False

    odds: str
    why: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class CardOption:
    """One answer to an inject: its words and what it does."""

    label: str
    effect: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """A legal authority the card needs; `held` says whether somebody at the table has it."""

    word: str
    held: bool = True


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether a seat has agreed to a card: the seat's style id, the state, and its word."""

    seat: str
    state: AgreeState
    word: str


@dataclass(frozen=True, slots=True)
class CardFace:
    """Everything printed on one card.

    `reason` says why it cannot be played: the card is then grey and its foot shows a lock and the
    reason. `agreements` replace the foot with one chip a seat. `footer` is the foot's words, such
    as when the card starts; `play` the word on its button and `key` the key that presses it.
    `free` is the word shown where a price would be. `opens_word` names the last row, which is
    "Chain" on an inject.
    """

    title: str
    level: str
    rule: str
    level_word: str = ""
    cost: tuple[Cost, ...] = ()
    free: str = ""
    seats: tuple[str, ...] = ()
    starts: str = ""
    lasts: str = ""
    picture: Picture | None = None
    test: TestLine | None = None
    price: str = ""
    options: tuple[CardOption, ...] = ()
    question: str = ""
    authority: tuple[Authority, ...] = ()
    needs: str = ""
    opens: str = ""
    opens_word: str = ""
    source: str = ""
    odds: str = ""
    footer: str = ""
    play: str = ""
    key: str = ""
    agreements: tuple[Agreement, ...] = ()
    reason: str = ""
