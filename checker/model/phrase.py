"""A sentence for people, in every language of the interface.

Messages, readings and steps of a reckoning are made where the reason is known
and printed much later; carrying both wordings keeps that choice with the report.

Floor 0 (model).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """The same statement in German and in English.

    Attributes:
        de: German wording, plain text (never markup); quotes of sources stay as they are.
        en: English wording.
    """

    de: str
    en: str

    def get(self, lang: str) -> str:
        """Return the wording for an interface language; English for any but ``de``."""
        return self.de if lang == "de" else self.en


#: Nothing to say, in every language.
NOTHING = Phrase("", "")
