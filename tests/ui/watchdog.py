"""Sees how long the window's thread stays away from its event loop, and what it was doing then.

Counted is what a clerk would wait for on a quiet machine: processor time the thread used itself, and time in which it
slept while nothing of this program could have run. A machine that is busy with other things makes no stall: it also
makes each second on the processor do less, which `measure_pace` finds out by doing the same small thing all the time.
"""

import faulthandler
import re
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

MOST_S = 0.1
"""Longer than this is noticed by who types."""
STAMP_EVERY_MS, LOOK_EVERY_S = 10, 0.02
_WORTH_KEEPING_S = 0.02
_SMALL_THING, _USUALLY_S = 100_000, 0.0025
"""So many turns of an empty loop, and how long they take where nothing else is going on."""
_TASKS = Path("/proc/self/task")
_FRAME = re.compile(r'  File "(.+)", line (\d+) in (.+)')
_ROOT = f"{Path(__file__).resolve().parents[2]}/"


@dataclass(frozen=True, slots=True)
class Stall:
    """Seconds away from the event loop: on the processor, waiting, by the clock; `stacks` from the outermost frame of
    ours to the innermost, with how often each was seen."""

    step: str
    used: float
    waited: float
    lasted: float
    stacks: tuple[tuple[int, str], ...] = ()

    pace: float = 1.0

    @property
    def counted(self) -> float:
        """What is held against the program."""
        return self.used / self.pace + self.waited

    def __str__(self) -> str:
        head = (
            f"{self.step}: {self.counted * 1000:.0f} ms counted ({self.used * 1000:.0f} used at a pace of "
            f"{self.pace:.1f}, {self.waited * 1000:.0f} waited, {self.lasted * 1000:.0f} by the clock)"
        )
        return "\n".join((head, *(f"  {times} × {stack}" for times, stack in self.stacks)))


class Watchdog(QObject):
    """Watches the thread it was made on, from `begin` to `end`. `step` names what is being done at the moment.

    Keeping stacks means to read another thread's frames, which is for looking into stalls and not for every day.
    """

    def __init__(self, *, keeps_stacks: bool = True) -> None:
        super().__init__()
        self._keeps_stacks = keeps_stacks
        self.step = ""
        self._away: list[Stall] = []
        self._paces: list[float] = []
        self._thread = threading.get_ident()
        self._task = threading.get_native_id()
        self._clock = time.pthread_getcpuclockid(self._thread)
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._seen: dict[str, int] = {}
        self._waited = 0.0
        self._used_at = self._at = 0.0
        self._dump = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as it watches
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(STAMP_EVERY_MS)
        self._timer.timeout.connect(self.stamp)
        self._watcher = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def begin(self) -> None:
        """Watch from now on."""
        self.stamp()
        self._away.clear()
        self._timer.start()
        self._watcher.start()

    def end(self) -> None:
        """Watch no more."""
        self._timer.stop()
        self._over.set()
        self._watcher.join()
        self._dump.close()

    def stamp(self) -> None:
        """The thread is back in its event loop."""
        now, used_now = time.monotonic(), time.clock_gettime(self._clock)
        with self._lock:
            used, lasted = used_now - self._used_at, now - self._at
            stacks = tuple((times, stack) for stack, times in self._seen.items())
            stall = Stall(self.step, used, self._waited, lasted, stacks)
            self._seen, self._waited = {}, 0.0
            self._used_at, self._at = used_now, now
        if used + stall.waited > _WORTH_KEEPING_S:
            self._away.append(stall)

    def measure_pace(self) -> None:
        """Do a small thing, and see how long it takes; the thread is as if it came from the event loop afterwards."""
        begun = time.thread_time()
        for _ in range(_SMALL_THING):
            pass
        self._paces.append((time.thread_time() - begun) / _USUALLY_S)
        self.stamp()

    @property
    def pace(self) -> float:
        """How many times as long as on a quiet machine things take; never less than 1."""
        return max(1.0, statistics.median(self._paces)) if self._paces else 1.0

    @property
    def stalls(self) -> tuple[Stall, ...]:
        """Whenever the thread stayed away longer than a clerk bears."""
        found = (replace(one, pace=self.pace) for one in self._away)
        return tuple(one for one in found if one.counted > MOST_S)

    @property
    def longest(self) -> dict[str, float]:
        """The longest time away in each step."""
        found: dict[str, float] = {}
        for one in self._away:
            counted = replace(one, pace=self.pace).counted
            found[one.step] = max(found.get(one.step, 0.0), counted)
        return found

    def _watch(self) -> None:
        spent, before = time.process_time(), ""
        while not self._over.wait(LOOK_EVERY_S):
            spent_before, spent = spent, time.process_time()
            with self._lock:
                if time.monotonic() - self._at < 2 * STAMP_EVERY_MS / 1000:
                    before = ""
                    continue
                before = self._note(before, spent - spent_before)

    def _note(self, before: str, spent: float) -> str:
        """Remember where the thread is; it waits if it has been asleep at one place for two looks."""
        frames = self._frames() if self._keeps_stacks else ["away"]
        if stack := " > ".join(_ours(frames)):
            self._seen[stack] = self._seen.get(stack, 0) + 1
        place, states = "\n".join(frames), dict(_states())
        if place == before and states.get(self._task, "R") in "SD":
            can_run = any(state == "R" for task, state in states.items() if task != threading.get_native_id())
            self._waited += min(LOOK_EVERY_S, spent) if can_run else LOOK_EVERY_S
        return place

    def _frames(self) -> list[str]:
        """The thread's frames in words, the innermost first.

        Python's own frame objects would keep a painter alive that stands in one of them, and Qt would crash.
        """
        self._dump.seek(0)
        self._dump.truncate()
        faulthandler.dump_traceback(self._dump, all_threads=True)
        self._dump.seek(0)
        threads = self._dump.read().decode(errors="replace").split("\n\n")
        mark = f"0x{self._thread:016x}"
        return next((one.splitlines()[1:] for one in threads if mark in one.partition("\n")[0]), [])


def _ours(frames: list[str]) -> Iterator[str]:
    """From outside to inside: frames of the program, and the innermost whatever it is."""
    for number, frame in reversed(list(enumerate(frames))):
        found = _FRAME.match(frame)
        if found is None:
            continue
        file, line, name = found.groups()
        inside = file.removeprefix(_ROOT)
        if number == 0 or (inside != file and not inside.startswith((".venv", "tests", "benchmarks"))):
            yield f"{inside}:{line} {name}"


def _states() -> Iterator[tuple[int, str]]:
    """Whether each thread of this process runs (R), sleeps (S) or waits for the disk (D); Linux only."""
    for task in _TASKS.glob("*/stat"):
        try:
            yield int(task.parent.name), task.read_text().rpartition(") ")[2][0]
        except (OSError, IndexError):
            continue
