"""Addresses of the news that are no pages, the same in every language."""

from django.urls import path

from news.feeds import news_atom

urlpatterns = [path("feeds/news.atom", news_atom, name="news_atom")]
