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
    "possible-short": Phrase("Mögliche", "Possible"),
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
    "characters": Phrase("Zeichen", "characters"),
    "coverage": Phrase("Was geprüft wurde und was nicht", "What was checked and what was not"),
    "copies": Phrase("Kopien und gemeinsame Ursprünge", "Copies and shared origins"),
    "provenance": Phrase("Herkunft dieses Berichts", "How this report was made"),
    "nothing-hidden": Phrase("alle Stufen gezeigt", "all levels shown"),
    "hidden": Phrase("nicht gezeigt (--show)", "not shown (--show)"),
    "more-in-report": Phrase("weitere im HTML-Bericht", "more in the HTML report"),
    "resolved": Phrase("Durch die Änderung behoben", "Resolved by this edit"),
    "no-common": Phrase("kein gemeinsamer Wert", "no common value"),
    "all-inputs": Phrase("alle Eingaben", "all inputs"),
    # -- remarks on reading and kinds of furniture ------------------------------
    "neighbours-by-index": Phrase(
        "Nachbarn über einen Index gesucht (etwa 1 von 100 kann fehlen), Aussagen",
        "neighbours looked up in an index (about 1 in 100 may be missing), claims",
    ),
    "neighbours-without-index": Phrase(
        "Nachbarn ohne Index gesucht: genau, aber langsam (schneller mit dem Extra [ann]), "
        "Aussagen",
        "neighbours searched without an index: exact but slow (quicker with the extra [ann]), "
        "claims",
    ),
    # -- how claims came to be held together -------------------------------------
    "held": Phrase("verglichen, alle Gründe gesichert", "compared, all grounds established"),
    "held-unsettled": Phrase(
        "verglichen unter Vorbehalt: nicht alle Gründe sind gesichert",
        "compared with reservations: not all grounds are established",
    ),
    "kept-apart": Phrase("auseinandergehalten", "kept apart"),
    "met-by": Phrase("zusammengebracht durch", "brought together by"),
    "met-nobody": Phrase(
        "mit keiner anderen Aussage zusammengebracht: keine ist nah genug, keine teilt einen "
        "Schlüssel",
        "brought together with no other claim: none is near enough, none shares a key",
    ),
    "no-claim-says": Phrase("in keiner Aussage steht", "no claim says"),
    "no-common-story": Phrase(
        "nie zusammengebracht: die Quellen erzählen nicht dieselbe Geschichte",
        "never brought together: the sources do not tell one story",
    ),
    "nothing-near": Phrase(
        "nie zusammengebracht: einander nicht nah genug, und kein gemeinsamer Schlüssel "
        "(Gemessenes, Namen, Zeit, Ereignis)",
        "never brought together: not near enough to one another, and no key in common "
        "(what is measured, names, time, event)",
    ),
    "pairs-shown": Phrase("gezeigte Paare", "pairs shown"),
    "stories": Phrase("Geschichten", "stories"),
    "met-no-other": Phrase("Aussagen ohne Gegenstück", "claims that met no other"),
    "capped-pairs": Phrase("durch eine Obergrenze entfallene Paare", "pairs dropped by a cap"),
    "one-source": Phrase("nur eine Quelle, kein Vergleich möglich", "one source, no comparison"),
    "notice-articles-in-one-file": Phrase("Artikel in einer Datei", "articles in one file"),
    "notice-date-implausible": Phrase("unglaubhaftes Datum", "implausible date"),
    "notice-date-not-read": Phrase("Datum nicht verstanden", "date not understood"),
    "notice-date-weekday-mismatch": Phrase(
        "Wochentag passt nicht zum Datum", "weekday does not fit the date"
    ),
    "notice-decoded-as": Phrase("Zeichensatz", "decoded as"),
    "notice-mojibake-left": Phrase("verdorbene Zeichen belassen", "garbled characters left"),
    "notice-mojibake-repaired": Phrase("verdorbene Zeichen geheilt", "garbled characters repaired"),
    "notice-read-as": Phrase("gelesen als", "read as"),
    "notice-removed-nul": Phrase("NUL-Zeichen entfernt", "NUL characters removed"),
    "notice-replaced-bytes": Phrase("unlesbare Bytes ersetzt", "unreadable bytes replaced"),
    "notice-replaced-surrogates": Phrase("halbe Zeichen ersetzt", "surrogates replaced"),
    "notice-sidecar-unread": Phrase("Beidatei nicht lesbar", "sidecar file not readable"),
    "notice-zero-width": Phrase("unsichtbare Zeichen", "invisible characters"),
    "notice-mixed-script": Phrase(
        "Buchstaben zweier Schriften in einem Wort", "letters of two scripts in one word"
    ),
    "furniture-ad-blocker": Phrase("Werbeblocker-Hinweis", "ad-blocker notice"),
    "furniture-ai-notice": Phrase("KI-Hinweis", "AI notice"),
    "furniture-blank": Phrase("leer", "blank"),
    "furniture-breadcrumb": Phrase("Pfadangabe", "breadcrumb"),
    "furniture-byline": Phrase("Autorenzeile", "byline"),
    "furniture-caption-foreign": Phrase("fremde Bildunterschrift", "foreign caption"),
    "furniture-contact": Phrase("Kontakt", "contact"),
    "furniture-cookie-notice": Phrase("Cookie-Hinweis", "cookie notice"),
    "furniture-credit": Phrase("Bildnachweis", "credit"),
    "furniture-dateline": Phrase("Orts- und Datumszeile", "dateline"),
    "furniture-footer": Phrase("Fußzeile", "footer"),
    "furniture-front-matter": Phrase("Kopfdaten", "front matter"),
    "furniture-heading-label": Phrase("Überschriftsmarke", "heading label"),
    "furniture-navigation": Phrase("Navigation", "navigation"),
    "furniture-note": Phrase("Anmerkung", "note"),
    "furniture-page-header": Phrase("Seitenkopf", "page header"),
    "furniture-price": Phrase("Preis", "price"),
    "furniture-quoted-mail": Phrase("zitierte Mail", "quoted mail"),
    "furniture-separator": Phrase("Trenner", "separator"),
    "furniture-share": Phrase("Teilen", "share"),
    "furniture-subscription": Phrase("Abo-Werbung", "subscription"),
    "furniture-teaser": Phrase("Anreißer", "teaser"),
    # -- the page --------------------------------------------------------------
    "in": Phrase("in", "in"),
    "and": Phrase("und", "and"),
    "no-conflict": Phrase("Kein gesicherter Widerspruch", "No established conflict"),
    "skip": Phrase("Zu den Befunden springen", "Skip to the findings"),
    "overview": Phrase("Überblick", "Overview"),
    "front": Phrase("Das Wichtigste zuerst", "What matters most"),
    "all-findings": Phrase("Alle Befunde", "All findings"),
    "matrix": Phrase("Wer steht gegen wen", "Who stands against whom"),
    "matrix-note": Phrase(
        "Je Paar von Quellen: Aussagen, die einander stützen (=), und Befunde ab Stufe "
        "„möglich“, in denen sie einander entgegenstehen (≠).",
        "For each pair of sources: claims that support each other (=), and findings at level "
        "possible or above that set them against each other (≠).",
    ),
    "matrix-none": Phrase(
        "Keine zwei Quellen sagen Vergleichbares.", "No two sources say anything comparable."
    ),
    "agreements": Phrase("stützen einander", "support each other"),
    "conflicts": Phrase("stehen gegeneinander", "stand against each other"),
    "timeline": Phrase("Wann erschienen, wovon die Rede", "When published, what about"),
    "timeline-note": Phrase(
        "Raute: erschienen. Kreis: Zeitpunkt einer Aussage, gefüllt, wenn sie umstritten ist.",
        "Diamond: published. Circle: time of a claim, filled where it is contested.",
    ),
    "timeline-none": Phrase(
        "Keine Quelle nennt einen Tag, an dem sie erschien oder von dem sie spricht.",
        "No source gives a day of publication or a day it speaks of.",
    ),
    "no-time": Phrase("kein Zeitpunkt bekannt", "no time known"),
    "moments": Phrase("Zeitpunkte der Aussagen", "Times of claims"),
    "earlier": Phrase("früher", "earlier"),
    "later": Phrase("später", "later"),
    "by-type": Phrase("Befunde nach Art und Stufe", "Findings by type and level"),
    "filter": Phrase("Befunde filtern", "Filter findings"),
    "any-type": Phrase("alle Arten", "all types"),
    "any-rule": Phrase("alle Regeln", "all rules"),
    "any-source": Phrase("alle Quellen", "all sources"),
    "any-status": Phrase("offen und hingenommen", "open and accepted"),
    "search": Phrase("Text suchen", "Search text"),
    "reset": Phrase("Filter löschen", "Clear filters"),
    "shown-of": Phrase("von", "of"),
    "no-match": Phrase("Kein Befund passt zu diesem Filter.", "No finding matches this filter."),
    "in-full": Phrase("im Volltext", "in the full text"),
    "permalink": Phrase("Verweis auf diesen Befund", "Link to this finding"),
    "number-line": Phrase("Was die Wortlaute zulassen", "What the wordings allow"),
    "gap": Phrase("kein gemeinsamer Wert", "no value in common"),
    "log-scale": Phrase("logarithmisch geteilt", "logarithmic scale"),
    "remedy-and-limits": Phrase("Frage und Grenzen", "Question and limits"),
    "brief-note": Phrase(
        "Bei so vielen Befunden stehen nur die gewichtigsten ausführlich da; Zahlenstrahl und "
        "Vergleichsgründe der übrigen stehen in report.json.",
        "With so many findings only the weightiest are shown at length; number lines and grounds "
        "of the others are in report.json.",
    ),
    "what-is-open": Phrase("Was nicht bekannt ist", "What is not known"),
    "copy-command": Phrase("Befehl kopieren", "Copy command"),
    "copied-done": Phrase("Kopiert", "Copied"),
    "accept-title": Phrase("Hinnehmen", "Accept"),
    "decide": Phrase("Begründet hinnehmen", "Accept with a reason"),
    "reason": Phrase("Warum kann der Befund stehen bleiben?", "Why may this finding stand?"),
    "author": Phrase("Wer entscheidet? (freiwillig)", "Who decides? (optional)"),
    "keep": Phrase("Merken", "Keep"),
    "drop": Phrase("Verwerfen", "Discard"),
    "decided": Phrase("vorgemerkt als hingenommen", "noted as accepted"),
    "export": Phrase("Entscheidungen sichern", "Save decisions"),
    "decisions-note": Phrase(
        "Gesicherte Entscheidungen übernimmt: "
        "check baseline accept --decisions checker-decisions.json",
        "Saved decisions are taken over by: "
        "check baseline accept --decisions checker-decisions.json",
    ),
    "unsupported-title": Phrase("Aussagen ohne zweite Quelle", "Claims without a second source"),
    "unsupported-note": Phrase(
        "Nach Prüfwürdigkeit geordnet. Dass eine zweite Quelle fehlt, heißt nicht, dass die "
        "Aussage falsch ist.",
        "In order of check-worthiness. A missing second source does not make a claim false.",
    ),
    "unsupported-none": Phrase("Keine Aussage steht allein.", "No claim stands alone."),
    "copied-title": Phrase("Übernommene Stellen", "Repeated passages"),
    "show": Phrase("zeigen", "show"),
    "original": Phrase("im Original öffnen", "open the original"),
    "copies-none": Phrase(
        "Keine Quelle übernimmt erkennbar eine andere.", "No source visibly repeats another."
    ),
    "copies-note": Phrase(
        "Kopien und Texte derselben Agentur zählen als ein Zeuge.",
        "Copies and texts of one agency count as one witness.",
    ),
    "one-witness": Phrase("ein Zeuge", "one witness"),
    "shared": Phrase("gemeinsam", "shared"),
    "sources-title": Phrase("Die Quellen im Volltext", "The sources in full"),
    "legend": Phrase("Lesehilfe", "Key"),
    "furniture": Phrase("Beiwerk", "furniture"),
    "furniture-legend": Phrase(
        "Beiwerk (nicht als Aussage gelesen)", "Furniture (not read as claims)"
    ),
    "not-compared-here": Phrase("nicht als Aussage gelesen", "not read as a claim"),
    "language": Phrase("Sprache", "Language"),
    "fingerprint": Phrase("Prüfsumme", "Digest"),
    "agencies": Phrase("Agenturen", "Agencies"),
    "notices": Phrase("Lesehinweise", "Notices"),
    "draft": Phrase("Entwurf in Prüfung", "draft under review"),
    "inputs": Phrase("Eingaben", "Inputs"),
    "state": Phrase("Zustand", "State"),
    "reason-col": Phrase("Grund", "Reason"),
    "without-pair": Phrase("ohne vergleichbare Gegenstelle", "met no comparable claim"),
    "capped-label": Phrase("wegen Obergrenze ausgelassen", "dropped by a cap"),
    "nothing-unread": Phrase("Alle Eingaben wurden ganz gelesen.", "All inputs were wholly read."),
    "keys": Phrase("Tasten", "Keys"),
    "key-next": Phrase("nächster, voriger Befund", "next, previous finding"),
    "key-enter": Phrase("zur Stelle im Volltext", "to the place in the full text"),
    "key-search": Phrase("suchen", "search"),
    "key-help": Phrase("diese Hilfe", "this help"),
    "key-esc": Phrase("schließen, Filter löschen", "close, clear filters"),
    "close": Phrase("Schließen", "Close"),
    "supports": Phrase("stützt", "supports"),
    "no-js": Phrase(
        "Ohne JavaScript fehlen nur Filter, Tasten und das Vormerken von Entscheidungen.",
        "Without JavaScript only filters, keys and noting decisions are missing.",
    ),
    "contents": Phrase("Inhalt", "Contents"),
    "none": Phrase("keine", "none"),
    "more": Phrase("weitere", "more"),
    "share": Phrase("Anteil", "share"),
    "pairs-table": Phrase("Paare mit den meisten Berührungen", "Pairs with most in common"),
    "verdict-note": Phrase(
        "Der Bericht sagt nicht, wer recht hat. Er zeigt, was nicht zusammenpasst, und warum.",
        "This report does not say who is right. It shows what does not fit together, and why.",
    ),
}


