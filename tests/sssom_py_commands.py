"""Run by the Python that has sssom-py: validate each file, and parse it to the folder named first.

One process for all of them: what sssom-py makes of its schema at first takes most of the time.
"""

import sys
from pathlib import Path

from sssom.cli import main  # type: ignore[import-not-found,unused-ignore]

folder, *files = map(Path, sys.argv[1:])
for file in files:
    main(["validate", str(file)], standalone_mode=False)
    main(["parse", str(file), "-o", str(folder / file.name)], standalone_mode=False)
