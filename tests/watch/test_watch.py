"""The watch against a real server: once is once, changes are versions, hosts are treated gently, and no kill loses or doubles a report."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from reportedly.errors import UsageError
from reportedly.intake.fetch import Fetcher
from reportedly.intake.raw import Limits
from reportedly.store import Store, open_store
from reportedly.watch import Source, Watched, Watcher, read_watched
from reportedly.watch.manners import backed_off
from tests.cli.test_cli import SOURCE, run
from tests.intake.servers import Site, dripping_body, page, serving, to
from tests.intake.test_pages import page as report
from tests.watch.press import Press, plain_reader

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("REPORTEDLY_KILLS", "6"))  # `make fuzz` takes twenty


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path / "s.db")


def watcher(store: Store, site: Site, **manners: object) -> Watcher:
    options = {"per_host": 0.0, "allow_private": True, "again": ()} | manners
    return Watcher(store, Watched((Source(site.url + "/feed"),), **options), plain_reader)  # type: ignore[arg-type]


def test_new_reports_are_read_once(store: Store, site: Site) -> None:
    press = Press(site, 5)
    done = watcher(store, site).once()
    assert (done.feeds, done.pages, len(done.reports), done.failed) == (1, 5, 5, 0)
    again = watcher(store, site).once()
    assert (again.unchanged, again.pages) == (1, 0)
    press.add(5)
    assert len(watcher(store, site).once().reports) == 1
    rows = list(store.reports())
    assert sorted(r["title"] for r in rows) == [f"Report {n}" for n in range(6)]
    assert {(r["outlet"], r["published"], r["published_from"]) for r in rows} == {("The Press", "2024-03-01", "feed")}
    assert site.paths().count("/report/0") == 1


def test_a_report_that_changes_is_a_new_version_with_what_changed(store: Store, site: Site) -> None:
    press = Press(site, 3)
    watcher(store, site).once()
    press.edit(1)
    done = watcher(store, site).once()
    assert (done.changed, done.pages) == (1, 1)
    first, second = store.versions("/report/1")
    assert (first["number"], second["number"], second["previous"]) == (1, 2, first["report"])
    assert "edition 1" in second["changes"]["removed"][0] and "edition 2" in second["changes"]["added"][0]
    assert store.document(first["report"]).text != store.document(second["report"]).text
    assert store.counts()["reports"] == 4


def test_a_page_is_looked_at_again_even_if_its_feed_says_nothing(store: Store, site: Site) -> None:
    press = Press(site, 1)
    watcher(store, site, again=(0.01, 0.02)).once()
    press.editions[0] = 2
    site.answers["/feed"] = (304, {}, b"")
    time.sleep(0.05)
    assert watcher(store, site, again=(0.01, 0.02)).once().changed == 1


def test_what_robots_txt_forbids_is_not_fetched(store: Store, site: Site) -> None:
    Press(site, 3)
    site.answers["/robots.txt"] = (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /report/1\n")
    done = watcher(store, site).once()
    assert (len(done.reports), "/report/1" in site.paths(), site.paths().count("/robots.txt")) == (2, False, 1)
    assert [p["code"] for p in store.problems()] == ["E120"]
    assert watcher(store, site).once().pages == 0


def test_a_robots_txt_that_cannot_be_had_allows_nothing_yet(store: Store, site: Site) -> None:
    Press(site, 2)
    site.answers["/robots.txt"] = (500, {}, b"")
    assert watcher(store, site).once().pages == 0
    assert "/feed" not in site.paths()


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_asks_for_rest_gets_it(store: Store, site: Site, status: int) -> None:
    Press(site, 6)
    kept = {path: site.answers[path] for path in site.answers if path.startswith("/report")}
    site.answers |= dict.fromkeys(kept, (status, {"Retry-After": "1"}, b""))
    done = watcher(store, site).once()
    assert done.pages == 0
    assert sum(path.startswith("/report") for path in site.paths()) == 1
    site.answers |= kept
    time.sleep(1.1)
    assert len(watcher(store, site).once().reports) == 6
    assert list(store.problems()) == []


def test_a_page_that_is_gone_is_given_up_and_told(store: Store, site: Site) -> None:
    Press(site, 2)
    del site.answers["/report/1"]
    assert watcher(store, site).once().failed == 1
    assert [(p["source"], p["code"]) for p in store.problems()] == [(site.url + "/report/1", "E132")]
    assert watcher(store, site).once().failed == 0


def test_a_feed_that_fails_is_asked_less_and_told_once(store: Store, site: Site) -> None:
    for _ in range(3):
        assert watcher(store, site).once().feeds in (0, 1)
    assert site.paths().count("/feed") == 1  # after a failure --once too waits until its time has come
    assert len(list(store.problems())) == 1


def test_waits_grow_and_never_fall_below_what_the_server_asks_for() -> None:
    waits = [backed_off(60, n, 0.1) for n in range(8)]
    assert all(0.9 * 60 * 2**n <= w <= 1.1 * 60 * 2**n for n, w in enumerate(waits))
    assert backed_off(60, 30, 0.1) <= 1.1 * 86400
    assert backed_off(60, 0, 0.1, 5000.0) == 5000.0


def test_requests_to_one_host_are_apart(store: Store, site: Site) -> None:
    Press(site, 4)
    began = time.monotonic()
    watcher(store, site, per_host=0.2).once()
    assert time.monotonic() - began >= 5 * 0.2


def test_a_feed_may_hold_the_reports_themselves(store: Store, site: Site) -> None:
    words = "Two hundred people left the villages of the north on Sunday, the governor of the province said in a statement to the press."
    entry = f"<entry><title>One</title><link href='{site.url}/1'/><updated>2024-03-01T10:00:00Z</updated><content type='html'>&lt;div&gt;&lt;p&gt;{words}&lt;/p&gt;&lt;/div&gt;</content></entry>"
    site.answers["/feed"] = page(f"<feed xmlns='http://www.w3.org/2005/Atom'><title>The Press</title>{entry}</feed>".encode())
    one = Watcher(store, Watched((Source(site.url + "/feed", pages=False),), per_host=0.0, allow_private=True), plain_reader)
    assert len(one.once().reports) == 1
    assert site.paths() == ["/robots.txt", "/feed"]


def test_an_index_of_site_maps_is_followed(store: Store, site: Site) -> None:
    press = Press(site, 2)
    site.answers["/feed"] = page(f"<sitemapindex><sitemap><loc>{site.url}/map.xml</loc></sitemap></sitemapindex>".encode())
    site.answers["/map.xml"] = page("".join(["<urlset>", *(f"<url><loc>{site.url}/report/{n}</loc></url>" for n in press.editions), "</urlset>"]).encode())
    assert len(watcher(store, site).once().reports) == 2


def test_a_feed_that_leads_inside_is_refused(store: Store, site: Site) -> None:
    Press(site, 1)
    one = Watcher(store, Watched((Source(site.url + "/feed"),), per_host=0.0), plain_reader)
    assert one.once().failed == 1
    assert [p["code"] for p in store.problems()] == ["E111"]
    assert site.asked == []


def test_redirects_of_pages_keep_the_address_of_the_feed(store: Store, site: Site) -> None:
    Press(site, 1)
    site.answers["/new"] = site.answers["/report/0"]
    site.answers["/report/0"] = to("/new")
    watcher(store, site).once()
    assert [r["url"] for r in store.reports()] == [site.url + "/report/0"]
    (intake,) = [store.intake(r["id"]) for r in store.reports()]
    assert intake is not None and [link["name"] for link in intake["chain"]] == [site.url + "/report/0", site.url + "/new"]


def test_it_runs_until_it_is_stopped_and_tells_what_is_new(store: Store, site: Site) -> None:
    press = Press(site, 2)
    stop, told = threading.Event(), []
    options = Watched((Source(site.url + "/feed", every=0.3),), every=0.3, per_host=0.0, allow_private=True)
    one = Watcher(store, options, plain_reader, stop=stop, after=lambda _, reports: told.append(len(reports)))
    thread = threading.Thread(target=one.run)
    thread.start()
    assert _within(20, lambda: told == [2])
    press.add(2)
    assert _within(20, lambda: told == [2, 1])
    stop.set()
    thread.join(timeout=5)
    assert not thread.is_alive()
    assert told == [2, 1]


SCRIPT = """
import sys
from pathlib import Path
from reportedly.store import open_store
from reportedly.watch import Source, Watched, Watcher
from tests.intake.test_pages import page as report
from tests.watch.press import plain_reader
store = open_store(Path(sys.argv[1]))
print("ready", flush=True)
done = Watcher(store, Watched((Source(sys.argv[2]),), per_host=0.0, allow_private=True, again=()), plain_reader).once()
print("done", flush=True)
"""


def test_killed_again_and_again_it_neither_loses_nor_doubles_a_report(tmp_path: Path, site: Site) -> None:
    chance, press, path = random.Random(7), Press(site, 300), tmp_path / "s.db"
    command = [sys.executable, "-c", SCRIPT, str(path), site.url + "/feed"]
    env = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    killed, so_far = 0, []
    for n in range(KILLS):
        child = subprocess.Popen(command, stdout=subprocess.PIPE, env=env)
        assert child.stdout is not None and child.stdout.readline() == b"ready\n"
        # fetching runs at most 32 pages ahead of reading: after 34 requests some reports are stored
        enough, until = len(site.asked) + chance.randrange(34, 52), time.monotonic() + 30
        while len(site.asked) < enough and child.poll() is None and time.monotonic() < until:
            time.sleep(0.002)
        time.sleep(chance.uniform(0.0, 0.05))
        killed += child.poll() is None
        child.send_signal(signal.SIGKILL)
        child.wait()
        with open_store(path) as store:
            so_far.append(store.counts()["reports"])
        press.add(300 + n)
        press.edit(chance.randrange(300))
    subprocess.run(command, check=True, env=env, stdout=subprocess.DEVNULL)
    assert killed >= 0.75 * KILLS
    assert len({n for n in so_far if 0 < n < 300}) >= KILLS // 4, list(so_far)  # it was killed in the middle of its work
    with open_store(path) as store:
        latest = {v["url"]: v for v in store.versions()}
        assert len(latest) == 300 + KILLS
        for n, edition in press.editions.items():
            assert f"edition {edition}:" in store.document(latest[f"{site.url}/report/{n}"]["report"]).text
        rows = list(store.versions())
        assert len({(v["url"], v["report"]) for v in rows}) == len(rows) == store.counts()["reports"]
        numbers: dict[str, list[int]] = {}
        for v in rows:
            numbers.setdefault(v["url"], []).append(v["number"])
        assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())


def test_the_command_reads_codes_and_ends_cleanly_on_sigterm(tmp_path: Path, site: Site) -> None:
    Press(site, 2)
    site.answers["/report/0"] = page(report())
    (tmp_path / "feeds.toml").write_text(f'[watch]\nper_host = 0\nevery = "1s"\n\n[[feed]]\nurl = "{site.url}/feed"\noutlet = "The Press"\n')
    once = run("watch", "feeds.toml", "--once", "--allow-private", "--store", "s.db", cwd=tmp_path)
    assert (once.returncode, "2 new reports" in once.stderr) == (0, True), once.stderr
    with open_store(tmp_path / "s.db") as store:
        assert list(store.incidents()) and not list(store.uncompared())
    assert all(json.loads(line)["coded"] for line in run("list", "reports", "--store", "s.db", cwd=tmp_path).stdout.splitlines())
    child = subprocess.Popen(
        [sys.executable, "-m", "reportedly", "watch", "feeds.toml", "--allow-private", "--store", "s.db"], cwd=tmp_path, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": SOURCE}
    )
    asked = len(site.asked)
    for _ in range(300):
        time.sleep(0.1)
        if len(site.asked) > asked:
            break
    child.send_signal(signal.SIGTERM)
    _, talk = child.communicate(timeout=20)
    assert (child.returncode, b"Traceback" in talk) == (0, False), talk
    assert run("verify", "--store", "s.db", cwd=tmp_path).returncode == 0


def test_the_desk_watches_meanwhile_and_ends_with_its_watch(tmp_path: Path, site: Site) -> None:
    Press(site, 2)
    site.answers["/report/0"] = page(report())
    (tmp_path / "feeds.toml").write_text(f'[watch]\nper_host = 0\nevery = "1s"\n\n[[feed]]\nurl = "{site.url}/feed"\noutlet = "The Press"\n')
    command = [sys.executable, "-m", "reportedly", "serve", "--watch", "feeds.toml", "--allow-private", "--store", "s.db", "--port", "0"]
    child = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": SOURCE})
    assert child.stderr is not None
    address = next(found.group() for line in child.stderr if (found := re.search(r"http://\S+", line)) and "desk" in line)
    seen: dict[str, int] = {}
    for _ in range(300):
        time.sleep(0.1)
        seen = httpx.get(address + "api/status").json()
        if seen["reports"] == 2 and seen["incidents"]:
            break
    child.send_signal(signal.SIGTERM)
    _, talk = child.communicate(timeout=30)
    assert (seen["reports"], seen["incidents"] > 0, "Traceback" in talk) == (2, True, False), talk
    assert run("verify", "--store", "s.db", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no [[feed]]"), ("[[feed]]\n", "no url"), ('[[feed]]\nurl = "ftp://x"', "no url"), ('[[feed]]\nurl = "https://x"\nspeed = 3', "speed"), ("[watch\n", "feeds.toml"),
        ('[watch]\nevery = "soon"\n[[feed]]\nurl = "https://x"', "no span of time"), ('[[feed]]\nurl = "https://x"\n[[feed]]\nurl = "https://x"', "twice"),
        ('[watch]\nrobots = "no"\n[[feed]]\nurl = "https://x"', "bool"), ('[other]\n[[feed]]\nurl = "https://x"', "only [watch]"),
    ],
)  # fmt: skip
def test_faults_of_the_file_of_feeds_are_named(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "feeds.toml").write_text(text)
    with pytest.raises(UsageError) as caught:
        read_watched(tmp_path / "feeds.toml")
    assert words in str(caught.value)


def test_the_file_of_feeds(tmp_path: Path) -> None:
    (tmp_path / "feeds.toml").write_text('[watch]\nevery = "30m"\nagain = ["1h", 60]\n[[feed]]\nurl = "https://a.example/rss"\nevery = 90\nskip = ["*/sport/*"]\n[[feed]]\nurl = "https://b.example/rss"')
    watched = read_watched(tmp_path / "feeds.toml")
    assert [s.every for s in watched.sources] == [90.0, 1800.0]
    assert watched.again == (3600.0, 60.0)
    assert not watched.sources[0].takes("https://a.example/sport/1") and watched.sources[0].takes("https://a.example/1")


def test_what_one_look_does_not_take_in_is_left_for_the_next(store: Store, site: Site) -> None:
    Press(site, 5)
    one = Watcher(store, Watched((Source(site.url + "/feed", at_most=2),), per_host=0.0, allow_private=True, again=()), plain_reader)
    assert [len(one.once().reports) for _ in range(4)] == [2, 2, 1, 0]
    assert one.once().unchanged == 1  # all is taken in: from now on the feed is asked whether it changed


def test_a_page_that_is_slow_once_is_tried_again(store: Store, site: Site) -> None:
    Press(site, 2)
    kept, site.answers["/report/1"] = site.answers["/report/1"], dripping_body
    options = Watched((Source(site.url + "/feed"),), every=0.1, per_host=0.0, allow_private=True, again=())
    one = Watcher(store, options, plain_reader, fetcher=Fetcher(Limits(max_seconds=1.0), allow_private=True))
    assert len(one.once().reports) == 1
    site.answers["/report/1"] = kept
    time.sleep(0.15)
    assert len(one.once().reports) == 1
    assert list(store.problems()) == []


def test_another_headline_over_the_same_words_is_a_version(store: Store, site: Site) -> None:
    press = Press(site, 1)
    watcher(store, site).once()
    for title in ("Toll rises", "Report 0"):
        press.editions[0] += 1
        site.answers["/report/0"] = page(press.page(0).replace(f"edition {press.editions[0]}".encode(), b"edition 1").replace(b"<h1>Report 0", f"<h1>{title}".encode()).replace(b"<title>Report 0", f"<title>{title}".encode()))
        assert watcher(store, site).once().changed == 1
    assert [v["changes"] for v in store.versions()] == [{}, {"title": ["Report 0", "Toll rises"]}, {"title": ["Toll rises", "Report 0"]}]


def test_a_live_blog_gains_a_post_and_loses_none(store: Store, site: Site) -> None:
    press = Press(site, 1)
    post = "<article class='post'><time datetime='2024-03-01T{0}:00Z'>{0}</time><p>At {0} the army says that it has taken another bridge.</p></article>"
    posts = [post.format(t) for t in ("13:00", "12:00", "11:00")]
    blog = "<html><body><h1>Live</h1><div class='live-blog'>{}</div></body></html>"
    site.answers["/report/0"] = page(blog.format("".join(posts)).encode())
    assert len(watcher(store, site).once().reports) == 3
    site.answers["/report/0"] = page(blog.format("".join([post.format("14:00"), *posts])).encode())
    press.edit(0)
    done = watcher(store, site).once()
    assert (len(done.reports), done.changed) == (1, 0)


def test_a_store_that_another_process_writes_to_is_waited_for(store: Store, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    Press(site, 2)
    monkeypatch.setattr("reportedly.store.engine.BUSY_MS", 50)
    monkeypatch.setattr("reportedly.watch.house.LOCKED", 0.1)
    stop, said = threading.Event(), []
    one = Watcher(open_store(store.path), Watched((Source(site.url + "/feed"),), per_host=0.0, allow_private=True), plain_reader, stop=stop, say=said.append)
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    thread = threading.Thread(target=one.run)
    thread.start()
    assert _within(10, lambda: any("E502" in words for words in said))
    other.execute("COMMIT")
    assert _within(20, lambda: store.counts()["reports"] == 2)
    stop.set()
    thread.join(timeout=10)
    assert not thread.is_alive()


def _within(seconds: float, done: Callable[[], bool]) -> bool:
    until = time.monotonic() + seconds
    while not done() and time.monotonic() < until:
        time.sleep(0.05)
    return done()
