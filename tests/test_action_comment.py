"""The comment that the GitHub Action keeps on a pull request: its script, a real git, a server in GitHub’s place."""

import json
import runpy
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from repository import Repository, repository
from test_action import DEFAULTS, ROOT, filled, step_of

COMMENTS = "/repos/team/maps/issues/7/comments"
MARKER = "<!-- cjm changes -->\n"
OLD = "cjm: 1\ntitle: Shop\nstages:\n  - {name: Search, emotion: -1}\n"
NEW = OLD.replace("-1", "+1")


class GitHub(ThreadingHTTPServer):
    """Comments of one pull request, and a token that may write them or not."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.comments: list[dict[str, Any]] = []
        self.status = 201
        self.answer: bytes | None = None
        self.calls: list[str] = []


class Handler(BaseHTTPRequestHandler):
    server: GitHub

    def do_GET(self) -> None:
        if self.server.answer is not None:
            self.send(200, self.server.answer)
            return
        page = int(self.path.rpartition("=")[2])
        self.reply(200, self.server.comments[(page - 1) * 100 : page * 100])

    def do_POST(self) -> None:
        if self.server.status == 201:
            self.server.comments.append({"id": 1, "user": {"type": "Bot"}, **self.body()})
        self.reply(self.server.status, {})

    def do_PATCH(self) -> None:
        number = int(self.path.rpartition("/")[2])
        next(comment for comment in self.server.comments if comment["id"] == number).update(self.body())
        self.reply(200, {})

    def body(self) -> dict[str, str]:
        return dict(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    def reply(self, status: int, answer: object) -> None:
        assert self.headers["Authorization"] == "Bearer secret"
        self.send(status, json.dumps(answer).encode())

    def send(self, status: int, answer: bytes) -> None:
        self.server.calls.append(f"{self.command} {self.path}")
        self.send_response(status)
        self.send_header("Location", "http://192.0.2.1/")
        self.send_header("Link", '<http://192.0.2.1/>; rel="next"')
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name that the library gives)
        """Nothing."""


@pytest.fixture
def github() -> Iterator[GitHub]:
    with GitHub() as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()  # seconds that `shutdown` may wait
        yield server
        server.shutdown()


@pytest.fixture
def clone(tmp_path: Path) -> Repository:
    """A repository with a base and, on top of it, a branch."""
    (tmp_path / "temp").mkdir()
    made = repository(tmp_path, "clone")
    commit(made, OLD)
    return made


def commit(clone: Repository, text: str) -> str:
    clone.write("shop.cjm.yaml", text)
    return clone.commit("maps")


def run_step(clone: Repository, github: GitHub, base: str, **inputs: str) -> tuple[str, str]:
    """Run the step as a runner does: what it printed and the summary of the job."""
    step, folder = step_of("changes"), clone.folder.parent
    summary = folder / "summary"
    summary.unlink(missing_ok=True)
    environment = clone.environment | filled(step["env"], DEFAULTS | inputs)
    environment |= {
        "RUNNER_TEMP": str(folder / "temp"), "GITHUB_STEP_SUMMARY": str(summary), "CJM_TODAY": "2026-11-22",
        "GITHUB_API_URL": f"http://127.0.0.1:{github.server_port}", "GITHUB_REPOSITORY": "team/maps",
        "PROGRAMS": str(Path(sys.executable).parent), "ACTION": str(ROOT), "BASE": base, "NUMBER": "7",
        "TOKEN": "secret",
    }  # fmt: skip
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=clone.folder, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr, summary.read_text(encoding="utf-8") if summary.exists() else ""


def test_one_comment_is_written_and_then_kept(clone: Repository, github: GitHub) -> None:
    base = clone.git("rev-parse", "HEAD").strip()
    commit(clone, NEW)
    printed, summary = run_step(clone, github, base)
    assert printed == ""
    assert "- `~` emotion: −1 → +1" in summary
    assert [comment["body"] for comment in github.comments] == [MARKER + summary]
    commit(clone, NEW.replace("+1", "+2"))
    _, newer = run_step(clone, github, base)
    assert "−1 → +2" in newer
    assert [comment["body"] for comment in github.comments] == [MARKER + newer]
    commit(clone, OLD.replace("cjm: 1", "cjm: 1 # the same"))
    run_step(clone, github, base)
    assert [comment["body"] for comment in github.comments] == [MARKER + "**cjm** · no changes\n"]
    assert [call.split()[0] for call in github.calls] == ["GET", "POST", "GET", "PATCH", "GET", "PATCH"]


def test_where_nothing_changed_nothing_is_written(clone: Repository, github: GitHub) -> None:
    printed, summary = run_step(clone, github, clone.git("rev-parse", "HEAD").strip())
    assert (printed, summary, github.comments) == ("", "**cjm** · no changes\n", [])


def test_what_a_person_wrote_is_left_alone(clone: Repository, github: GitHub) -> None:
    base = clone.git("rev-parse", "HEAD").strip()
    commit(clone, NEW)
    theirs = [{"id": n + 10, "user": {"type": "User"}, "body": MARKER + "mine"} for n in range(150)]
    github.comments = [*theirs, {"id": 3, "user": {"type": "Bot"}, "body": "another robot"}]
    run_step(clone, github, base)
    assert github.comments[:150] == theirs
    assert github.comments[150]["body"] == "another robot"
    assert len(github.comments) == 152
    run_step(clone, github, base)
    assert len(github.comments) == 152


NOT_A_LIST = "what GitHub answered is not a list of comments"
ANSWERS = {
    b"": NOT_A_LIST,
    b"<html>502</html>": NOT_A_LIST,
    b"null": NOT_A_LIST,
    b'{"message": "x"}': NOT_A_LIST,
    b"[" * 100_000: NOT_A_LIST,
    b"[" + b"9" * 5000 + b"]": NOT_A_LIST,
    b'[null, 1, "x", [], {}, {"id": 1}, {"id": 1, "user": null, "body": "<!-- cjm changes -->"}]': "",
    b'[{"id": 1, "user": [], "body": 1}, {"id": null, "user": {"type": "Bot"}, "body": "<!-- cjm changes -->"}]': "",
    b'[{"id": 1, "user": {"type": null}, "body": null}, {"user": {"type": "Bot"}, "body": "\\ud800"}]': "",
}


@pytest.fixture
def script(
    github: GitHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[], str]:
    """The script alone; what it printed."""
    (tmp_path / "changes.md").write_text("changes", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["comment.py", str(tmp_path / "changes.md")])
    values = {"REPOSITORY": "team/maps", "API_URL": f"http://127.0.0.1:{github.server_port}"}
    for name, value in values.items():
        monkeypatch.setenv(f"GITHUB_{name}", value)
    for name, value in {"NUMBER": "7", "TOKEN": "secret", "ALIKE": "false"}.items():
        monkeypatch.setenv(name, value)

    def run() -> str:
        runpy.run_path(str(ROOT / "action" / "comment.py"), run_name="__main__")
        return capsys.readouterr().out

    return run


def notice(reason: str) -> str:
    return f"::notice::no comment on the pull request: {reason}; the summary of the job has the changes\n"


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer[:30].decode())
def test_an_odd_answer_is_a_sentence_or_no_comment_of_ours(
    answer: bytes, github: GitHub, script: Callable[[], str]
) -> None:
    github.answer = answer
    assert script() == (notice(ANSWERS[answer]) if ANSWERS[answer] else "")
    assert len(github.comments) == (not ANSWERS[answer])


@pytest.mark.parametrize("status", [204, 302, 422, 429, 503])
def test_an_unexpected_status_is_a_sentence(status: int, github: GitHub, script: Callable[[], str]) -> None:
    github.status = status
    assert script() == notice(f"GitHub answered {status}")
    assert len(github.calls) == 2


@pytest.mark.parametrize("name", ["TOKEN", "NUMBER", "ALIKE", "GITHUB_API_URL", "GITHUB_REPOSITORY"])
@pytest.mark.parametrize("value", [None, "", "a\nb", "\udcff"])
def test_an_odd_environment_is_a_sentence_without_the_token(
    name: str, value: str | None, script: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if value is None:
        monkeypatch.delenv(name)
    else:
        monkeypatch.setenv(name, value)
    assert script() == notice(f"{name} is not set, or to nothing that fits into a request")


@pytest.mark.parametrize(("status", "reason"), [(403, "the token may only read"), (500, "GitHub answered 500")])
def test_a_token_that_may_only_read_is_no_failure(status: int, reason: str, clone: Repository, github: GitHub) -> None:
    base = clone.git("rev-parse", "HEAD").strip()
    commit(clone, NEW)
    github.status = status
    printed, summary = run_step(clone, github, base)
    assert printed.startswith(f"::notice::no comment on the pull request: {reason}")
    assert "emotion: −1 → +1" in summary


def test_no_server_is_no_failure(clone: Repository, github: GitHub) -> None:
    base = clone.git("rev-parse", "HEAD").strip()
    commit(clone, NEW)
    github.server_close()
    printed, _ = run_step(clone, github, base)
    assert printed.startswith("::notice::no comment on the pull request: ")


def test_paths_reach_the_command_and_nothing_else(clone: Repository, github: GitHub) -> None:
    base = clone.git("rev-parse", "HEAD").strip()
    (clone.folder / "a $(touch made); b").mkdir()
    (clone.folder / "a $(touch made); b" / "x.cjm.yaml").write_text(NEW, encoding="utf-8")
    commit(clone, NEW)
    _, summary = run_step(clone, github, base, paths="a $(touch made); b\n")
    assert "1 new map" in summary
    assert "shop" not in summary
    assert not (clone.folder / "made").exists()


def test_a_broken_map_is_reported_too(clone: Repository, github: GitHub) -> None:
    base = clone.git("rev-parse", "HEAD").strip()
    commit(clone, NEW.replace("name", "nam"))
    _, summary = run_step(clone, github, base)
    assert "1 map cannot be compared" in summary
    assert [comment["body"] for comment in github.comments] == [MARKER + summary]


def test_a_shallow_clone_is_deepened(clone: Repository, github: GitHub, tmp_path: Path) -> None:
    base = clone.git("rev-parse", "HEAD").strip()
    for emotion in ("0", "+1", "+2"):
        commit(clone, OLD.replace("-1", emotion))
    clone.git("clone", "-q", "--depth=1", clone.folder.as_uri(), str(tmp_path / "shallow"))
    shallow = Repository(tmp_path / "shallow", tmp_path / "home")
    _, summary = run_step(shallow, github, base)
    assert "- `~` emotion: −1 → +2" in summary


def test_a_clone_that_cannot_be_deepened_has_a_hint(clone: Repository, github: GitHub, tmp_path: Path) -> None:
    base = clone.git("rev-parse", "HEAD").strip()
    commit(clone, NEW)
    clone.git("clone", "-q", "--depth=1", clone.folder.as_uri(), str(tmp_path / "shallow"))
    shallow = Repository(tmp_path / "shallow", tmp_path / "home")
    clone.folder.rename(tmp_path / "gone")
    printed, summary = run_step(shallow, github, base)
    assert "check out with fetch-depth: 0" in printed
    assert (summary, github.comments) == ("", [])
