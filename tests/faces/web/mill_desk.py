"""A desk of a few invented reports, put together by hand: three of one blast, one a copy; a second blast; a march."""

import sys
from pathlib import Path

# The desk's own tests have the stories.
sys.path.append(str(next((Path(__file__).parents[2] / "desk").rglob("put_together.py")).parent))

from put_together import newsdesk


def mill_desk(folder: Path) -> Path:
    """The desk, in this folder; its incidents are incident-mill, incident-second and incident-march."""
    newsdesk(folder).close()
    return folder / "news.db"
