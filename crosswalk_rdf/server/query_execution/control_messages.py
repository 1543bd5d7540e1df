"""Messages between the service and the fork server: three numbers each."""

import struct
from typing import Final

ORDER: Final = struct.Struct("!Bqi")
"""What is said, the number of a worker, and the status that it ended with."""

FORK: Final = 1
"""To the fork server: fork a worker; its end of a connection comes with it."""
KILL: Final = 2
"""To the fork server: kill a worker, if it lives."""
READY: Final = 3
"""From the fork server: the data are loaded."""
ENDED: Final = 4
"""From the fork server: a worker has ended."""

OUT_OF_MEMORY: Final = 70
"""The status with which a worker ends that has no memory left to say so."""
