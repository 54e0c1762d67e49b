"""What `fuzz.py` starts from: the project's own documents, small ones made here, and words of all formats."""

import gzip
import io
import json
import re
import runpy
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

LEAD = "The ferry across the river will run again from Monday, the town hall said on Tuesday, March 5."
MORE = "It carries forty cars and has stood still since an accident in the autumn, when its engine failed."
STORY = f"FARO, Portugal, March 5 (RVN) - {LEAD}\n\n{MORE}\n\n(Reporting by Ana Luz; Editing by Rui Paz)"
PARAGRAPHS = f"<p>{LEAD}</p><p>{MORE}</p>"

G2 = f"""<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>
<newsItem guid="urn:f1" version="3" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider literal="RVN"/>
<versionCreated>2024-03-05T11:15:00+01:00</versionCreated><embargoed>2024-03-06T06:00:00Z</embargoed>
<pubStatus qcode="stat:usable"/><edNote>Adds price</edNote></itemMeta><contentMeta><located><name>Faro</name></located>
<keyword>ferry</keyword><headline>Ferry runs again</headline><dateline>FARO, March 5</dateline><by>By Ana Luz</by>
</contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html><body>{PARAGRAPHS}</body></html>
</inlineXML></contentSet></newsItem><packageItem guid="urn:p1"/></itemSet></newsMessage>"""
NEWSML = f"""<?xml version="1.0"?><NewsML Version="1.2"><NewsItem xml:lang="en"><Identification><NewsIdentifier>
<NewsItemId>f1</NewsItemId><RevisionId Update="A">2</RevisionId></NewsIdentifier></Identification><NewsManagement>
<FirstCreated>20240305T101500+0100</FirstCreated><Status FormalName="Embargoed"/><StatusWillChange><FutureStatus
FormalName="Usable"/><DateAndTime>20240306T060000Z</DateAndTime></StatusWillChange></NewsManagement><NewsComponent>
<NewsLines><HeadLine>Ferry runs again</HeadLine><ByLine>By Ana Luz</ByLine><DateLine>FARO, March 5</DateLine>
<KeywordLine>ferry, river</KeywordLine></NewsLines><ContentItem><MediaType FormalName="Text"/>
<DataContent>{PARAGRAPHS}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""
NITF = f"""<?xml version="1.0"?><nitf xml:lang="en"><head><docdata management-status="usable"><doc-id id-string="f1"/>
<date.issue norm="20240305T101500+0100"/><ed-msg info="Adds price"/><du-key version="2"/><key-list><keyword key="a"/>
</key-list></docdata><revision-history norm="20240305T103000Z"/></head><body><body.head><hedline><hl1>Ferry runs</hl1>
<hl2>Town pays</hl2></hedline><byline>By <person>Ana Luz</person></byline><dateline>FARO, <story.date norm="20240305"/>
</dateline></body.head><body.content><block>{PARAGRAPHS}</block><media media-type="image"><media-caption>Ferry
</media-caption><media-producer>Rui Paz</media-producer></media><ul><li>Two euros.</li></ul>
</body.content></body></nitf>"""
NINJS = {
    "uri": "urn:f1",
    "type": "text",
    "version": "2",
    "versioncreated": "2024-03-05T10:30:00Z",
    "embargoed": "2024-03-06T06:00:00Z",
    "pubstatus": "usable",
    "language": "en",
    "headline": "Ferry runs again",
    "headlines": [{"role": "main", "value": "Ferry runs again"}],
    "byline": "By Ana Luz",
    "infosource": [{"name": "River News"}],
    "subject": [{"name": "ferries"}],
    "body_text": STORY,
    "body_html": PARAGRAPHS,
    "bodies": [{"role": "main", "contenttype": "text/html", "value": PARAGRAPHS}],
    "associations": {"main": {"type": "picture", "description_text": "The ferry", "byline": "Rui Paz"}},
}
ROW = {"id": "f1", "text": STORY, "published": "2024-03-05", "outlet": "River News", "headline": "Ferry runs again"}
HTML = f"""<html lang="en"><head><title>Ferry runs again - River News</title><meta name="author" content="Ana Luz">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Ferry runs again", "author": ["Ana Luz"],
"datePublished": "2024-03-05T10:30:00Z"}}</script></head><body><article><h1>Ferry runs again</h1><time
datetime="2024-03-05">5 March 2024</time>{PARAGRAPHS}<p>{MORE} {LEAD}</p></article></body></html>"""
DATES = """2024-03-05T10:30:00+01:00\n20240305\n1709634600\nTue, 05 Mar 2024 14:05:00 +0100\n5. März 2024, 14:05 Uhr
Mar 5, 2024 at 2:05 p.m. EST\n2024年3月5日 14時05分\n/2024/03/05/ferry\n05/03/2024 14:05\n٥ مارس ٢٠٢٤"""

TOKENS = [
    "<",
    ">",
    "</p>",
    "<p>",
    "<div>",
    "<b",
    "</",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE",
    "<?xml",
    "<script>",
    "</script>",
    "<article>",
    "<br>",
    "<time",
    "<meta\n&amp;",
    "&#0;",
    "&#xD800;",
    "&#x1F600;",
    "&lt;",
    "&nbsp;",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "\\",
    "\\u0000",
    "\\ud800",
    ":",
    ",",
    "null",
    "true",
    "NaN",
    "1e999",
    "-1",
    "0",
    "99999999999",
    "[[[[[[[[",
    '{{{{{{{{\ndatetime="',
    'content="',
    'href="http://',
    'href="//',
    "http://[",
    'class="',
    'style="display:none"',
    'itemprop="datePublished"',
    'xml:lang="',
    'xmlns="\n"text":',
    '"html":',
    '"uri":',
    '"@graph":',
    '"@id":',
    '"@type":',
    '"author":',
    '"datePublished":',
    '"headline":',
    "content-type:",
    "charset=\n2024-02-30",
    "0000-00-00",
    "9999-12-31T23:59:59+99:99",
    "20240305T250000Z",
    "00:60",
    "+24:00",
    "-0000",
    "Feb",
    "30",
    "1709634600000",
    "EST",
    "٣",
    "²",
    "½",
    "ⅷ",
    "①\nZCZC",
    "NNNN",
    "\x01",
    "\x02",
    "\x03",
    "\x04",
    "URGENT",
    "EMBARGOED",
    "KILL",
    "By",
    "Eds:",
    "(Reuters)",
    "(RVN)",
    "-",
    "--",
    "—",
    "COIMBRA,",
    "/TASS/",
    "©",
    "Photo:",
    "“",
    "”",
    "’",
    "«",
    "»\nFrom:",
    "Date:",
    "Subject:",
    "MIME-Version:",
    "Content-Transfer-Encoding:",
    "base64",
    "quoted-printable",
    "multipart/mixed;",
    "boundary=",
    "=?utf-8?Q?",
    "?=\n=?utf-8?B?",
    "=ED=A0=80",
    "WARC/1.0",
    "HTTP/1.1",
    "Content-Length:",
    "chunked",
    "gzip",
    "%PDF-1.4",
    "obj",
    "endobj",
    "stream",
    "endstream",
    "xref",
    "/Length",
    "/Kids",
    "BT",
    "ET\nTj",
    "Td",
    "Tf",
    "(",
    ")",
    "<<",
    ">>",
    "R",
    "PK\x03\x04",
    "ustar",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\u2028",
    "\x0c",
    "\x1b",
    "\x85",
    "\xa0",
    "́",
    "𝔘",
    "﷽",
    "İ",
    "ß",
    "ŉ",
]
TOKENS += ["\n", "\r\n", "\r", "\n\n", "\t", " " * 40, "\u3000", "\x1c", "a" * 300, "9" * 5000, "A. " * 50]


@dataclass(frozen=True)
class Kind:
    """A reader to try: its seeds, and what wraps a changed seed before it is sent (an archive, a record)."""

    seeds: Callable[[], list[bytes]]
    wraps: tuple[Callable[[bytes], bytes], ...] = ()


def files(*patterns: str) -> Callable[[], list[bytes]]:
    """The project's own documents of these names."""
    return lambda: [path.read_bytes() for pattern in patterns for path in sorted(ROOT.glob(pattern))]


