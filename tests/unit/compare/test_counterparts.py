"""Two texts told to be of one event: the counterpart of what the second says."""

from __future__ import annotations

import pytest

from checker.judge.entail import label_pair
from checker.language.treebank import rejoined

BORN = "Anna Ross (born Anna Lee Ross; October 4, 1951) is a Canadian author."
LIVED = "John Carr (10 February 1904 – 29 December 1986) was a Scottish painter."


@pytest.mark.parametrize(
    ("lang", "premise", "hypothesis"),
    [
        pytest.param("en", BORN, "Anna Ross was born in 1987.", id="year-of-birth"),
        pytest.param("en", LIVED, "John Carr was born on June 10, 1904.", id="birth-in-a-bracket"),
        pytest.param("en", LIVED, "John Carr died in 1976.", id="death-in-a-bracket"),
        pytest.param(
            "en",
            "The show was set up on June 4, 1992 after the old one had been split in two.",
            "The show was set up in 1993.",
            id="a-comma-in-a-date",
        ),
        pytest.param(
            "en",
            "It is a song from their 1979 album and their first single.",
            "Victoria (a song) was in 1982.",
            id="year-of-the-thing",
        ),
        pytest.param(
            "en",
            "The film was shot in India and London, from September 1994 to August 1995.",
            "The filming of Long Way Home finished in August 1895.",
            id="one-digit-off",
        ),
        pytest.param(
            "en",
            "Mike Dwyer (born June 26, 1980) is a former football player.",
            "Mike Dwyer graduated from college on June 26, 1980.",
            id="day-of-birth",
        ),
        pytest.param(
            "de",
            "Im Jahr 1955 wurde das Kristall Aurora vorgestellt.",
            "Das Kristall Aurora wurde 1995 vorgestellt.",
            id="digits-set-otherwise",
        ),
        pytest.param(
            "en",
            "The album was well received, selling 757,000 copies by the end of the year.",
            "Blue Hour only sold about 100,000 copies.",
            id="copies-sold",
        ),
        pytest.param(
            "en",
            "T2 is a 2017 British comedy drama film, set in Leith.",
            "T2 is a 2017 British comedy drama book.",
            id="kind-of-thing",
        ),
        pytest.param(
            "en",
            "Brenner is a 1980 Australian prison drama film.",
            "Brenner is an American film.",
            id="state-it-is-of",
        ),
        pytest.param(
            "en",
            "After the uprising he fled to India, where he currently lives.",
            "The monk lives in Japan.",
            id="state-it-was-in",
        ),
        pytest.param(
            "en",
            "Hush is a 2016 horror film directed and edited by Mike Reed and written by both.",
            "Hush was written by Trevor Dale.",
            id="doer",
        ),
        pytest.param(
            "en",
            "The Larks are an American rock band, disbanded in 2004.",
            "The Larks formed in 2004.",
            id="opposite-in-one-year",
        ),
        pytest.param(
            "de",
            "Der Hersteller Nordwerk meldete einen Nettogewinn von 374 Millionen Euro.",
            "Nordwerk verliert 374 Millionen Euro.",
            id="opposite-of-one-sum",
        ),
        pytest.param(
            "en",
            "Gin derives its main flavour from juniper berries.",
            "Gin does not derive its main flavour from juniper berries.",
            id="denied",
        ),
        pytest.param(
            "en",
            "Dark Tide is a 2015 American thriller film directed by Ann Moss.",
            "Dark Tide is a 2012 film.",
            id="year-that-tells-apart",
        ),
        pytest.param(
            "en",
            "Nina Lowe (born 12 May 1974) is an actress known for the 2003 film River.",
            "Nina Lowe was born in March.",
            id="month-of-birth",
        ),
        pytest.param(
            "en",
            "He played for the Harbor Bulls from 1984 to 1993.",
            "He played for the Harbor Bulls until 2001.",
            id="until-and-a-span",
        ),
        pytest.param(
            "en",
            "It was released on 3 October 2007 by Harbor Records.",
            "Night Train came out in 2010.",
            id="kindred-deeds",
        ),
        pytest.param("en", LIVED, "John Carr died at the age of 75.", id="age-at-death"),
        pytest.param(
            "en",
            "The war lasted from 1914 to 1918.",
            "The Great War ended in 1920.",
            id="end-of-a-span",
        ),
        pytest.param(
            "en",
            "The firm was founded in 1976 by Tom Lee and Ray Fox.",
            "Orchard was founded in 1976 by Jim Bond.",
            id="founder",
        ),
        pytest.param(
            "en",
            "It is a port in Portugal with a population of 240,000.",
            "Porto has a population of 500,000.",
            id="measure-of-a-noun",
        ),
        pytest.param(
            "de",
            "Die Konservativen gewannen 33 Sitze und verringerten die Mehrheit um 101 Stimmen.",
            "Die Konservativen gewannen 101 Sitze.",
            id="count-of-another-noun",
        ),
        pytest.param(
            "de",
            "Die Firma wurde 1986 gegründet und 1990 verkauft.",
            "Die Firma wurde 1990 gegründet.",
            id="date-of-another-deed",
        ),
        pytest.param(
            "de",
            "Der Präsident hat am 14. Juli die Regeln der Neuwahl verkündet, die für den"
            " 30. Oktober vorgesehen ist.",
            "Die Neuwahl findet am 14. Juli statt.",
            id="an-empty-verb-and-its-noun",
        ),
        pytest.param(
            "de",
            "Die Armee von Ludwig Berg nahm Anton Reuter gefangen, der im August 1799 starb.",
            "Ludwig Berg starb im August 1799.",
            id="deed-and-date-of-another-person",
        ),
        pytest.param(
            "en",
            "The country lies in the north of Africa.",
            "The country lies in Europe.",
            id="continent",
        ),
    ],
)
def test_a_counterpart_that_excludes_it(lang: str, premise: str, hypothesis: str) -> None:
    """What the first text says of the same deed or thing cannot stand beside the second."""
    found = label_pair(premise, hypothesis, lang)

    assert found["label"] == "contradiction"
    assert found["reckoning"]


