"""Addresses of things in a map: paths by ids and names, which stay when other things are added or removed."""


def step(key: str | int, value: object) -> str:
    """One step of an address: a key as it is, an entry of a list by its id, its two ends or its name.

    Args:
        key: the key or the position in a list that holds the value.
        value: the value; of a mapping only the keys that name it count.

    >>> step("stages", []), step(0, {"name": "Search"}), step(2, {"from": "Pay", "to": "Search"}), step(1, "SEO")
    ('stages', 'Search', 'Pay → Search', 'SEO')
    """
    if isinstance(key, str):
        return key
    if isinstance(value, dict):
        value = value.get("id") or _ends(value) or value.get("name")
    return str(key if isinstance(value, (dict, list)) or value is None else value)


def _ends(value: dict[str, object]) -> str | None:
    ends = value.get("from"), value.get("to")
    return None if any(end is None or isinstance(end, (dict, list)) for end in ends) else f"{ends[0]} → {ends[1]}"
