"""The browser of whoever started the server."""

import os
import sys
import webbrowser
from threading import Thread


def open_browser(address: str) -> None:
    """Opens this address in the browser, and waits for nothing. Where there is no screen it does nothing.

    Without a screen Python would take a browser for terminals, which would lie over what the server has to say.
    """
    if sys.platform.startswith("linux") and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))):
        return
    Thread(target=_open, args=[address], daemon=True).start()


def _open(address: str) -> None:
    try:
        webbrowser.open(address)
    except (OSError, webbrowser.Error):
        return  # the address was told; whoever has no browser here opens it elsewhere
