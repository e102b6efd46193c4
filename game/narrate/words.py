"""Words: the names of everything in a campaign, in one reader's language."""

import re
from collections.abc import Sequence

from game.content.campaign import Campaign
from game.content.schema.words import TRACKS
from game.model.ids import SeatMask, seats_in
from game.narrate.language import Translator, mark
from game.rules.tables import Tables, tables_for

MINUS = "−"
_TWO_STOPS = re.compile(r"(?<!\.)\.(\*{0,2})\.(?!\.)")
_SILENT_H = ("hour", "honest")
_SAID_YOU = ("uas", "uni", "use", "usu", "eu", "one")
_LETTERS_AS_VOWELS = "AEFHILMNORSX"

TRACK_NAMES = {
    "harm": mark("Harm"),
    "border": mark("Border"),
    "cohesion": mark("Cohesion"),
    "legitimacy": mark("Legitimacy"),
    "fusion": mark("Fusion"),
    "sovereignty": mark("Sovereignty"),
    "resilience": mark("Resilience"),
    "cases": mark("Cases"),
    "consent": mark("Consent"),
}


def signed(number: int) -> str:
    """A change as people write it: `+1`, `−1`, `0`."""
    return f"+{number}" if number > 0 else plain(number)


def plain(number: int) -> str:
    """A number with a true minus sign."""
    return f"{MINUS}{-number}" if number < 0 else str(number)


def bold(text: str) -> str:
    """The same text in bold."""
    return f"**{text}**"


def sentence_case(text: str) -> str:
    """The same text with a capital at its start, bold or not."""
    start = len(text) - len(text.lstrip("*"))
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def one_stop(text: str) -> str:
    """The same text where an abbreviation that ends a sentence lends it its full stop.

    >>> one_stop("Capital de **EE. UU.**."), one_stop("and so on...")
    ('Capital de **EE. UU.**', 'and so on...')
    """
    return _TWO_STOPS.sub(r".\1", text) if ".." in text or ".**." in text else text


class Words:
    """Names and sentences of a campaign for one reader.

    `translator` words the interface; the author's own texts come from the campaign's locale files
    where they have the language, else in English. Nothing here knows a position.
    """

    def __init__(self, campaign: Campaign, translator: Translator, language: str = "en") -> None:
        self.campaign = campaign
        self.translator = translator
        self.language = language
        self.tables: Tables = tables_for(campaign)
        self._texts = campaign.locales.get(language, {})

    def say(self, template: str, /, **values: object) -> str:
        """A whole sentence or phrase of the interface, its placeholders filled."""
        return one_stop(self.translator.gettext(template).format(**values))

    def many(self, one: str, many: str, number: int, /, **values: object) -> str:
        """The same in singular or plural; `{number}` is the number."""
        template = self.translator.ngettext(one, many, number)
        return one_stop(template.format(number=plain(number), **values))

    def text(self, english: str) -> str:
        """A text that an author wrote, in the reader's language where it was translated."""
        return self._texts.get(english, english)

    def seat(self, seat: int) -> str:
        """A seat's name."""
        return self.text(self.campaign.seats[seat].name)

    def seats(self, mask: SeatMask) -> str:
        """The names of several seats: "United States and Mexico"."""
        return self.all_of([self.seat(one) for one in seats_in(mask, len(self.campaign.seats))])

    def area(self, area: int) -> str:
        """An area's name."""
        return self.text(self.campaign.areas[area].name)

    def route(self, route: int) -> str:
        """A route's name; one without a name is called after its id."""
        spec = self.campaign.routes[route]
        return self.text(spec.name) if spec.name else spec.id.replace("-", " ").capitalize()

    def card(self, card: int) -> str:
        """A card's title."""
        return self.text(self.campaign.cards[card].title)

    def inject(self, inject: int) -> str:
        """An inject's title."""
        return self.text(self.campaign.injects[inject].title)

    def kind(self, kind: int) -> str:
        """What one piece of a kind is called."""
        return self.text(self.campaign.kinds[kind].name)

    def kinds(self, kind: int) -> str:
        """What several pieces of a kind are called."""
        return self.text(self.campaign.kinds[kind].plural)

    def piece(self, piece: int) -> str:
        """What a piece is called."""
        return self.kind(self.tables.piece_kind[piece])

    def track(self, track: int) -> str:
        """A track's name."""
        return self.say(TRACK_NAMES[TRACKS[track]])

    def one(self, name: str) -> str:
        """A bold name with its article in English, alone in languages with genders."""
        return f"{article(name)} {bold(name)}" if self.language == "en" else bold(name)

    def the(self, name: str) -> str:
        """A bold name after "the" in English, alone in languages with genders."""
        return f"the {bold(name)}" if self.language == "en" else bold(name)

    def all_of(self, names: Sequence[str]) -> str:
        """Names joined as in "A, B and C"."""
        if len(names) < 2:
            return "".join(names)
        return self.say("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])

    def any_of(self, names: Sequence[str]) -> str:
        """Names joined as in "A, B or C"."""
        if len(names) < 2:
            return "".join(names)
        return self.say("{names} or {last}", names=", ".join(names[:-1]), last=names[-1])


def article(name: str) -> str:
    """The English article of a name, by how it is said.

    >>> article("Border team"), article("Advisor"), article("UAS orbit"), article("EW package")
    ('a', 'an', 'a', 'an')
    """
    word = name.split()[0] if name.split() else name
    low = word.lower()
    if low.startswith(_SAID_YOU):
        return "a"
    if len(word) in (2, 3) and word.isupper():
        return "an" if word[0] in _LETTERS_AS_VOWELS else "a"
    return "an" if low[:1] in "aeiou" or low.startswith(_SILENT_H) else "a"
