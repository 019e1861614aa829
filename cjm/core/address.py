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
        ends = f"{value['from']} → {value['to']}" if "from" in value and "to" in value else None
        value = value.get("id") or ends or value.get("name")
    return str(key if isinstance(value, (dict, list)) or value is None else value)
