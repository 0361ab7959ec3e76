#!/usr/bin/env python3
"""check_hours.py CASES.json ANSWER.json|-   compares an answer with the expected states and sentences (standard library only).

Exit 0 all equal, 1 differences, 2 not usable. The last line is a summary.
"""

import datetime as dt
import json
import pathlib
import sys

MOMENTS = {"next_change", "next_open", "expires"}


def same(key, want, got):
    if key in MOMENTS and want and got:
        try:
            return dt.datetime.fromisoformat(want) == dt.datetime.fromisoformat(got)
        except (TypeError, ValueError):
            return False
    return want == got


def main(argv):
    if len(argv) != 2:
        print(__doc__)
        return 2
    try:
        cases = json.loads(pathlib.Path(argv[0]).read_text("utf-8"))
        answer = json.loads(sys.stdin.read() if argv[1] == "-" else pathlib.Path(argv[1]).read_text("utf-8"))
        by_id = {row["id"]: row for row in answer["cases"]}
    except (OSError, ValueError, KeyError, TypeError) as problem:
        print(f"hours | not usable: {problem!r}")
        return 2
    wrong = 0
    for case in cases["cases"]:
        got = by_id.get(case["id"])
        if got is None:
            print(f"{case['id']}: no answer")
            wrong += 1
            continue
        bad = [
            f"{key}: {got.get(key)!r}, should be {want!r}"
            for key, want in case["expect"].items()
            if not same(key, want, got.get(key))
        ]
        bad += [
            f"{key}: {got[key]!r}, should not be there"
            for key in ("note_el", "note_en")
            if got.get(key) and key not in case["expect"]
        ]
        if bad:
            wrong += 1
            print(f"{case['id']} at {case['at']}: " + "; ".join(bad))
    right = len(cases["cases"]) - wrong
    lines = [f"{right}/{len(cases['cases'])} cases"]
    for part, key in (("readings", "osm"), ("texts", "text")):
        got = {row.get(key): row for row in answer.get(part, [])}
        good = 0
        for row in cases[part]:
            mine = {k: v for k, v in row.items() if k != "why"}
            other = {k: v for k, v in got.get(row[key], {}).items() if k in mine}
            if mine == other:
                good += 1
            else:
                wrong += 1
                print(f"{part}: {row[key]!r}: {other or 'no answer'}, should be {mine}")
        lines.append(f"{good}/{len(cases[part])} {part}")
    print("hours | " + ", ".join(lines))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
