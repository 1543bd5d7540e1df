"""What a pool of workers does, in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolMetrics:
    """Counts as they are at one moment; those in the past tense since the pool was started."""

    workers: int
    """Processes that are ready or at work."""
    running: int
    waiting: int
    answered: int
    """Requests with an answer; those with an error are not among them."""
    limited: Mapping[str, int]
    """Requests that came to a limit, by its name: time, memory, rows, size."""
    turned_away: int
    """Requests that found too many waiting, or waited too long."""
    started_again: int
    """Workers that took the place of one that was killed, failed or worn."""
    hosts_started_again: int
    """How often the process that holds the data was lost."""
