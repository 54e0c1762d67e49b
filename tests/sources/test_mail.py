"""E-mail: headers as fields, one body out of many parts, mailboxes, and what is broken in either."""

from base64 import b64encode
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from dateline.errors import BadRow, CannotRead, Empty, NotText, TooLarge
from dateline.model import Page, Refused
from dateline.settings import Settings
from dateline.sources.mail.messages import looks_like_mail, mail_page, mail_pages

CORPUS = Path(__file__).parents[1] / "corpus" / "wires"
STORY = "The mayor told reporters on Friday that the bridge would stay closed until the end of the month."
LONG = " ".join([STORY] * 5)
PLAIN, HTML = "text/plain; charset=utf-8", "text/html; charset=utf-8"


def page(raw: bytes, **given: str) -> Page:
    return mail_page(raw, "box/a.eml", "box/a.eml", Settings(**given))  # type: ignore[arg-type]


def mail(*headers: str, body: str = STORY) -> bytes:
    return "\n".join(("MIME-Version: 1.0", *headers, "", body)).encode()


def parts(*given: tuple[str, str], kind: str = "mixed") -> str:
    """The body of a multipart, below its header lines."""
    inside = "".join(f"--B{kind}\nContent-Type: {type_}\n\n{body}\n" for type_, body in given)
    return f"{inside}--B{kind}--\n"


def multipart(*given: tuple[str, str], kind: str = "mixed") -> bytes:
    return mail(f'Content-Type: multipart/{kind}; boundary="B{kind}"', body=parts(*given, kind=kind))


def values(found: Page, name: str) -> list[str]:
    return [field.value for field in found.fields if field.name == name]


def test_a_forwarded_message_of_a_list_with_all_its_headers() -> None:
    found = page((CORPUS / "press-list.eml").read_bytes(), outlet="Option Post", published="2020-01-01")
    assert found.id == "20240305.77@river.example"
    assert found.location == "box/a.eml"
    assert found.media_type == "text/plain"
    assert [(field.name, field.value, field.path) for field in found.fields] == [
        ("headline", "Coimbra pays for a second ferry – council", "mail: Subject"),
        ("published", "2024-03-05T14:05:00+01:00", "mail: Date"),
        ("byline", "Joana Araújo", "mail: From"),
        ("outlet", "River Press", "mail: Organization"),
        ("outlet", "River wire", "mail: List-Id"),
        ("url", "https://lists.example.org/wire/77", "mail: Archived-At"),
        ("language", "en-GB", "mail: Content-Language"),
        ("tag", "ferries", "mail: Keywords"),
        ("tag", "bridges", "mail: Keywords"),
    ]
    assert found.content == (
        "COIMBRA, March 5 (RVN) — The town will pay two million euros a year for a ferry while its bridge is closed, "
        "the council said on Tuesday.\n\n"
        "From January on the ferry had run at a loss, Paulo Vaz of the council told reporters.\n\n"
        "-- \nRiver Press, 1 Quay Street"
    )


def test_options_come_last_and_where_the_headers_are_silent() -> None:
    found = page(mail("Subject: Bridge"), outlet="Option Post", language="en", published="2020-01-01")
    assert [field.path for field in found.fields] == [
        "mail: Subject", "option: --published", "option: --outlet", "option: --language",
    ]  # fmt: skip
    assert found.id == "box/a.eml"
    assert found.content == STORY


@pytest.mark.parametrize(
    ("subject", "headline"),
    [
        ("Fwd: Bridge closed", "Bridge closed"),
        ("FW: RE: Fw: Bridge closed", "Bridge closed"),
        ("[press-list] Bridge closed", "Bridge closed"),
        ("Re: [wire.news] Fwd: Bridge closed", "Bridge closed"),
        ("[EMBARGOED] Bridge closed", "[EMBARGOED] Bridge closed"),
        ("[press-list]", "[press-list]"),
        ("=?utf-8?B?UG9udGUgZmVjaGFkYQ==?=", "Ponte fechada"),
        ("=?utf-8?Q?S=C3=A3?= =?utf-8?Q?o?= Paulo", "São Paulo"),
        ("=?no-such-charset?Q?a=E9?=", "aé"),
        ("=?utf-8?B?a?=", "=?utf-8?B?a?="),
        ("Bridge\n closed", "Bridge closed"),
        ("São Paulo", "São Paulo"),
    ],
)
def test_subjects(subject: str, headline: str) -> None:
    assert values(page(mail(f"Subject: {subject}")), "headline") == [headline]


