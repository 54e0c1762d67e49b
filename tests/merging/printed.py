"""Reports made of printed words: what merging knows of an article by its text, with nothing read and nothing stored.

`from merging.printed import printed`. Names are made with `merging.reported` (`person`, `organisation`, `place`).
"""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from dateline.merging.copies.signatures import signature_of
from dateline.merging.reports.outlining import outline_of
from dateline.merging.reports.report import Named, Report
from dateline.merging.words import terms


def printed(
    article: str,
    body: str,
    headline: str | None = None,
    published: str | None = None,
    names: Iterable[Named] = (),
    **fields: Any,
) -> Report:
    """An article of this body: `printed("a1", "A ferry sank ...", "Ferry sinks", "2024-05-03", [place("Lund")])`;
    `outlet`, `agencies`, `location`, `status`, `updated` and all other fields of Report go by name.
    """
    named = tuple(replace(name, fact=f"{article}:n{at}") for at, name in enumerate(names))
    words = terms(f"{headline or ''}\n{body}", "en", 60)
    return Report(
        article=article, version="1", language="en", published=published, dated=published, headline=headline,
        opening=body.split(". ")[0].rstrip(".") + ".", length=len(body.split()), terms=words, names=named,
        outline=outline_of(headline, body, "en", named, words, published), signature=signature_of(body), **fields,
    )  # fmt: skip
