"""The day comes first in every language: who reads English here writes to Greek offices."""

DATE_INPUT_FORMATS = ["%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%d/%m/%y"]
TIMES = ["%H:%M", "%H:%M:%S"]
DATETIME_INPUT_FORMATS = [f"{day} {time}" for time in TIMES for day in DATE_INPUT_FORMATS] + DATE_INPUT_FORMATS
