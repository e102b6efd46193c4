"""The version of the rules, kept in every saved sitting."""

RULES_VERSION = "1"
"""Raised by any change after which the same actions could lead to other events."""
