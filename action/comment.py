#!/usr/bin/env python3
"""Keep one comment on a pull request: written the first time, changed in place from then on.

Usage: comment.py FILE; the environment holds TOKEN, NUMBER (of the pull request), ALIKE (`true` where nothing
changed), GITHUB_API_URL and GITHUB_REPOSITORY. It never fails: where GitHub refuses, it says so, and the summary of
the job has the changes.
"""

import json
import os
import sys
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

MARKER = "<!-- cjm changes -->"
PAGE = 100
LARGEST = 64 * 1024 * 1024
"""Bytes of an answer that are read."""
_REFUSED = (401, 403, 404)


class RefusedError(Exception):
    """GitHub refused a request; the message says why."""


def setting(name: str) -> str:
    """The value of an environment variable.

    Raises:
        RefusedError: there is none, or none that fits into a request.
    """
    value = os.environ.get(name, "")
    if not value or not value.isascii() or not value.isprintable():
        raise RefusedError(f"{name} is not set, or to nothing that fits into a request")
    return value


def ask(method: str, path: str, body: object = None) -> bytes:
    """What GitHub's API answers; no redirect and no link to another page is ever followed.

    Raises:
        RefusedError: it refuses.
    """
    api = urlsplit(setting("GITHUB_API_URL"))
    connect = HTTPSConnection if api.scheme == "https" else HTTPConnection
    connection = connect(api.netloc, timeout=30)
    headers = {
        "Accept": "application/vnd.github+json",
        "Authorization": f"Bearer {setting('TOKEN')}",
        "User-Agent": "cjm",
    }
    connection.request(method, api.path + path, json.dumps(body) if body else None, headers)
    response = connection.getresponse()
    if response.status in _REFUSED:
        raise RefusedError("the token may only read, as on a pull request from a fork")
    if response.status not in (200, 201):
        raise RefusedError(f"GitHub answered {response.status}")
    return response.read(LARGEST)


def comments_in(answer: bytes) -> list[Any]:
    """The comments in an answer, whatever each of them is.

    Raises:
        RefusedError: it is no list, as the page of a proxy is none.
    """
    try:
        found = json.loads(answer)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list):
        raise RefusedError("what GitHub answered is not a list of comments")
    return found


def number_if_ours(comment: Any) -> int | None:
    """The number of a comment that an earlier run has left; one that a person wrote is never ours."""
    match comment:
        case {"id": int(number), "user": {"type": "Bot"}, "body": str(body)} if (
            body.startswith(MARKER) and number is not True
        ):
            return number
        case _:
            return None


def ours(comments: str) -> int | None:
    """The number of our comment, if there is one."""
    for page in range(1, 101):
        found = comments_in(ask("GET", f"{comments}?per_page={PAGE}&page={page}"))
        numbers = [number for comment in found if (number := number_if_ours(comment)) is not None]
        if numbers or len(found) < PAGE:
            return next(iter(numbers), None)
    return None


def keep(text: str) -> None:
    """Write the comment, or change it; where nothing changed and none is there, none is written."""
    repository = f"/repos/{setting('GITHUB_REPOSITORY')}/issues"
    comments = f"{repository}/{setting('NUMBER')}/comments"
    body = {"body": f"{MARKER}\n{text}"}
    known = ours(comments)
    if known is not None:
        ask("PATCH", f"{repository}/comments/{known}", body)
    elif setting("ALIKE") != "true":
        ask("POST", comments, body)


def main() -> None:
    """Keep the comment, or report why there is none."""
    try:
        keep(Path(sys.argv[1]).read_text(encoding="utf-8"))
    except (RefusedError, OSError, HTTPException, ValueError) as error:
        words = str(error) or type(error).__name__
        reason = "".join(letter if letter.isprintable() else " " for letter in words).replace("%", "%25")
        print(f"::notice::no comment on the pull request: {reason}; the summary of the job has the changes")  # noqa: T201


if __name__ == "__main__":
    main()