def of(*documents: str) -> Callable[[], list[bytes]]:
    """Documents made here."""
    return lambda: [document.encode() for document in documents]


def rows() -> list[bytes]:
    """Rows one by one, as lines and as a list."""
    page = {"id": "h", "html": HTML, "url": "https://river.example/2024/03/05/ferry", "published": 1709634600}
    told = [ROW, page, {"text": STORY}]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in told)
    return [lines.encode(), json.dumps(told).encode(), *(json.dumps(row).encode() for row in told)]


def pdfs() -> list[bytes]:
    """Two small PDF files, one of them packed."""
    pdf: Callable[..., bytes] = runpy.run_path(str(ROOT / "tests/sources/pdf_writer.py"))["pdf"]
    lines = [(70.0, 760.0 - 14 * i, 11.0, words) for i, words in enumerate(re.findall(r".{1,60}(?: |$)", STORY))]
    told = {"Title": "Ferry", "CreationDate": "D:20240305101500+01'00'"}
    return [pdf(lines, info=told), pdf(lines, lines, info=told, packed=True)]


def zipped(raw: bytes) -> bytes:
    """A zip with the document and a story beside it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("may/story.txt", raw)
        archive.writestr("other.html", HTML)
    return file.getvalue()


def tarred(raw: bytes) -> bytes:
    """A tar with the document."""
    file, info = io.BytesIO(), tarfile.TarInfo("may/story.txt")
    info.size = len(raw)
    with tarfile.open(fileobj=file, mode="w") as archive:
        archive.addfile(info, io.BytesIO(raw))
    return file.getvalue()


def archived(raw: bytes) -> bytes:
    """A web archive whose second record is the answer."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(raw) + raw
    head = "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Target-URI: https://river.example/f\r\nContent-Type: {}\r\n"
    info = head.format("warcinfo", "application/warc-fields") + "Content-Length: 4\r\n\r\na: b\r\n\r\n"
    second = head.format("response", "application/http; msgtype=response") + "WARC-Date: 2024-03-05T10:00:00Z\r\n"
    return info.encode() + second.encode() + b"Content-Length: %d\r\n\r\n" % len(answer) + answer + b"\r\n\r\n"


KINDS: dict[str, Kind] = {
    "text": Kind(files("examples/*.txt", "tests/corpus/*.txt", "tests/pages/*.txt")),
    "html": Kind(files("tests/pages/*.html", "examples/*.html")),
    "small-html": Kind(of(HTML)),
    "rows": Kind(rows),
    "ninjs": Kind(of(json.dumps(NINJS), json.dumps(NINJS | {"body_html": "", "bodies": []}))),
    "newsml-g2": Kind(of(G2)),
    "newsml-1": Kind(of(NEWSML)),
    "nitf": Kind(of(NITF)),
    "feeds": Kind(files("tests/corpus/wires/*.rss", "tests/corpus/wires/*.atom", "tests/corpus/wires/*.rdf")),
    "iptc7901": Kind(files("tests/corpus/wires/*.iptc", "tests/corpus/wires/*.anpa", "tests/corpus/wires/telex.txt")),
    "mail": Kind(files("tests/corpus/wires/*.eml", "tests/corpus/wires/*.mbox")),
    "pdf": Kind(pdfs),
    "archives": Kind(of(STORY, HTML), (zipped, tarred, gzip.compress)),
    "warc": Kind(of(HTML, STORY), (archived,)),
    "dates": Kind(of(DATES)),
}
