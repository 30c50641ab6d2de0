"""A row's seal: a short hash of what stands in it. SQLite does not notice a flipped byte inside a text; this does."""

_LENGTH = 16


def seal(*values: str | int) -> str:
    """The seal of a row's values in their order; half a surrogate pair, which a damaged text may hold, included."""
    import json
    from hashlib import sha256  # loads OpenSSL, which the first paint of the window does without

    written = json.dumps(values, separators=(",", ":"), default=repr)  # a damaged column may hold bytes
    return sha256(written.encode("ascii")).hexdigest()[:_LENGTH]
