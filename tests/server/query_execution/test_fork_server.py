"""The end of the process that forks workers."""

import signal
import socket

from crosswalk_rdf.server.query_execution.fork_server import ForkServer


def test_no_signal_wakes_what_has_ended() -> None:
    """Else each worker that is killed at the end writes a remark of Python's into the log."""
    ours, theirs = socket.socketpair()
    ours.close()
    before, handler = signal.set_wakeup_fd(-1), signal.getsignal(signal.SIGCHLD)
    try:
        with theirs:
            ForkServer(theirs, lambda _: None).run()
        assert signal.set_wakeup_fd(-1) == -1
    finally:
        signal.signal(signal.SIGCHLD, handler)
        signal.set_wakeup_fd(before)
