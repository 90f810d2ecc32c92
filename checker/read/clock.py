"""Give up a file that takes too long to read.

A hostile page or PDF can keep a parser busy for hours.  On the main thread of a POSIX system an
alarm interrupts it; elsewhere (Windows, a thread of a caller) the size limits alone protect.
The exception is no `Exception`, so that no parser's ``except Exception`` can swallow it, and the
alarm rings again each second in case one does.

Floor 3 (read).
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TimeUp(BaseException):
    """The time for one file is over."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `TimeUp` in the block once it has run for so many seconds; 0 for no limit."""
    usable = hasattr(signal, "setitimer") and (
        threading.current_thread() is threading.main_thread()
    )
    if seconds <= 0 or not usable:
        yield
        return

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise TimeUp

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
