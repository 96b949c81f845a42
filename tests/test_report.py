"""The report: one page that stands alone, shows what happened, and works in a real browser, wide or narrow."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

import newsnorm
from newsnorm import cli
from newsnorm.corpus.report import Report, render_report

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
HOSTILE = '</style><script>document.title="broken"</script><img src=x onerror=alert(1)>&lt;"\'\x00'
TEXTS = [
    "Ferries return\n\nThe cafÃ© at the pier reopened.\n\nNothing else changed.\n\nNot here.\n\nNor here.",
    f"A hostile page {HOSTILE} is only text, journÃ©e after journÃ©e.",
    "One very long word: " + "x" * 400 + " Ã©nd.",
    "Nothing is wrong with this one.",
]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    corpus, output = tmp_path / "articles.jsonl", tmp_path / "report.html"
    lines = [json.dumps({"text": text}) for text in TEXTS] + ["broken", '{"text": null}']
    corpus.write_text("\n".join(lines), encoding="utf-8")
    assert cli.main(["report", str(corpus), "-o", str(output), "--title", "Harbour <b>& town"]) == 1
    return output


def browse(page: Path, tmp_path: Path, width: int, *arguments: str) -> str:
    if BROWSER is None:
        pytest.skip("no Chromium is installed")
    command = [
        BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
        f"--user-data-dir={tmp_path / f'profile-{width}'}", f"--window-size={width},900", *arguments, page.as_uri(),
    ]  # fmt: skip
    return subprocess.run(command, capture_output=True, check=True, timeout=120, text=True).stdout


def test_the_page_counts_what_happened(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    articles = [newsnorm.normalize(raw) for raw in TEXTS]
    assert f"<b>{len(TEXTS) + 2}</b>articles" in text
    assert f"<b>{sum(len(article.changes) for article in articles)}</b>changes" in text
    assert "<b>1</b>failed" in text
    assert newsnorm.fingerprint() in text
    assert "Harbour &lt;b&gt;&amp; town" in text
    for article in articles:
        for change in article.changes:
            assert (change.rule if change.stage == "boilerplate" else f"{change.stage}/{change.rule}") in text


def test_the_page_asks_for_nothing(page: Path) -> None:
    """No script, no link, no address: nothing a page could fetch or run."""

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag not in {"script", "link", "img", "iframe", "a", "object", "form"}
            assert not {name for name, _ in attrs} & {"src", "href", "srcset", "action"}
            assert not any(name.startswith("on") for name, _ in attrs)

    text = page.read_text(encoding="utf-8")
    Reader().feed(text)
    assert "url(" not in text
    assert "@import" not in text


def test_the_most_changed_come_first_and_no_more_than_asked_for() -> None:
    report = Report(most=2)
    for number, count in enumerate([1, 4, 0, 2, 4, 3]):
        report.add(newsnorm.normalize("x " + " | ".join(["cafÃ©"] * count), stages=("encoding",)), f"a:{number}")
    shown = re.findall(r"· (a:\d)</small>", render_report(report, title="x", fingerprint="y"))
    assert shown == ["a:1", "a:4"]


def test_lines_stand_side_by_side_and_long_stretches_fold_up(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert "unchanged lines" in text
    assert re.search(r'<div class="raw">The caf<del [^>]*>Ã©</del> at the pier reopened.</div>', text)
    assert re.search(r'<div class="clean">The caf<ins [^>]*>é</ins> at the pier reopened.</div>', text)


# Runs in a copy of the page, with the policy that forbids scripts taken out: what the browser made of it.
PROBE = """<script>
document.querySelectorAll('details').forEach(d => d.open = true);
const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1);
const columns = e => e ? getComputedStyle(e).gridTemplateColumns.split(' ').length : 0;
document.documentElement.dataset.probe = JSON.stringify({
  width: innerWidth, overflow: document.documentElement.scrollWidth - innerWidth, wide: wide.length,
  columns: columns(document.querySelector('.sides')), title: document.title,
  scripts: document.querySelectorAll('script, img').length,
  ins: document.querySelectorAll('.sides ins').length, ink: getComputedStyle(document.body).color,
});
</script></body>"""


@pytest.mark.parametrize(("width", "columns"), [(1200, 2), (500, 1)])
def test_a_browser_shows_it_wide_and_narrow(page: Path, tmp_path: Path, width: int, columns: int) -> None:
    text = page.read_text(encoding="utf-8")
    copy = page.with_name("probed.html")
    policy = re.search(r'<meta http-equiv="Content-Security-Policy"[^>]*>', text)
    assert policy
    copy.write_text(text.replace(policy[0], "").replace("</body>", PROBE), encoding="utf-8")
    dom = browse(copy, tmp_path, width, "--dump-dom")
    found = re.search(r'data-probe="([^"]*)"', dom)
    assert found, dom[:2_000]
    probe = json.loads(html.unescape(found[1]))
    assert probe["title"] == "Harbour <b>& town"
    assert probe["scripts"] == 1  # the probe itself
    assert probe["columns"] == columns
    assert (probe["overflow"] <= 0, probe["wide"]) == (True, 0)
    changed = [newsnorm.normalize(raw) for raw in TEXTS]
    assert probe["ins"] == sum(1 for article in changed for change in article.changes if change.after)


def test_a_browser_shows_a_picture_in_the_dark(page: Path, tmp_path: Path) -> None:
    picture = tmp_path / "dark.png"
    browse(page, tmp_path, 500, f"--screenshot={picture}", "--blink-settings=preferredColorScheme=0")
    assert picture.stat().st_size > 5_000


def test_the_corpus_is_only_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = tmp_path / "articles.jsonl"
    corpus.write_text('{"text": "cafÃ©"}\n', encoding="utf-8")
    assert cli.main(["report", str(corpus), "-o", str(corpus)]) == 2
    assert "input and output at once" in capsys.readouterr().err
    assert corpus.read_text(encoding="utf-8") == '{"text": "cafÃ©"}\n'
    assert cli.main(["report", str(tmp_path / "missing.jsonl"), "-o", str(tmp_path / "x.html")]) == 2


def test_an_empty_corpus_has_a_report(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("", encoding="utf-8")
    assert cli.main(["report", str(tmp_path / "a.jsonl"), "-o", str(tmp_path / "x.html")]) == 0
    assert "<b>0</b>articles" in (tmp_path / "x.html").read_text(encoding="utf-8")
