"""Bytes that only a password opens: scrypt makes the key, AES-256-GCM encrypts and notices every change."""

import os
import unicodedata
from dataclasses import dataclass

from models.errors import UserError

CIPHER = "scrypt+AES-256-GCM"
COST = 2**16
"""scrypt's n: with r = 8 a try takes 64 MB and some tenths of a second, for a thief as for the clerk."""
_R, _P = 8, 1
_LEAST_COST, _MOST_MEMORY = 2**10, 256 * 2**20
_SALT, _NONCE, _KEY, _TAG = 16, 12, 32, 16


class WrongPasswordError(UserError):
    """The password does not open it, or something was changed on purpose."""

    def __init__(self) -> None:
        super().__init__(
            "密码不对，或文件已被改动，什么也没有放进来；请核对密码（注意大小写和输入法）后再试。"
        )


@dataclass(frozen=True, slots=True)
class Lock:
    """How a key is made from a password, and what begins the encryption. Nothing in it is secret."""

    salt: bytes
    nonce: bytes
    n: int
    r: int = _R
    p: int = _P

    @property
    def is_sane(self) -> bool:
        """Whether opening takes a bearable time and memory: the numbers come from a file that anybody may have made."""
        is_power = self.n >= _LEAST_COST and self.n & (self.n - 1) == 0
        is_small = 1 <= self.r <= 32 and 1 <= self.p <= 4 and 128 * self.n * self.r <= _MOST_MEMORY
        return is_power and is_small and len(self.salt) == _SALT and len(self.nonce) == _NONCE


def new_lock(cost: int = 0) -> Lock:
    """A lock for one use: the same password never gives the same key twice. `cost` is scrypt's n, 0 for the usual."""
    return Lock(os.urandom(_SALT), os.urandom(_NONCE), cost or COST)


def sealed(content: bytes, password: str, lock: Lock, header: bytes) -> bytes:
    """The encrypted content; `header` is not in it, but it opens only beside the same header."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # loads OpenSSL

    return AESGCM(_key(password, lock)).encrypt(lock.nonce, content, header)


def opened(content: bytes, password: str, lock: Lock, header: bytes) -> bytes:
    """What was sealed; raises WrongPasswordError."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not password or len(content) < _TAG:
        raise WrongPasswordError
    try:
        return AESGCM(_key(password, lock)).decrypt(lock.nonce, content, header)
    except InvalidTag as error:
        raise WrongPasswordError from error


def _key(password: str, lock: Lock) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    # The same characters typed on another system may be composed of other code points.
    typed = unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
    return Scrypt(salt=lock.salt, length=_KEY, n=lock.n, r=lock.r, p=lock.p).derive(typed)
