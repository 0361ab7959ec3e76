"""How near two keys are: pairs of letters that they share, and typing errors between them."""


def grams(key: str) -> set[str]:
    """Pairs of neighbouring letters, with the key's kind before each; both ends count as letters."""
    kind, word = key[0], f"^{key[1:]}$"
    return {kind + word[at : at + 2] for at in range(len(word) - 1)}


def edits(first: str, second: str, limit: int) -> int:
    """Damerau-Levenshtein distance; limit + 1 when it is larger."""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for at, letter in enumerate(first, start=1):
        older, before, row = before, row, [at]
        for to, other in enumerate(second, start=1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != other))
            if at > 1 and to > 1 and letter == second[to - 2] and first[at - 2] == other:
                cost = min(cost, older[to - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1] if row[-1] <= limit else limit + 1