def test_a_list_without_hyphens_is_known_by_its_headers() -> None:
    listed = mail("Subject: [News] [Sport] Bridge", "List-Id: <news.example.org>")
    assert values(page(listed), "headline") == ["[Sport] Bridge"]
    assert values(page(listed), "outlet") == ["news.example.org"]


@pytest.mark.parametrize(
    ("sender", "names"),
    [
        ("Jane Doe <jane@example.org>", ["Jane Doe"]),
        ('"Doe, Jane" <jane@example.org>', ["Doe, Jane"]),
        ("Jane Doe <jane@example.org>, John Roe <john@example.org>", ["Jane Doe", "John Roe"]),
        ("jane@example.org (Jane Doe)", ["Jane Doe"]),
        ("jane@example.org", []),
        ('"jane@example.org" <jane@example.org>', []),
        ("'Jane Doe' via Press list <list@example.org>", ["Jane Doe"]),
    ],
)
def test_senders(sender: str, names: list[str]) -> None:
    assert values(page(mail(f"From: {sender}")), "byline") == names


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("Tue, 05 Mar 2024 14:05:00 +0100", "2024-03-05T14:05:00+01:00"),
        ("Tue, 05 Mar 2024 14:05:00 EST", "2024-03-05T14:05:00-05:00"),
        ("5 Mar 2024 14:05 GMT", "2024-03-05T14:05:00+00:00"),
        ("Tue, 05 Mar 2024 14:05:00 -0000", "2024-03-05T14:05:00+00:00"),
        ("Tue, 05 Mar 2024 14:05:00 -0000 (UTC)", "2024-03-05T14:05:00+00:00"),
        ("Tue, 05 Mar 2024 14:05:00", "2024-03-05T14:05:00"),
    ],
)
def test_dates(date: str, moment: str) -> None:
    assert values(page(mail(f"Date: {date}")), "published") == [moment]


def test_a_date_that_is_none_is_kept_and_used_for_nothing() -> None:
    found = page(mail("Date: yesterday"))
    assert values(found, "published") == []
    assert values(found, "unreadable") == ["yesterday"]


def test_plain_text_is_preferred_unless_it_only_points_at_the_page() -> None:
    whole = f"<html><body><p>{LONG}</p></body></html>"
    both = page(multipart((PLAIN, LONG), (HTML, whole), kind="alternative"))
    assert (both.media_type, both.content.strip()) == ("text/plain", LONG)
    stub = page(multipart((PLAIN, "Please open this in a browser."), (HTML, whole), kind="alternative"))
    assert (stub.media_type, stub.content.strip()) == ("text/html", whole)
    styled = f"<html><style>{'p {color: red} ' * 200}</style><p>{STORY}</p></html>"
    short = page(multipart((PLAIN, STORY), (HTML, styled), kind="alternative"))
    assert short.media_type == "text/plain"


def test_text_parts_of_a_mixed_message_stand_below_each_other() -> None:
    found = page(multipart((PLAIN, LONG), ("image/png", "x"), (PLAIN, "Sent to the press list.")))
    assert found.content.split() == f"{LONG} Sent to the press list.".split()
    attached = "text/plain\nContent-Disposition: attachment; filename=a.txt"
    assert page(multipart((PLAIN, STORY), (attached, LONG))).content.strip() == STORY


def test_nested_parts() -> None:
    inner = parts((PLAIN, STORY), (HTML, f"<p>{STORY}</p>"), kind="alternative")
    nested = ('multipart/alternative; boundary="Balternative"', inner)
    assert page(multipart(nested, ("image/png", "x"), kind="related")).content.strip() == STORY


def test_a_page_that_says_it_is_plain_text() -> None:
    assert page(mail(f"Content-Type: {PLAIN}", body=f"<html><p>{STORY}</p></html>")).media_type == "text/html"


