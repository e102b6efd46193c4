"""What stands in the dark head of the preview: its pages, the languages, and what is being done."""

from collections.abc import Callable, Mapping

import pygame

from game.narrate.language import Translator
from game.ui.kit import Kit
from game.ui.widgets.button import Button
from game.ui.widgets.choice import Option, Segmented

TABS = ("map", "cards", "injects", "seats", "guide")


class HeadChoice(Segmented):
    """A row of options on the dark chrome: an edge of light sets it off from the ground."""

    def draw(self, surface: pygame.Surface, kit: Kit) -> None:
        """Draw the row and its edge."""
        super().draw(surface, kit)
        edge = self.rect.inflate(kit.px(2), kit.px(2))
        kit.paint.box(surface, edge, None, 8, kit.theme.on2, 1.6)


def tab_choice(tr: Translator, chosen: str, on_choose: Callable[[str], None]) -> HeadChoice:
    """The choice of a page."""
    names = {
        "map": tr.gettext("Map"),
        "cards": tr.gettext("Cards"),
        "injects": tr.gettext("Injects"),
        "seats": tr.gettext("Seats"),
        "guide": tr.gettext("Guide"),
    }
    options = [Option(tab, names[tab]) for tab in TABS]
    choice = HeadChoice(options, chosen, on_choose, checks=False)
    choice.name = "tabs"
    return choice


def language_choice(
    languages: Mapping[str, str], chosen: str, on_choose: Callable[[str], None]
) -> HeadChoice:
    """The choice of the language in which the campaign's texts are shown."""
    options = [Option(code, name) for code, name in languages.items()]
    choice = HeadChoice(options, chosen, on_choose, checks=False)
    choice.name = "languages"
    return choice


def remark_button(tr: Translator, count: int, on_use: Callable[[], None]) -> Button:
    """How many warnings and pieces of advice there are; opens them."""
    label = tr.ngettext("{number} remark", "{number} remarks", count).format(number=count)
    button = Button(label, on_use, kind="dark", glyph="warning", key="W")
    button.name = "remarks"
    return button


def untranslated(tr: Translator, count: int) -> str:
    """How many texts the language that is shown does not have."""
    said = tr.ngettext(
        "{number} text is not translated and shows in English.",
        "{number} texts are not translated and show in English.",
        count,
    )
    return said.format(number=count)


def trouble(tr: Translator, count: int, *, has_picture: bool) -> str:
    """The heading above what stands against the text as it was saved last."""
    if has_picture:
        said = tr.ngettext(
            "The last save cannot be read: {number} mistake. The picture is as before.",
            "The last save cannot be read: {number} mistakes. The picture is as before.",
            count,
        )
    else:
        said = tr.ngettext(
            "This campaign cannot be shown yet: {number} mistake.",
            "This campaign cannot be shown yet: {number} mistakes.",
            count,
        )
    return said.format(number=count)
