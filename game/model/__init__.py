"""The position and the words for it: plain data that knows no rule and no campaign."""
