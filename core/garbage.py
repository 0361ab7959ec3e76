"""Python's collector of garbage, as a server wants it; called once, when everything is loaded."""

import gc

OBJECTS = 10_000  # made since the last look: a page of results makes some thousand, which mostly go by themselves


def settle() -> None:
    """Never look again at what the application is made of, and seldom at what a request makes.

    Looking at the first was 200 ms of a large answer, at the second a tenth of a search among 10,000 things.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS)
