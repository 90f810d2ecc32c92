"""Small files of every format, made in memory for the tests."""

from __future__ import annotations

import gzip
import io
from collections.abc import Sequence


def make_pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """Return a PDF with one Helvetica line per string."""
    objects: list[bytes] = [
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    ]
    parent = 2 + 2 * len(pages)
    kids = []
    for lines in pages:
        shown = " ".join(
            "({}) Tj T*".format(line.replace("(", r"\(").replace(")", r"\)")) for line in lines
        )
        stream = f"BT /F1 11 Tf 50 780 Td 14 TL {shown} ET".encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream")
        objects.append(
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 1 0 R >> >> >>" % (parent, len(objects))
        )
        kids.append(len(objects))
    objects.append(
        b"<< /Type /Pages /Kids ["
        + b" ".join(b"%d 0 R" % kid for kid in kids)
        + b"] /Count %d >>" % len(kids)
    )
    objects.append(b"<< /Type /Catalog /Pages %d 0 R >>" % parent)
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, len(objects), len(data))
    )


def make_docx() -> bytes:
    """Return a Word document with heading, by-line, text, sub-heading, list and table."""
    import docx

    document = docx.Document()
    document.add_heading("Rat beschließt Haushalt", 0)
    document.add_paragraph("Von Anna Lenz")
    document.add_paragraph("Der Rat hat am Donnerstag den Haushalt beschlossen. Er ist knapp.")
    document.add_heading("Kritik der Opposition", 2)
    document.add_paragraph("Die Opposition kritisierte den Beschluss scharf.")
    document.add_paragraph("Erstens fehle Geld.", style="List Bullet")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text = "Einnahmen"
    table.rows[0].cells[1].text = "5 Mio. Euro"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def make_warc(pages: Sequence[tuple[str, bytes]]) -> bytes:
    """Return a gzipped archive of responses, one member per record."""
    members = []
    for number, (address, page) in enumerate(pages):
        body = b"HTTP/1.0 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
            f"WARC-Target-URI: {address}\r\nWARC-Date: 2026-03-12T17:40:00Z\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        members.append(gzip.compress(head.encode() + body + b"\r\n\r\n", mtime=0))
    return b"".join(members)


PAGE = """<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>Brücke gesperrt | Altenauer Bote</title>
<meta property="og:site_name" content="Altenauer Bote">
<link rel="canonical" href="https://bote.example/bruecke">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Brücke gesperrt",
"datePublished": "2026-03-12T17:40:00Z", "author": {"name": "Anna Lenz"}}</script></head>
<body><div class="cookie-layer"><p>Wir nutzen Cookies.</p><button>Akzeptieren</button></div>
<nav><ul><li><a href="/">Start</a></li>
<li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Brücke gesperrt</h1><p class="lead">Die Stadt sperrt ihre Brücke bis zum Sommer. Das
trifft viele.</p><p class="meta">12. März 2026, 18:40 Uhr | Von Anna Lenz</p>
<figure><img src="b.jpg"><figcaption>Die Brücke im Winter</figcaption></figure>
<p>Der Stadtrat hat am Donnerstag beschlossen, die Brücke über die Aue zu
sperren. Die Arbeiten kosten 2,3&nbsp;Millionen Euro &amp; beginnen im April.</p>
<h2>Kritik der Opposition</h2>
<p>Die Opposition kritisierte den Beschluss. Ihr Sprecher sagte, man habe Jahre verloren.</p>
<p><strong>Lesen Sie auch:</strong> <a href="/x">Lawine am Hochjoch: zwei Tote</a></p>
<p>Das Bauamt wies die Vorwürfe am Abend zurück. Die Prüfung sei rechtzeitig erfolgt.</p>
</article><aside><h3>Mehr zum Thema</h3>
<ul><li><a href="/y">Skipass wird teurer</a></li></ul></aside>
<footer>Impressum | Datenschutz</footer></body></html>"""
