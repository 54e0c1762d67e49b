"""What an incident is made of: the events of several reports that are one."""

from typing import NamedTuple

from dateline.merging.reports.report import Happening, Report

__all__ = ["Part"]


class Part(NamedTuple):
    """One report's telling of an incident."""

    report: Report
    happening: Happening
    copy_of: str | None = None
    """The article that this report copies, where it does."""
    source: str = ""
    """One name for all reports that go back to one source: how many differ is how many are independent."""
