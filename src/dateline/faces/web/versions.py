"""Which version of Dateline serves."""

from importlib.metadata import PackageNotFoundError, version


def own_version() -> str:
    """The version that is installed; "unknown" in a checkout that is not."""
    try:
        return version("dateline")
    except PackageNotFoundError:
        return "unknown"
