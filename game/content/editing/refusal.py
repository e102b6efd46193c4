"""What cannot be done for an author, said as a sentence."""

from game.content.problems import Sentence, say


class Refused(Exception):
    """Something asked for cannot be done; `says` tells why. Nothing was changed."""

    def __init__(self, template: str, /, **values: object) -> None:
        self.says: Sentence = say(template, **values)
        super().__init__(self.says.text())
