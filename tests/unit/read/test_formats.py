"""Every format ends in the same kind of source: its words, its furniture, its evidence."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from checker.model import InputRecord, Source, State
from checker.read import read_sources
from checker.settings import Settings
from tests.unit.read.makers import PAGE, make_docx, make_pdf, make_warc


def read(tmp_path: Path, name: str, data: bytes) -> tuple[tuple[Source, ...], InputRecord]:
    path = tmp_path / name
    path.write_bytes(data)
    sources, records = read_sources([path], Settings())
    return sources, records[0]


def parts(source: Source, *kinds: str) -> list[str]:
    return [source.text[p.start : p.end] for p in source.parts if p.kind in kinds]


def marked(source: Source) -> dict[str, str]:
    return {source.text[f.start : f.end]: f.reason for f in source.furniture}


def test_web_page(tmp_path: Path) -> None:
    """The article is told from the page; nothing of the page is dropped."""
    (source,), record = read(tmp_path, "a.html", PAGE.encode())

    assert record.state is State.READ
    assert parts(source, "headline") == ["Brücke gesperrt"]
    assert parts(source, "caption") == ["Die Brücke im Winter"]
    assert parts(source, "subhead") == ["Kritik der Opposition"]
    assert parts(source, "teaser") == [
        "Die Stadt sperrt ihre Brücke bis zum Sommer. Das trifft viele."
    ]
    assert parts(source, "body")[0] == (
        "Der Stadtrat hat am Donnerstag beschlossen, die Brücke über die Aue zu sperren. Die "
        "Arbeiten kosten 2,3 Millionen Euro & beginnen im April."
    )
    assert len(parts(source, "body")) == 3
    furniture = marked(source)
    assert furniture["Wir nutzen Cookies."] == "cookie-notice"
    assert furniture["Sport"] == "navigation"
    assert furniture["Lesen Sie auch: Lawine am Hochjoch: zwei Tote"] == "teaser"
    assert furniture["Skipass wird teurer"] == "related"
    assert furniture["Impressum | Datenschutz"] == "footer"


def test_web_page_evidence(tmp_path: Path) -> None:
    """Markup is evidence; an instant in UTC becomes the newsroom's wall clock."""
    (source,), _ = read(tmp_path, "a.html", PAGE.encode())

    assert source.published is not None
    assert (source.published.value, source.published.evidence) == ("2026-03-12T18:40", "markup")
    assert source.anchor == datetime(2026, 3, 12, 18, 40)
    assert source.publisher is not None
    assert source.publisher.value == "Altenauer Bote"
    assert source.author is not None
    assert source.author.value == "Anna Lenz"
    assert source.url is not None
    assert source.url.value == "https://bote.example/bruecke"


def test_words_of_a_page_are_found_again_in_the_file(tmp_path: Path) -> None:
    """Line and column of a word are those of the file, not of the text taken from it."""
    (source,), _ = read(tmp_path, "a.html", PAGE.encode())
    rows = PAGE.split("\n")

    for word in ("Stadtrat", "sperren", "Millionen", "Opposition", "Vorwürfe", "trifft"):
        line, column = source.line_column(source.text.index(word))
        assert rows[line - 1][column - 1 :].startswith(word), word


def test_web_page_in_its_declared_encoding(tmp_path: Path) -> None:
    """A page in Latin-1 says so itself."""
    page = PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"').encode("latin-1")
    (source,), _ = read(tmp_path, "a.html", page)

    assert source.title is not None
    assert source.title.value == "Brücke gesperrt"


def test_a_page_called_txt_is_read_as_a_page(tmp_path: Path) -> None:
    """The content decides, with a notice."""
    (source,), record = read(tmp_path, "a.txt", PAGE.encode())

    assert source.notices == ("read-as: html",)
    assert "read-as: html" in record.reason
    assert "<p>" not in source.text


def test_markdown_is_the_file_itself(tmp_path: Path) -> None:
    """Offsets refer to the file: not a character is moved."""
    text = (
        "---\ntitle: Ein Titel\npublished: 2026-03-12 18:40\nagency: dpa, AFP\n---\n\n"
        "# Brücke gesperrt\n\n*Von Anna Lenz, 12. März 2026*\n\n"
        "Der Rat hat die **Brücke** gesperrt. Das\nteilte er am "
        "[Donnerstag](https://x.example) mit.\n\n![Bild](b.jpg)\n\n## Kritik\n\n"
        "> „Zu spät“, sagte sie. Das sei klar.\n\n- ein Punkt\n"
        "- [Anderer Artikel](https://y.example)\n\n```\ncode = 1\n```\n\n***\n\n19. April 2026 ist "
        "der Termin.\n"
    )
    (source,), _ = read(tmp_path, "a.md", text.encode())

    assert source.text == text
    assert parts(source, "headline") == ["Brücke gesperrt"]
    assert parts(source, "subhead") == ["Kritik"]
    assert parts(source, "body") == [
        "Der Rat hat die **Brücke** gesperrt. Das\nteilte er am "
        "[Donnerstag](https://x.example) mit.",
        "„Zu spät“, sagte sie. Das sei klar.",
        "ein Punkt",
        "19. April 2026 ist der Termin.",
    ]
    assert source.title is not None
    assert (source.title.value, source.title.evidence) == ("Ein Titel", "front-matter")
    assert source.published_low == datetime(2026, 3, 12, 18, 40)
    assert [a.value for a in source.agencies] == ["AFP", "DPA"]
    reasons = marked(source)
    assert reasons["![Bild](b.jpg)"] == "image"
    assert reasons["code = 1"] == "code"
    assert reasons["*Von Anna Lenz, 12. März 2026*"] == "dateline"


