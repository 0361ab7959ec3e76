"""The editors' screens of search."""

RIGHT = "search.change_concept"
