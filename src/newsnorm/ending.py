"""Ending orderly: a signal to end becomes an exception, so that temporary files are gone before the process is.

Such an exception is raised wherever the program happens to be, and there are places that pass none on: a finalizer, a
callback of a weak reference, as the import system has them. Python says there that it ignored one, and goes on. An
order to end is not to be lost so: the signal is sent once more, a moment later.

An interrupt that was answered for is to be forgotten, too. Python remembers one that came out of code compiled from a
string, as `dataclass` and `namedtuple` do while a module is imported; and ``python -m`` dies of it in the end, whatever
status was to be returned.
"""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["ending_orderly"]

# Seconds until a lost signal is sent again: by then what lost it is over.
SOON = 0.05


@contextmanager
def ending_orderly() -> Iterator[None]:
    """Let SIGTERM and SIGHUP raise `SystemExit` as Ctrl-C raises `KeyboardInterrupt`, and let none of them get lost.

    Signals that the program around has a handler for stay its own, and outside the main thread nothing is done at all.

    >>> with ending_orderly():
    ...     signal.raise_signal(signal.SIGTERM)
    Traceback (most recent call last):
    SystemExit: 143

    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    ends = [signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
    ours = [number for number in ends if signal.getsignal(number) == signal.SIG_DFL]
    hook, timers = sys.unraisablehook, list[threading.Timer]()
    waiting: set[signal.Signals] = set()

    def send(number: signal.Signals) -> None:
        waiting.discard(number)
        _send(number)

    def send_again(lost: Any) -> None:
        number = _signal_of(lost.exc_value, ours)
        if number is None:
            hook(lost)
        elif number not in waiting:  # an order that is lost in two places at once is one order
            waiting.add(number)
            timers.append(threading.Timer(SOON, send, [number]))
            timers[-1].daemon = True
            timers[-1].start()

    for number in ours:
        signal.signal(number, _end)
    sys.unraisablehook = send_again
    try:
        yield
    finally:
        sys.unraisablehook = hook
        _call_off(timers, [signal.SIGINT, *ours])
        for number in ours:
            signal.signal(number, signal.SIG_DFL)
    exec("")  # makes Python forget an interrupt that somebody has caught since: see above


def _call_off(timers: Sequence[threading.Timer], numbers: Sequence[signal.Signals]) -> None:
    """See to it that no signal that was to be sent again comes late, when nobody heeds it any more."""
    if not timers:
        return
    known = [number for number in numbers if signal.getsignal(number) is not None]  # else it can't be put back
    kept = [(number, signal.signal(number, signal.SIG_IGN)) for number in known]
    for timer in timers:
        timer.cancel()
        timer.join()
    for number, handler in kept:
        signal.signal(number, handler)


def _end(number: int, frame: object) -> None:
    raise SystemExit(128 + number)


def _signal_of(lost: BaseException | None, ours: list[signal.Signals]) -> signal.Signals | None:
    """Return the signal that raised `lost`, if one did."""
    if isinstance(lost, KeyboardInterrupt):
        return signal.SIGINT
    if isinstance(lost, SystemExit):
        return next((number for number in ours if lost.code == 128 + number), None)
    return None


def _send(number: signal.Signals) -> None:
    """Send this process the signal so that its main thread wakes, even from a read that waits."""
    if hasattr(signal, "pthread_kill"):
        main = threading.main_thread().ident
        assert main is not None  # it runs, or this would not
        signal.pthread_kill(main, number)
    else:
        signal.raise_signal(number)
