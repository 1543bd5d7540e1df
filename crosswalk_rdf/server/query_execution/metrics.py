"""Counts that a pool of workers keeps."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolMetrics:
    """A snapshot of the counts; those in the past tense since the pool was started."""

    workers: int
    """Processes that are idle or busy."""
    running: int
    waiting: int
    answered: int
    """Requests with an answer; those with an error are not among them."""
    limited: Mapping[str, int]
    """Requests that reached a limit, by its name: time, memory, rows, size."""
    rejected: int
    """Requests that found too many waiting, or waited too long."""
    workers_replaced: int
    """Workers that took the place of one that was killed, failed or worn."""
    fork_servers_restarted: int
    """How often the process that holds the data was lost."""