def test_a_format_of_an_agency_is_known_by_its_look() -> None:
    assert page(mail(body=f"ZCZC 1\n{STORY}\nNNNN")).media_type == "text/x-iptc7901"
    assert page(mail(body=f"<nitf><body><p>{STORY}</p></body></nitf>")).media_type == "text/vnd.iptc.nitf"
    assert page(mail(body="<?xml version='1.0'?><nobody-knows/>")).media_type == "text/plain"


def test_wire_copy_that_was_forwarded_as_an_attachment() -> None:
    inner = f"From: Ana Brito <a@r.example>\nSubject: Bridge closed\nMessage-ID: <in@r.example>\n\n{LONG}"
    raw = multipart((PLAIN, "For your desk."), ("message/rfc822", inner))
    found = page(
        raw.replace(b"MIME-Version: 1.0", b"MIME-Version: 1.0\nSubject: Fwd: see below\nFrom: Desk <d@r.example>")
    )
    assert found.id == "in@r.example"
    assert values(found, "headline") == ["Bridge closed"]
    assert values(found, "byline") == ["Ana Brito"]
    assert found.content.strip() == LONG


@pytest.mark.parametrize(
    ("charset", "raw"),
    [
        ("utf-8", "São Tomé — “aberto”".encode()),
        ("iso-8859-1", "São Tomé — “aberto”".encode("cp1252")),
        ("us-ascii", "São Tomé — “aberto”".encode()),
        ("no-such-charset", "São Tomé — “aberto”".encode()),
        ("koi8-r", "Мост закрыт до конца месяца".encode("koi8-r")),
    ],
)
def test_charsets_declared_rightly_and_wrongly(charset: str, raw: bytes) -> None:
    said = f"MIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: "
    text = "Мост закрыт до конца месяца" if charset == "koi8-r" else "São Tomé — “aberto”"
    assert page(f"{said}8bit\n\n".encode() + raw).content == text
    assert page(f"{said}base64\n\n".encode() + b64encode(raw)).content == text


@pytest.mark.parametrize(
    ("wrapped", "text"),
    [
        ("The bridge \nstays closed.\n", "The bridge stays closed.\n"),
        (" From here\n >no quote\n", "From here\n>no quote\n"),
        ("> The bridge \n> stays\nclosed.", "> The bridge stays\nclosed."),
        ("> one \n>> two", "> one \n>> two"),
        ("a \n-- \nJane", "a \n-- \nJane"),
    ],
)
def test_flowed_lines_are_put_together(wrapped: str, text: str) -> None:
    assert page(mail("Content-Type: text/plain; format=flowed", body=wrapped)).content == text


def test_flowed_lines_whose_blank_is_not_meant() -> None:
    kind = "Content-Type: text/plain; format=flowed; delsp=yes"
    assert page(mail(kind, body="The bri \ndge")).content == "The bridge"


@pytest.mark.parametrize(
    ("raw", "error", "sentence"),
    [
        (b"", Empty, "there is no text in it"),
        (mail("Subject: a", body=" "), Empty, "there is no text in the message"),
        (mail("Content-Type: application/pdf", body="x"), Empty, "only application/pdf; save what is attached"),
        (mail("Content-Type: application/pkcs7-mime", body="x"), NotText, "encrypted; decrypt it"),
        (b"\nJust a letter.\n", BadRow, "no headers"),
        (mail("Content-Type: text/plain") + b"\x00\x01\x02", NotText, "zero bytes"),
        (mail(body="x" * 2000), TooLarge, "the limit is 1,000"),
    ],
)
def test_refusals(raw: bytes, error: type[CannotRead], sentence: str) -> None:
    with pytest.raises(error, match=sentence):
        mail_page(raw, "a", "a", Settings(max_chars=1000))


def test_parts_within_parts_without_end_are_refused() -> None:
    for depth in (100, 3000):
        opened = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(depth))
        with pytest.raises(BadRow, match="nested too deeply"):
            page(f"MIME-Version: 1.0\n{opened}\n{STORY}".encode())


