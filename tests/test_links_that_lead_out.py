"""Nothing is written through a link that leads out of the repository, or of the folder where there is none."""

from pathlib import Path

import pytest
from repository import Repository, repository
from test_gitlab_template import JOB

FIXABLE = "cjm: 1\ntitle: Shop\nstages:\n  - name: Search\n    emotion: -2\n"
UNFIXED = "cjm: 1\ntitle: Shop\nstages:\n  - name: Search # cjm: ignore[CJM301]\n    goal: Answer\n"


@pytest.fixture
def shop(tmp_path: Path) -> Repository:
    """A repository beside a folder that is none of it."""
    (tmp_path / "away").mkdir()
    made = repository(tmp_path, "shop")
    made.environment["GIT_CEILING_DIRECTORIES"] = str(tmp_path)
    return made


@pytest.mark.parametrize("with_git", [True, False])
@pytest.mark.parametrize("way", ["file", "folder"])
def test_fix_writes_through_none(shop: Repository, tmp_path: Path, way: str, *, with_git: bool) -> None:
    if not with_git:
        (shop.folder / ".git").rename(tmp_path / "no-longer")
    secret = tmp_path / "away" / "map.cjm.yaml"
    secret.write_text(UNFIXED, encoding="utf-8")
    link = shop.folder / ("map.cjm.yaml" if way == "file" else "maps")
    link.symlink_to(secret if way == "file" else secret.parent)
    named = "map.cjm.yaml" if way == "file" else "maps/map.cjm.yaml"
    read = shop.run("cjm", "lint", "--diff", named)
    assert read.returncode == 1, "a file that is named is read, and there is something to fix"
    done = shop.run("cjm", "lint", "--fix", named)
    assert done.returncode == 2
    assert "leads out" in done.stderr
    shop.run("cjm", "lint", "--fix")
    assert secret.read_text(encoding="utf-8") == UNFIXED
    assert shop.run("cjm", "lint", "--fix", str(secret)).returncode in (0, 1)
    assert secret.read_text(encoding="utf-8") != UNFIXED


def test_fix_writes_through_a_link_to_a_map_of_the_repository(shop: Repository) -> None:
    shop.write("maps/map.cjm.yaml", UNFIXED)
    (shop.folder / "map.cjm.yaml").symlink_to("maps/map.cjm.yaml")
    assert shop.run("cjm", "lint", "--fix", "map.cjm.yaml").returncode in (0, 1)
    assert (shop.folder / "map.cjm.yaml").is_symlink()
    assert (shop.folder / "maps" / "map.cjm.yaml").read_text(encoding="utf-8") != UNFIXED


@pytest.mark.parametrize("target", ["../away/file", "../away/none", ".git/config"])
def test_install_and_uninstall_write_through_none(shop: Repository, tmp_path: Path, target: str) -> None:
    kept = tmp_path / "away" / "file"
    kept.write_text("# mine\n*.cjm.yaml diff=cjm merge=cjm\n", encoding="utf-8")
    (shop.folder / ".gitattributes").symlink_to(target)
    for words in (("git", "install"), ("git", "uninstall")):
        shop.git("config", "cjm.attributes", "added")
        done = shop.run("cjm", *words)
        assert (done.returncode, "leads out" in done.stderr) == (2, True), done.stderr
    assert kept.read_text(encoding="utf-8") == "# mine\n*.cjm.yaml diff=cjm merge=cjm\n"
    assert [path.name for path in kept.parent.iterdir()] == ["file"]
    assert "diff=cjm" not in (shop.folder / ".git" / "config").read_text(encoding="utf-8")


def test_the_attributes_of_the_user_may_be_a_link(shop: Repository, tmp_path: Path) -> None:
    (tmp_path / "away" / "dotfile").touch()
    folder = tmp_path / "home" / "xdg" / "git"
    folder.mkdir(parents=True)
    (folder / "attributes").symlink_to(tmp_path / "away" / "dotfile")
    assert shop.run("cjm", "git", "install", "--global").returncode == 0
    assert "diff=cjm" in (tmp_path / "away" / "dotfile").read_text(encoding="utf-8")


def test_the_job_for_gitlab_writes_through_none(shop: Repository, tmp_path: Path) -> None:
    kept = tmp_path / "away" / "file"
    kept.write_text("mine\n", encoding="utf-8")
    for name in JOB["artifacts"]["paths"]:
        (shop.folder / name).symlink_to(kept)
    shop.write("map.cjm.yaml", FIXABLE)
    shop.run("bash", "-eo", "pipefail", "-c", "\n".join(JOB["script"]))
    assert kept.read_text(encoding="utf-8") == "mine\n"
    assert all((shop.folder / name).is_file() for name in JOB["artifacts"]["paths"])


def test_settings_are_not_read_through_a_link_out_of_the_repository(shop: Repository, tmp_path: Path) -> None:
    (tmp_path / "secret.toml").write_text('token = "s3cret"\n', encoding="utf-8")
    (shop.folder / "cjm.toml").symlink_to(tmp_path / "secret.toml")
    shop.write("map.cjm.yaml", FIXABLE)
    done = shop.run("cjm", "lint")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("cjm: cjm.toml is not read, for the link leads out of the repository\n")
    assert "token" in shop.run("cjm", "lint", "--config", "cjm.toml").stderr
