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
_REFUSED = (401, 403, 404)


class RefusedError(Exception):
    """GitHub refused a request; the message says why."""


def ask(method: str, path: str, body: object = None) -> Any:
    """What GitHub's API answers.

    Raises:
        RefusedError: it refuses.
    """
    api = urlsplit(os.environ["GITHUB_API_URL"])
    connect = HTTPSConnection if api.scheme == "https" else HTTPConnection
    connection = connect(api.netloc, timeout=30)
    headers = {
        "Accept": "application/vnd.github+json",
        "Authorization": f"Bearer {os.environ['TOKEN']}",
        "User-Agent": "cjm",
    }
    connection.request(method, api.path + path, json.dumps(body) if body else None, headers)
    response = connection.getresponse()
    answer = response.read()
    if response.status in _REFUSED:
        raise RefusedError("the token may only read, as on a pull request from a fork")
    if response.status not in (200, 201):
        raise RefusedError(f"GitHub answered {response.status}")
    return json.loads(answer)


def ours(comments: str) -> int | None:
    """The number of the comment that an earlier run has left; one that a person wrote is never ours."""
    for page in range(1, 101):
        found = ask("GET", f"{comments}?per_page={PAGE}&page={page}")
        for comment in found:
            if comment["user"]["type"] == "Bot" and comment["body"].startswith(MARKER):
                return int(comment["id"])
        if len(found) < PAGE:
            break
    return None


def keep(text: str) -> None:
    """Write the comment, or change it; where nothing changed and none is there, none is written."""
    repository = f"/repos/{os.environ['GITHUB_REPOSITORY']}/issues"
    comments = f"{repository}/{os.environ['NUMBER']}/comments"
    body = {"body": f"{MARKER}\n{text}"}
    known = ours(comments)
    if known is not None:
        ask("PATCH", f"{repository}/comments/{known}", body)
    elif os.environ["ALIKE"] != "true":
        ask("POST", comments, body)


def main() -> None:
    """Keep the comment, or report why there is none."""
    try:
        keep(Path(sys.argv[1]).read_text(encoding="utf-8"))
    except (RefusedError, OSError, HTTPException, ValueError) as error:
        reason = str(error).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        print(f"::notice::no comment on the pull request: {reason}; the summary of the job has the changes")  # noqa: T201


if __name__ == "__main__":
    main()
