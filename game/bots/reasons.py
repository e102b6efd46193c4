"""Reasons of bots that no campaign words: whole sentences, translated where they are shown."""

from game.narrate.language import mark

AGREES = mark("Nothing in its instructions speaks against it.")
REFUSES = mark("Refuses, as its instructions say for times like these.")
SHARE_TOO_HIGH = mark("Refuses: the share asked is more than it gives to a partner's Govern.")
LOWERS_CONSENT = mark("Lowers Consent, as its instructions say for times like these.")
PROSECUTES = mark("Prosecutes: what is out of the game cannot be rebuilt.")
SENDS_HOME = mark("Sends home the unit that stops least.")
BANKS = mark("Banks what it does not keep for next quarter.")
BANKS_ALL = mark("Banks all it can: no quarter follows.")
LOOKED_AHEAD = mark("Chosen by trying it on positions that agree with what the seat knows.")