#: Nouns that are counted: (German one, German many, English one, English many).
COUNTED: dict[str, tuple[str, str, str, str]] = {
    "source": ("Quelle", "Quellen", "source", "sources"),
    "claim": ("Aussage", "Aussagen", "claim", "claims"),
    "figure": ("Zahlenangabe", "Zahlenangaben", "figure", "figures"),
    "pair": ("Vergleich", "Vergleiche", "comparison", "comparisons"),
    "finding": ("Befund", "Befunde", "finding", "findings"),
    "more-finding": (
        "weiterer Befund, siehe Bericht",
        "weitere Befunde, siehe Bericht",
        "more finding, see the report",
        "more findings, see the report",
    ),
    "error": ("Widerspruch", "Widersprüche", "conflict", "conflicts"),
    "warning": (
        "möglicher Widerspruch",
        "mögliche Widersprüche",
        "possible conflict",
        "possible conflicts",
    ),
    "info": ("Hinweis", "Hinweise", "note", "notes"),
    "origin": ("Ursprung", "Ursprünge", "origin", "origins"),
    "moment": ("Zeitpunkt", "Zeitpunkte", "moment", "moments"),
    "character": ("Zeichen", "Zeichen", "character", "characters"),
    "not-compared": (
        "Aussage ohne vergleichbare Gegenstelle",
        "Aussagen ohne vergleichbare Gegenstelle",
        "claim that met no comparable claim",
        "claims that met no comparable claim",
    ),
    "single-claim": (
        "Aussage nur aus einem Ursprung",
        "Aussagen nur aus einem Ursprung",
        "claim from a single origin",
        "claims from a single origin",
    ),
    "not-checkable-claim": (
        "Aussage nicht prüfbar",
        "Aussagen nicht prüfbar",
        "claim not checkable",
        "claims not checkable",
    ),
    "furniture-character": (
        "Zeichen Beiwerk nicht als Aussage gelesen",
        "Zeichen Beiwerk nicht als Aussage gelesen",
        "character of furniture not read as a claim",
        "characters of furniture not read as claims",
    ),
    "capped": (
        "Vergleich wegen Obergrenze ausgelassen",
        "Vergleiche wegen Obergrenze ausgelassen",
        "comparison dropped by a cap",
        "comparisons dropped by a cap",
    ),
    "unread": (
        "Eingabe nicht oder nicht ganz gelesen",
        "Eingaben nicht oder nicht ganz gelesen",
        "input not wholly read",
        "inputs not wholly read",
    ),
    "copied-passage": (
        "übernommene Stelle",
        "übernommene Stellen",
        "repeated passage",
        "repeated passages",
    ),
}


def noun(number: int, key: str, lang: str) -> str:
    """Return a counted noun in the number it needs."""
    forms = COUNTED[key]
    return forms[(0 if lang == "de" else 2) + (number != 1)]


#: Labels that a rule's question may already begin with.
_ASKING = ("Fragen: ", "Frage: ", "Ask: ", "Questions: ", "Question: ")


def question(remedy: Phrase, lang: str) -> str:
    """Return the question of a finding without a label of its own, as forms put one before it."""
    text = remedy.get(lang)
    for label in _ASKING:
        text = text.removeprefix(label)
    return text


def notice(remark: str, lang: str) -> str:
    """Return a remark on reading ("replaced-bytes: 1") in words."""
    key, colon, detail = remark.partition(": ")
    phrase = WORDS.get(f"notice-{key}") or WORDS.get(key)
    return remark if phrase is None else f"{phrase.get(lang)}{colon}{detail}"


def word(key: str, lang: str) -> str:
    """Return a label in the interface's language; an unknown key is shown as it is."""
    phrase = WORDS.get(key)
    return key if phrase is None else phrase.get(lang)
