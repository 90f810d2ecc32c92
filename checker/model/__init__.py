"""The values everything else speaks in; standard library only.

Floor 0.
"""

from checker.model.claim import OUTLET, Attribution, Claim, Cue, Name, Token
from checker.model.figure import Figure, Kind, Measured
from checker.model.finding import Bar, Finding, Level, Side
from checker.model.interval import INFINITY, Interval
from checker.model.moment import Moment
from checker.model.pair import Ground, Pair, Standing
from checker.model.phrase import NOTHING, Phrase
from checker.model.report import Coverage, Family, Report, Support
from checker.model.setting import ANYWHERE, Setting
from checker.model.source import Furniture, InputRecord, Known, Part, Source, State

__all__ = [
    "ANYWHERE",
    "INFINITY",
    "NOTHING",
    "OUTLET",
    "Attribution",
    "Bar",
    "Claim",
    "Coverage",
    "Cue",
    "Family",
    "Figure",
    "Finding",
    "Furniture",
    "Ground",
    "InputRecord",
    "Interval",
    "Kind",
    "Known",
    "Level",
    "Measured",
    "Moment",
    "Name",
    "Pair",
    "Part",
    "Phrase",
    "Report",
    "Setting",
    "Side",
    "Source",
    "Standing",
    "State",
    "Support",
    "Token",
]
