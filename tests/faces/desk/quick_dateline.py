"""The command `dateline` with reading that takes no models and no time; `quick_reading` says what its lines do."""

import sys
from pathlib import Path

sys.path.append(str(next((Path(__file__).parents[2] / "desk").rglob("quick_reading.py")).parent))

from quick_reading import QuickRead

from dateline.desk.ingesting import work
from dateline.faces.cli import main

if __name__ == "__main__":
    work.ReadIntoRows = QuickRead  # type: ignore[misc]
    main()
