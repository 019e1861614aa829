"""A drawing in a real browser: the letters stay inside of their cards, with our font and without it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from test_diffs import rendered, reviewed

from cjm.drawing.view import View
from cjm.formats.map import svg
from cjm.formats.map._options import MapOptions
from cjm.mapfile.document import read_document

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.cjm.yaml"))
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SWITCHES = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--allow-file-access-from-files",
    "--virtual-time-budget=5000",
]  # fmt: skip
MEASURE = """
<script>
addEventListener("load", async () => {
  await document.fonts.ready;
  let widest = 0, over = 0, count = 0;
  for (const text of document.querySelectorAll("text[textLength]")) {
    const intended = parseFloat(text.getAttribute("textLength"));
    over = Math.max(over, text.getBBox().width - intended);
    count += 1;
  }
  document.title = `${count} ${over.toFixed(2)} ${document.fonts.size}`;
});
</script>
"""

FRAME = """<!doctype html><meta charset=utf-8><iframe src="changes.html" style="width:{width}px;height:900px"></iframe>
<script>
addEventListener("load", async () => {{
  const page = frames[0].document;
  await page.fonts.ready;
  const root = page.documentElement;
  const style = frames[0].getComputedStyle(page.body);
  document.title = `${{root.scrollWidth - root.clientWidth}} ${{style.marginTop}} ${{page.fonts.size}}`;
}});
</script>
"""

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")


def dumped(page: str, folder: Path) -> str:
    """What a page has become in a browser."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8")
    command = [str(BROWSER), *SWITCHES, f"--user-data-dir={folder / 'profile'}", "--dump-dom", file.as_uri()]
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()


def measured(page: str, folder: Path) -> tuple[int, float, int]:
    """How many lines a page has, by how much the widest goes over its width, and how many fonts it brings."""
    shown = dumped(page, folder)
    found = re.search(r"<title>(\\d+) (-?[\\d.]+) (\\d+)</title>".replace("\\\\", "\\"), shown)
    assert found, shown[:500]
    return int(found[1]), float(found[2]), int(found[3])


@pytest.mark.parametrize("with_font", [True, False], ids=["our font", "a fallback"])
def test_letters_stay_inside_of_their_cards(with_font: bool, tmp_path: Path) -> None:  # noqa: FBT001 (a parameter)
    drawings = []
    for path in EXAMPLES:
        journey = read_document(path.name, path.read_bytes()).journey
        drawings += [svg.render(journey, MapOptions(view=view)).decode().partition("?>")[2] for view in View]
    page = f"<!doctype html><meta charset=utf-8>{''.join(drawings)}{MEASURE}"
    if not with_font:
        page = re.sub(r"@font-face\{.*?\}", "", page).replace("Source Sans", "No Such Font")
    count, over, fonts = measured(page, tmp_path)
    assert count > 1000
    assert over < 1
    assert fonts == (2 * len(drawings) if with_font else 0)


@pytest.mark.parametrize("pair", ["delivery", "hostile"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_page_of_changes_fits_its_window_and_wears_its_styles(pair: str, width: int, tmp_path: Path) -> None:
    """The policy of the page lets its own style sheet through, and the fonts of its picture."""
    (tmp_path / "changes.html").write_text(rendered("html", reviewed(pair), language="ru"), encoding="utf-8")
    shown = dumped(FRAME.format(width=width), tmp_path)
    assert "<title>0 0px 2</title>" in shown, shown[:1000]
