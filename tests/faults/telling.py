"""What a child process tells its parent before and after each deed, and what may therefore stand on the disk."""

from collections.abc import Iterable, Mapping
from multiprocessing.connection import Connection
from typing import TypeAlias

from tests.faults.facts import Facts, Subject

Message: TypeAlias = "tuple[bool, Facts]"
"""Whether the deed is done (acknowledged), and the facts it makes."""


class Teller:
    """The child's end of the pipe."""

    def __init__(self, pipe: "Connection") -> None:
        self._pipe = pipe

    def doing(self, facts: Mapping[Subject, object]) -> None:
        """Say what the next call will make."""
        self._pipe.send((False, dict(facts)))

    def done(self, facts: Mapping[Subject, object]) -> None:
        """Acknowledge: the call returned, from now on this must not be lost."""
        self._pipe.send((True, dict(facts)))


def allowed(messages: Iterable[Message]) -> dict[Subject, list[object]]:
    """For each subject what may stand there: what was acknowledged last, and whatever was begun after that.

    What was begun after it may have been told before it: who types does not wait for the writer.
    """
    may: dict[Subject, list[object]] = {}
    for is_done, facts in messages:
        for subject, value in facts.items():
            begun = may.get(subject, [])
            if is_done:
                may[subject] = begun[begun.index(value) :] if value in begun else [value]
            elif subject in may:
                begun.append(value)
    return may
