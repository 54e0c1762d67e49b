"""The desks of these tests are made of the stories of the desk's own tests."""

import sys
from pathlib import Path

sys.path.append(str(next((Path(__file__).parents[2] / "desk").rglob("shelf.py")).parent))