@pytest.mark.parametrize(
    ("lang", "premise", "hypothesis"),
    [
        pytest.param("en", BORN, "Anna Ross was born on October 4th, 1951.", id="same-birth"),
        pytest.param("en", LIVED, "On December 29, 1986 John Carr died.", id="same-death"),
        pytest.param("en", LIVED, "John Carr painted the bridge in 1950.", id="another-deed"),
        pytest.param(
            "de",
            "Noch 1994, 12 Jahre nach der Niederlage, waren die Inseln besetzt.",
            "Die Niederlage war im Jahr 1982.",
            id="a-year-worked-out",
        ),
        pytest.param(
            "de",
            "Genoveva Rall, Nichte des verstorbenen Karl Rall, starb am 14. Februar 2002.",
            "Karl Rall starb im Jahr 1970.",
            id="a-relative",
        ),
        pytest.param(
            "de",
            "Die Firma wurde 1986 gegründet und 1990 verkauft.",
            "Die Firma wurde 1990 verkauft.",
            id="date-of-this-deed",
        ),
        pytest.param("en", LIVED, "John Carr died at the age of 82.", id="same-age-at-death"),
        pytest.param(
            "en",
            "The bridge was opened in 1932, rebuilt in 1950 and closed in 1978.",
            "The bridge was rebuilt in 1950.",
            id="one-of-three-deeds",
        ),
        pytest.param(
            "de",
            "Die Stadt hat 240.000 Einwohner, im Großraum leben 1,2 Millionen Menschen.",
            "Im Großraum leben 1,2 Millionen Einwohner.",
            id="people-and-inhabitants",
        ),
        pytest.param(
            "de",
            "Die Frau, die nicht genannt werden wollte, verkaufte das Haus an die Stadt.",
            "Die Frau verkaufte das Haus an die Stadt.",
            id="denied-in-a-relative-clause",
        ),
        pytest.param(
            "en",
            "The port is in Portugal and known for its wine.",
            "The port is in Europe.",
            id="a-state-and-a-continent",
        ),
        pytest.param(
            "en",
            "The recall covers 384,000 vehicles; the company has recalled 1.4 million so far.",
            "Company recalls 384K vehicles.",
            id="one-of-two-figures",
        ),
        pytest.param(
            "en",
            "He gets $1,000, while his lawyers get $100,000 for expenses and $359,000 in fees.",
            "Lawyers get $459,000.",
            id="a-sum",
        ),
        pytest.param(
            "en",
            "The unit produced more than 400 training films.",
            "The unit produced 400 training films.",
            id="the-bound-itself",
        ),
        pytest.param(
            "en",
            "Hush is a horror film directed by Mike Reed and written by Kate Siegel.",
            "Hush was written by Kate Siegel.",
            id="same-doer",
        ),
        pytest.param(
            "en",
            "Carla Mora is a Mexican and American musician.",
            "Carla Mora is an American musician.",
            id="of-two-states",
        ),
        pytest.param(
            "de",
            "Der Leuchtturm wurde 1880 gebaut, aber niemand hat je Reste gefunden.",
            "Der Leuchtturm wurde 1880 gebaut.",
            id="something-else-denied",
        ),
        pytest.param(
            "en",
            "Unemployment falls to 3.9 percent, but wage growth remains weak.",
            "Job growth picks up, unemployment falls to 3.9 percent.",
            id="both-texts-say-both",
        ),
    ],
)
def test_no_counterpart(lang: str, premise: str, hypothesis: str) -> None:
    """What the first text bears out, or says of something else, is no conflict."""
    assert label_pair(premise, hypothesis, lang)["label"] != "contradiction"


def test_a_headline_without_a_verb_has_times() -> None:
    """A time beside nouns alone is bound to the nearest of them."""
    found = label_pair("Gold price rise and fall in June.", "Start of the strike on 3 May.", "en")

    assert found["label"] == "neutral"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rice -LRB- born October 4 , 1941 -RRB- is an author .",
         "Rice (born October 4, 1941) is an author."),
        ("It 's the band 's `` first '' album , and it does n't sell .",
         'It\'s the band\'s "first" album, and it doesn\'t sell.'),
        ("It opened on July 15 th , 2006 -- at last .", "It opened on July 15th, 2006 – at last."),
        ("Der Preis stieg um 3 % , sagte sie .", "Der Preis stieg um 3%, sagte sie."),
        ("Er sagt: 3 % mehr, heißt es.", "Er sagt: 3 % mehr, heißt es."),
    ],
)  # fmt: skip
def test_tokens_are_put_together(text: str, expected: str) -> None:
    """Text cut into tokens is read as it was printed; printed text is left alone."""
    assert rejoined(text) == expected
