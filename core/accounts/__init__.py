"""How staff signs in: password, second factor, and the confirmation that a person sits there now (decision 0060).

django-allauth does the work; here stands what is the hub's own: words, limits, letters, and how long a session lives.
"""
