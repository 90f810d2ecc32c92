"""The words of the interface, German and English, in one table.

Sentences about findings come from rules and comparers; here stand only labels and
the sentences about the run as a whole.

Floor 4 (report).
"""

from __future__ import annotations

from checker.model import Phrase

WORDS: dict[str, Phrase] = {
    # -- levels, states, types -------------------------------------------------
    "error": Phrase("Widerspruch", "Conflict"),
    "errors": Phrase("Widersprüche", "Conflicts"),
    "warning": Phrase("Möglicher Widerspruch", "Possible conflict"),
    "warnings": Phrase("Mögliche Widersprüche", "Possible conflicts"),
    "info": Phrase("Hinweis", "Note"),
    "infos": Phrase("Hinweise", "Notes"),
    "open": Phrase("offen", "open"),
    "accepted": Phrase("hingenommen", "accepted"),
    "cross-source": Phrase("zwischen Quellen", "between sources"),
    "within-source": Phrase("in einer Quelle", "within one source"),
    "figure-conflict": Phrase("Zahl", "Figure"),
    "time-conflict": Phrase("Zeit", "Time"),
    "polarity-conflict": Phrase("Ja oder nein", "Yes or no"),
    "role-conflict": Phrase("Rolle", "Role"),
    "place-conflict": Phrase("Ort", "Place"),
    "name-conflict": Phrase("Name", "Name"),
    "quote-conflict": Phrase("Zitat", "Quotation"),
    "attribution-lost": Phrase("Zuschreibung verloren", "Attribution lost"),
    "disputed": Phrase("Strittig", "Disputed"),
    "superseded": Phrase("Überholt", "Superseded"),
    "vaguer": Phrase("Ungenauer", "Vaguer"),
    "copied": Phrase("Übernommen", "Copied"),
    "unsupported": Phrase("Ohne zweite Quelle", "No second source"),
    "self-conflict": Phrase("Überschrift gegen Text", "Headline against text"),
    "corroborated": Phrase("bestätigt", "corroborated"),
    "contested": Phrase("umstritten", "contested"),
    "single-origin": Phrase("nur ein Ursprung", "single origin"),
    "not-checkable": Phrase("nicht prüfbar", "not checkable"),
    "established": Phrase("gesichert", "established"),
    "possible": Phrase("möglich", "possible"),
    "excluded": Phrase("ausgeschlossen", "excluded"),
    "event": Phrase("Ereignis", "Event"),
    "participants": Phrase("Beteiligte", "Participants"),
    "time": Phrase("Zeit", "Time"),
    "measure": Phrase("Messgröße", "Measure"),
    "scope": Phrase("Umfang", "Scope"),
    "read": Phrase("gelesen", "read"),
    "partly read": Phrase("teilweise gelesen", "partly read"),
    "skipped": Phrase("übersprungen", "skipped"),
    "failed": Phrase("fehlgeschlagen", "failed"),
    "copy": Phrase("Kopie", "copy"),
    "agency": Phrase("Agentur", "agency"),
    # -- parts of a finding ----------------------------------------------------
    "finding": Phrase("Befund", "finding"),
    "findings": Phrase("Befunde", "Findings"),
    "reckoning": Phrase("Rechenweg", "Reckoning"),
    "grounds": Phrase("Woran hängt der Vergleich", "What the comparison rests on"),
    "limits": Phrase("Was der Befund nicht wissen kann", "What this cannot know"),
    "limits-short": Phrase("Grenzen", "limits"),
    "missing": Phrase("Offen", "Not settled"),
    "remedy": Phrase("Frage an die Redaktion", "Question to ask"),
    "remedy-short": Phrase("Frage", "help"),
    "origins": Phrase("Ursprünge", "origins"),
    "accept-with": Phrase("hinnehmen mit", "accept with"),
    "because": Phrase("Begründung", "Reason"),
    "as-of": Phrase("Stand", "as of"),
    "voice-outlet": Phrase("die Redaktion selbst", "the outlet itself"),
    "speaker": Phrase("Es spricht", "Speaker"),
    "published": Phrase("Erschienen", "Published"),
    "publisher": Phrase("Herausgeber", "Publisher"),
    "unknown": Phrase("unbekannt", "unknown"),
    "no-date": Phrase("ohne Datum", "no date"),
    "evidence": Phrase("Beleg", "evidence"),
    "evidence-markup": Phrase("aus der Auszeichnung", "from the markup"),
    "evidence-text": Phrase("aus dem Text", "from the text"),
    "evidence-sidecar": Phrase("aus der Beidatei", "from the sidecar file"),
    "evidence-filename": Phrase("aus dem Dateinamen", "from the file name"),
    "evidence-estimate": Phrase("geschätzt", "estimated"),
    "line": Phrase("Zeile", "line"),
    "reading": Phrase("Gelesen als", "Read as"),
    # -- the run ---------------------------------------------------------------
    "report": Phrase("Prüfbericht", "Cross-check"),
    "source": Phrase("Quelle", "source"),
    "sources": Phrase("Quellen", "Sources"),
    "claim": Phrase("Aussage", "claim"),
    "claims": Phrase("Aussagen", "Claims"),
    "figures": Phrase("Zahlenangaben", "figures"),
    "pairs": Phrase("Vergleiche", "comparisons"),
    "total": Phrase("Summe", "total"),
    "rule": Phrase("Regel", "Rule"),
    "type": Phrase("Art", "Type"),
    "level": Phrase("Stufe", "Level"),
    "status": Phrase("Stand", "Status"),
    "not-checked": Phrase("Was nicht geprüft wurde", "What was not checked"),
    "not-compared": Phrase(
        "Aussagen ohne vergleichbare Gegenstelle", "claims that met no comparable claim"
    ),
    "not-checkable-claims": Phrase("Aussagen nicht prüfbar", "claims not checkable"),
    "furniture-characters": Phrase(
        "Zeichen Beiwerk nicht als Aussage gelesen", "characters of furniture not read as claims"
    ),
    "capped": Phrase("Vergleiche wegen Obergrenze ausgelassen", "comparisons dropped by a cap"),
    "inputs-not-read": Phrase("Eingaben nicht oder nicht ganz gelesen", "inputs not wholly read"),
    "characters": Phrase("Zeichen", "characters"),
    "coverage": Phrase("Was geprüft wurde und was nicht", "What was checked and what was not"),
    "copies": Phrase("Kopien und gemeinsame Ursprünge", "Copies and shared origins"),
    "provenance": Phrase("Herkunft dieses Berichts", "How this report was made"),
    "nothing-hidden": Phrase("alle Stufen gezeigt", "all levels shown"),
    "hidden": Phrase("nicht gezeigt (--show)", "not shown (--show)"),
    "more-findings": Phrase("weitere Befunde, siehe Bericht", "more findings, see the report"),
    "more-in-report": Phrase("weitere im HTML-Bericht", "more in the HTML report"),
    "verdict-note": Phrase(
        "Der Bericht sagt nicht, wer recht hat. Er zeigt, was nicht zusammenpasst, und warum.",
        "This report does not say who is right. It shows what does not fit together, and why.",
    ),
}


def word(key: str, lang: str) -> str:
    """Return a label in the interface's language; an unknown key is shown as it is."""
    phrase = WORDS.get(key)
    return key if phrase is None else phrase.get(lang)
