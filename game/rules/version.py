"""The version of the rules, kept in every saved sitting."""

RULES_VERSION = "2"
"""Raised by any change after which the same actions could lead to other events."""
