"""Small PDF files for tests, written by hand: lines of Helvetica at places on pages."""

import zlib

Line = tuple[float, float, float, str]
"""Left edge, height above the foot of the page, size of the letters (points), words."""


def pdf(*pages: list[Line], info: dict[str, str] | None = None, packed: bool = False) -> bytes:
    """A PDF with these pages; `info` is its document information ("Title", "Author", "CreationDate")."""
    streams = [_content(lines).encode("cp1252") for lines in pages]
    return pdf_of(streams, info or {}, packed)


def pdf_of(streams: list[bytes], info: dict[str, str], packed: bool = False) -> bytes:
    """A PDF whose pages have these content streams."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(streams)))
    told = "".join(f"/{name} ({value})" for name, value in info.items())
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        f"<< {told} >>".encode("latin-1"),
    ]
    for i, stream in enumerate(streams):
        font = "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font {font} >> "
            f"/Contents {5 + 2 * i} 0 R >>".encode()
        )
        data = zlib.compress(stream, 9) if packed else stream
        kind = b"/Filter /FlateDecode " if packed else b""
        objects.append(b"<< " + kind + b"/Length %d >>\nstream\n" % len(data) + data + b"\nendstream")
    return _file(objects)


def _content(lines: list[Line]) -> str:
    shown = []
    for x, y, size, words in lines:
        escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        shown.append(f"BT /F1 {size} Tf {x} {y} Td ({escaped}) Tj ET")
    return "\n".join(shown)


def _file(objects: list[bytes]) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"<< /Size %d /Root 1 0 R /Info 3 0 R >>" % (len(objects) + 1)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return made + head + table + b"trailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF\n" % len(made)
