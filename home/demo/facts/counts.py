"""The tables of README.md: how many records, of which kinds, with what."""

from collections import Counter

TERMS = ("needs", "groups", "communities", "landmarks", "channels", "languages", "document_types")


def table(title, rows):
    print(f"\n| {title} | records |\n|---|---|")
    for name, number in rows:
        print(f"| {name} | {number} |")


def counts(taxonomy, items):
    structures = items["structures"]
    print("\n| file | records |\n|---|---|")
    terms = ", ".join(f"{len(taxonomy[name])} {name.replace('_', ' ')}" for name in TERMS)
    print(f"| taxonomy.json | {terms} |")
    for name, records in items.items():
        print(f"| {name}.json | {len(records)} |")
    table("structures by family", Counter(r["family"] for r in structures).most_common())
    table("by confidence", Counter(r["confidence"] for r in structures).most_common())
    newest = Counter()
    for r in structures:
        dates = [s["date"][:4] for s in r["sources"] if s["date"]]
        newest[max(dates) if dates else "no dated source"] += 1
    table("by year of the newest dated source", sorted(newest.items(), reverse=True))
    table(
        "with",
        [
            ("a phone", sum(bool(r["phones"]) for r in structures)),
            (
                "a phone that is not a national short number",
                sum(any(p["number"].startswith("+") for p in r["phones"]) for r in structures),
            ),
            ("an address", sum(bool(r["address"]) for r in structures)),
            (
                "street and number",
                sum(
                    bool(r["address"] and r["address"]["street"] and r["address"]["number"])
                    for r in structures
                ),
            ),
            ("coordinates", sum(bool(r["address"] and r["address"]["lat"]) for r in structures)),
            ("hours as OSM text", sum(bool(r["hours"] and r["hours"]["osm"]) for r in structures)),
            (
                "hours in the source's words only",
                sum(bool(r["hours"] and r["hours"]["said"] and not r["hours"]["osm"]) for r in structures),
            ),
            ("a website", sum(bool(r["website"]) for r in structures)),
            ("a known cost", sum(r["cost"]["type"] != "unknown" for r in structures)),
            ("a conflict or gap noted", sum(bool(r["conflicts"]) for r in structures)),
            ("sensitive", sum(r["sensitive"] for r in structures)),
            ("may be outdated", sum(r["may_be_outdated"] for r in structures)),
            ("ended or paused", sum(r["status"] != "active" for r in structures)),
        ],
    )
    print(
        f"\nIndicators: {sum(len(r['observations']) for r in items['indicators'])} values in {len(items['indicators'])} series."
    )