def test_a_mailbox() -> None:
    first, second, third = mail_pages((CORPUS / "two-letters.mbox").read_bytes(), "box", Settings())
    assert isinstance(first, Page)
    assert (first.id, first.location) == ("1@river.example", "box#1")
    assert "\n\nFrom what the clerk said" in first.content
    assert "\n\nFrom here to 12:30" in first.content
    assert isinstance(second, Refused)
    assert (second.location, second.stage) == ("box#2", "sources")
    assert isinstance(third, Page)
    assert third.id == "box#3"
    assert values(third, "published") == ["2024-03-05T15:00:00+00:00"]


def test_one_message_is_no_mailbox() -> None:
    [alone] = mail_pages(mail("Subject: Bridge"), "a.eml", Settings())
    assert isinstance(alone, Page)
    assert alone.location == alone.id == "a.eml"
    postmark = b"From ana@r.example Tue Mar  5 14:06:01 2024\n"
    [marked] = mail_pages(postmark + mail("Subject: Bridge"), "a.eml", Settings())
    assert isinstance(marked, Page)
    assert marked.location == "a.eml"
    assert values(marked, "headline") == ["Bridge"]
    [bad] = mail_pages(b"x", "a.eml", Settings())
    assert bad == Refused("a.eml", "sources", "it has no headers, as an e-mail has; give it as plain text")


@pytest.mark.parametrize(
    "head",
    [
        (CORPUS / "press-list.eml").read_bytes(),
        (CORPUS / "two-letters.mbox").read_bytes(),
        b"Received: from a\n\tby b\nFrom: a@b.example\n\nHello",
        b"\xef\xbb\xbfMIME-Version: 1.0\r\nSubject: a\r\n\r\nHello",
        b"Message-ID: <a>\nDate: today\nX-Long: " + b"a" * 9000,
    ],
)
def test_what_looks_like_mail(head: bytes) -> None:
    assert looks_like_mail(head)


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"From: the mayor's office\nDate: 5 March 2024\nSubject: Bridge\n\nThe bridge is closed.",
        b"Note: the bridge\nis closed.\nMIME-Version: 1.0\n",
        b"Received: 3 letters\n",
        b"<html><body>From: a</body></html>",
        b"FARO, Portugal (RVN) -- The river rose.",
        b"From here to 12:30 the line stood still.\n",
        b"\n\nMIME-Version: 1.0\nSubject: a\n",
        b"\xff\xfe\x00",
    ],
)
def test_what_does_not(head: bytes) -> None:
    assert not looks_like_mail(head)


LINES = [
    b"From: A <a@b.example>", b"Subject: =?utf-8?Q?=E4?=", b"Date: Tue, 99 Mar", b"MIME-Version: 1.0", b"--b", b"--b--",
    b"", b"Content-Type: multipart/mixed; boundary=b", b"Content-Type: text/html; charset=x",
    b"Content-Type: message/rfc822",
    b"Content-Type: text/plain; format=flowed; charset*0=a", b"Content-Transfer-Encoding: base64", b"\xe9\xff",
    b"Content-Transfer-Encoding: quoted-printable", b"From a 12:30", STORY.encode(), b"=E9=", b" x", b"Message-ID: <>",
    b"Content-Disposition: attachment", b"List-Id: <", b"From: \"", b"Content-Type: ;;=", b"> a ",
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), max_size=14).map(b"\n".join))
@examples(max_examples=400, deadline=None)
def test_any_lines_are_read_or_refused(raw: bytes) -> None:
    for outcome in mail_pages(raw, "a", Settings()):
        assert outcome.reason if isinstance(outcome, Refused) else outcome.id and outcome.content.strip()


@given(st.binary(max_size=200))
@examples(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    looks_like_mail(raw)
    assert list(mail_pages(raw, "a", Settings()))
    assert list(mail_pages(mail("Content-Type: multipart/mixed; boundary=b") + raw, "a", Settings()))


@given(st.binary(max_size=60))
@examples(max_examples=200, deadline=None)
def test_any_header_is_read_or_refused(value: bytes) -> None:
    for name in (b"Subject", b"From", b"Date", b"List-Id", b"Content-Type", b"Content-Transfer-Encoding", b"Keywords"):
        raw = (
            b"MIME-Version: 1.0\n"
            + name
            + b": "
            + value.replace(b"\n", b" ").replace(b"\r", b" ")
            + b"\n\nHello there."
        )
        assert list(mail_pages(raw, "a", Settings()))
