"""Database models of the network: good practices, and its page types last."""

from network.models.practice import Evidence, Practice
from network.pages import GoodPracticeIndexPage, GoodPracticePage, NetworkPage

__all__ = ["Evidence", "GoodPracticeIndexPage", "GoodPracticePage", "NetworkPage", "Practice"]
