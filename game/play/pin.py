"""The facilitator's PIN: kept as a salted hash, so that a save does not tell it."""

from __future__ import annotations

import hashlib
import hmac
import os

_ROUNDS = 200_000
_SALT_BYTES = 16


def lock_pin(pin: str) -> str:
    """What is kept of a PIN: the salt and the hash, as text."""
    salt = os.urandom(_SALT_BYTES)
    return f"{salt.hex()}:{_hash(pin, salt).hex()}"


def opens(pin: str, kept: str) -> bool:
    """Whether a PIN is the one that was kept; False where none was."""
    salt, _, digest = kept.partition(":")
    try:
        return hmac.compare_digest(_hash(pin, bytes.fromhex(salt)), bytes.fromhex(digest))
    except ValueError:
        return False


def _hash(pin: str, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha256", pin.encode(), salt, _ROUNDS)
