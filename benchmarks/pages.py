"""Milliseconds a web page: from HTML to an article, beside trafilatura's body alone, in turns over the same pages.

    python benchmarks/pages.py PATH            a folder of .html files, or rows of JSON (.jsonl, .jsonl.gz) with "text"

Dateline reads what the page says of its story, its pictures and its notes as well; the ratio is to stay below 1.5.
"""

import argparse
import gzip
import json
import logging
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from trafilatura import bare_extraction

from dateline.model import Page
from dateline.reading import read_page


def contents(path: Path) -> Iterator[str]:
    """The HTML of each page."""
    if path.is_dir():
        yield from (file.read_text("utf-8", "replace") for file in sorted(path.rglob("*.html")))
        return
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as rows:
        yield from (json.loads(row)["text"] for row in rows)


def milliseconds(work: Callable[[str], object], content: str) -> float:
    """How long the work on this page takes."""
    start = perf_counter()
    work(content)
    return (perf_counter() - start) * 1000


def read(content: str) -> object:
    """The page as Dateline reads it."""
    return list(read_page(Page(id="", location="", media_type="text/html", content=content)))


def extract(content: str) -> object:
    """The page's body as trafilatura finds it."""
    return bare_extraction(content, include_comments=False, include_tables=False)


def main() -> None:
    """Print the medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    path = parser.parse_args().path
    pages = list(contents(path))
    if not pages:
        parser.error(f"no page is in {path}; give a folder of .html files, or rows with the HTML as text (.jsonl, .gz)")
    for content in pages[:3]:  # what is loaded once is no page's cost
        read(content), extract(content)
    times = [(milliseconds(extract, content), milliseconds(read, content)) for content in pages]
    theirs, ours = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"{len(pages)} pages: dateline {ours:.1f} ms, trafilatura {theirs:.1f} ms, ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