def test_pdf_heals_lines_and_knows_pages(tmp_path: Path) -> None:
    """Lines become paragraphs, broken words whole; heads recur and are furniture."""
    head = "Der Bote Nr. 7"
    data = make_pdf(
        [
            [
                head,
                "Brücke in Altenau gesperrt",
                "Die Brücke über die Aue bleibt nach Angaben der Stadt bis Mai gesperrt, die Gon-",
                "delbahn fährt weiter. Das teilte das Bauamt am Montag mit, wie es Satzung und",
                "1",
            ],
            [head, "das Gesetz verlangen.", "2"],
            [
                head,
                "Die Anwohner sind über die lange Sperrung verärgert. Sie fordern eine Brücke.",
                "3",
            ],
        ]
    )
    (source,), _ = read(tmp_path, "a.pdf", data)

    body = parts(source, "body")
    assert "die Gondelbahn fährt weiter" in body[0]
    assert body[0].endswith("wie es Satzung und das Gesetz verlangen.")
    assert len(source.pages) == 3
    assert source.text[source.pages[1] :].startswith("das Gesetz verlangen.")
    assert set(marked(source).values()) == {"page-header"}


def test_word_document(tmp_path: Path) -> None:
    """Styles say what a paragraph is; the day a file was made is no publication."""
    (source,), _ = read(tmp_path, "a.docx", make_docx())

    assert parts(source, "headline") == ["Rat beschließt Haushalt"]
    assert parts(source, "subhead") == ["Kritik der Opposition"]
    assert "Erstens fehle Geld." in parts(source, "body")
    assert "Einnahmen | 5 Mio. Euro" in parts(source, "body")
    assert source.published is None


def test_mail(tmp_path: Path) -> None:
    """Subject, sender and date come from the header; signature and quoted mail are furniture."""
    data = (
        "From: Anna Lenz <anna@bote.example>\nSubject: =?utf-8?q?Br=C3=BCcke_gesperrt?=\n"
        "Date: Thu, 12 Mar 2026 18:40:00 +0100\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n"
        "Altenau (dpa) - Die Brücke ist gesperrt. Das teilte die Stadt mit.\n\n"
        "> frühere Nachricht\n\n-- \nAnna Lenz\n"
    ).encode("latin-1")
    (source,), _ = read(tmp_path, "a.eml", data)

    assert parts(source, "headline") == ["Brücke gesperrt"]
    assert parts(source, "body") == ["Die Brücke ist gesperrt. Das teilte die Stadt mit."]
    assert source.anchor == datetime(2026, 3, 12, 18, 40)
    assert [a.value for a in source.agencies] == ["DPA"]
    assert marked(source)["> frühere Nachricht"] == "quoted-mail"


def test_feed_gives_a_source_per_entry(tmp_path: Path) -> None:
    """Each entry is an article with its own address and date."""
    data = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Bote</title><item><title>Brücke '
        "gesperrt</title><link>https://bote.example/1</link><pubDate>Thu, 12 Mar 2026 18:40:00 "
        "+0100</pubDate><description>&lt;p&gt;Die Brücke ist zu.&lt;script&gt;x()&lt;/script&gt;"
        "&lt;/p&gt;&lt;p&gt;Das gilt bis Mai.&lt;/p&gt;</description></item><item><title>Zwei"
        "</title><description>Text</description></item></channel></rss>"
    ).encode()
    sources, record = read(tmp_path, "f.xml", data)

    assert [s.id for s in sources] == ["f.xml#2", "f.xml#https://bote.example/1"]
    assert parts(sources[1], "body") == ["Die Brücke ist zu.", "Das gilt bis Mai."]
    assert sources[1].anchor == datetime(2026, 3, 12, 18, 40)
    assert record.state is State.READ


def test_archive_gives_a_source_per_page(tmp_path: Path) -> None:
    """Pages in a web archive are read as pages, under their addresses."""
    data = make_warc([(f"https://bote.example/{n}", PAGE.encode()) for n in range(2)])
    sources, record = read(tmp_path, "a.warc.gz", data)

    assert [s.id for s in sources] == [
        "a.warc.gz#https://bote.example/0",
        "a.warc.gz#https://bote.example/1",
    ]
    assert record.state is State.READ


@pytest.mark.parametrize("name", ["a.txt.meta.json", "a.meta.json"])
def test_sidecar_overrides(tmp_path: Path, name: str) -> None:
    """What a person wrote beside the file is better evidence than any line in it."""
    (tmp_path / name).write_text(
        '{"title": "T", "publisher": "Bote", "published": "2026-03-12", "agencies": ["dpa"]}',
        encoding="utf-8",
    )
    (source,), _ = read(
        tmp_path, "a.txt", b"Titel der Meldung\n13.03.2026\n\nEin Satz. Noch einer."
    )

    assert source.title is not None
    assert (source.title.value, source.title.evidence) == ("T", "sidecar")
    assert source.publisher is not None
    assert source.published_low == datetime(2026, 3, 12)
    assert [a.value for a in source.agencies] == ["DPA"]
