"""Database models of the studies library and of statistics. Page types come last: they import selectors."""

from studies.models.indicator import (
    Area,
    AreaWords,
    Breakdown,
    BreakdownWords,
    Indicator,
    IndicatorWords,
    Observation,
)
from studies.models.study import Study, StudyAuthor, StudyWords
from studies.pages import IndicatorIndexPage, IndicatorPage, StudyIndexPage, StudyPage

__all__ = [
    "Area",
    "AreaWords",
    "Breakdown",
    "BreakdownWords",
    "Indicator",
    "IndicatorIndexPage",
    "IndicatorPage",
    "IndicatorWords",
    "Observation",
    "Study",
    "StudyAuthor",
    "StudyIndexPage",
    "StudyPage",
    "StudyWords",
]
