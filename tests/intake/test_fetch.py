"""Fetching from real servers on this machine: what is refused, before a byte is sent, and what a server may not do to us."""

from __future__ import annotations

import gzip
import time
import zlib
from pathlib import Path

import pytest

from reportedly.errors import InputError, StatusError
from reportedly.intake import addresses
from reportedly.intake.addresses import is_public, parse_address
from reportedly.intake.fetch import Fetcher
from reportedly.intake.raw import Limits
from tests.cli.test_cli import run
from tests.intake.servers import bomb, dripping_body, dripping_head, endless_body, page, serving, to
from tests.intake.test_pages import page as report

QUICK = Limits(max_seconds=1.0, max_bytes=1_000_000)


def code(url: str, fetcher: Fetcher) -> str:
    with pytest.raises(InputError) as caught:
        fetcher.get(url)
    assert caught.value.hint
    return caught.value.code


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255",
     "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
     "2001:db8::1", "nonsense"],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_addresses_that_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("url", ["ftp://a.example/x", "file:///etc/passwd", "gopher://a.example", "javascript:alert(1)", "http://", "http://u:p@a.example/", "http://[::1", "http://a.example:99999/", "data:text/html,x"])
def test_other_schemes_are_refused(url: str) -> None:
    assert code(url, Fetcher()) == "E112"


def test_an_address_is_taken_apart_once() -> None:
    address = parse_address("HTTP://Müller.Example.:80/a b?q=ä#top")
    assert (address.host, address.port, address.target) == ("xn--mller-kva.example", 80, "/a%20b?q=%C3%A4")
    assert parse_address("../x", base="https://a.example/b/c").url == "https://a.example/x"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "0x7f000001", "2130706433", "127.1", "169.254.169.254", "10.1.2.3"])
def test_private_hosts_are_refused_before_a_connection(host: str) -> None:
    with serving({"/": page(report())}) as site:
        assert code(f"http://{host}:{site.url.rpartition(':')[2]}/", Fetcher(QUICK)) in ("E111", "E131")
        assert site.asked == []


def test_a_name_that_leads_inside_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses.socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("8.8.8.8", 80)), (2, 1, 6, "", ("10.0.0.1", 80))])
    assert code("http://rebind.example/", Fetcher(QUICK)) == "E111"


def test_the_address_that_was_checked_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"/": page(report())}) as site:
        port = int(site.url.rpartition(":")[2])
        asked = []

        def once(host: str, *_: object, **__: object) -> list[object]:
            asked.append(host)
            return [(2, 1, 6, "", ("127.0.0.1", port))]

        monkeypatch.setattr(addresses.socket, "getaddrinfo", lambda host, *a, **k: once(host) if host == "courier.example" else real(host, *a, **k))
        fetched = Fetcher(QUICK, allow_private=True).get(f"http://courier.example:{port}/")
        assert asked == ["courier.example"]
        assert fetched.data == report()
        assert site.asked[0][1]["host"] == f"courier.example:{port}"


real = addresses.socket.getaddrinfo


def test_redirects_are_checked_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A public page (as far as the check can see) that leads to this machine."""
    with serving({"/": page(report())}) as inner, serving({}) as outer:
        outer.answers |= {"/in": to(inner.url + "/"), "/scheme": to("file:///etc/passwd"), "/a": to("/b"), "/b": to("/a"), "/0": to("/1")}
        outer.answers |= {f"/{n}": to(f"/{n + 1}") for n in range(1, 20)}
        outside = outer.url.rpartition("/")[2]
        monkeypatch.setattr(addresses, "is_public", lambda _: len(outer.asked) == 0 or len(inner.asked) > 99)
        fetcher = Fetcher(QUICK)
        assert code(f"http://{outside}/in", fetcher) == "E111"
        assert inner.asked == []
        open_ = Fetcher(QUICK, allow_private=True)
        assert [code(outer.url + path, open_) for path in ("/scheme", "/a", "/0")] == ["E112", "E113", "E113"]


def test_a_redirect_that_is_allowed_is_a_link_of_the_chain() -> None:
    with serving({"/old": to("/new", 301), "/new": page(report())}) as site:
        raw = Fetcher(QUICK, allow_private=True).get(site.url + "/old").raw()
        assert raw.url == site.url + "/new"
        assert [link.name for link in raw.chain] == [site.url + "/old", site.url + "/new"]


@pytest.mark.parametrize("answer", [dripping_body, dripping_head])
def test_slow_servers_are_left(answer: object) -> None:
    with serving({"/": answer}) as site:  # type: ignore[dict-item]
        began = time.monotonic()
        assert code(site.url + "/", Fetcher(QUICK, allow_private=True)) == "E114"
        assert time.monotonic() - began < 3


def test_endless_bodies_and_bombs_are_cut_off() -> None:
    with serving({"/endless": endless_body, "/bomb": bomb(), "/said": (200, {"Content-Length": "99999999999"}, b"")}) as site:
        fetcher = Fetcher(Limits(max_seconds=20, max_bytes=50_000_000), allow_private=True)
        assert [code(site.url + path, fetcher) for path in ("/endless", "/bomb", "/said")] == ["E103", "E115", "E103"]


def test_packed_answers_are_unpacked() -> None:
    bare = zlib.compressobj(wbits=-15)
    answers = {"/gzip": gzip.compress(report()), "/zlib": zlib.compress(report()), "/bare": bare.compress(report()) + bare.flush()}
    with serving({path: (200, {"Content-Encoding": "gzip" if path == "/gzip" else "deflate"}, body) for path, body in answers.items()}) as site:
        fetcher = Fetcher(QUICK, allow_private=True)
        assert [fetcher.get(site.url + path).data == report() for path in answers] == [True] * 3
        site.answers["/br"] = (200, {"Content-Encoding": "br"}, b"x")
        site.answers["/broken"] = (200, {"Content-Encoding": "gzip"}, b"no gzip at all")
        assert [code(site.url + path, fetcher) for path in ("/br", "/broken")] == ["E130", "E131"]


def test_statuses_have_their_number_and_their_wait() -> None:
    with serving({"/429": (429, {"Retry-After": "17"}, b""), "/503": (503, {"Retry-After": "Fri, 01 Mar 2019 10:00:00 GMT"}, b""), "/500": (500, {}, b"")}) as site:
        got = []
        for path in ("/429", "/503", "/500", "/nowhere"):
            with pytest.raises(StatusError) as caught:
                Fetcher(QUICK, allow_private=True).get(site.url + path)
            got.append((caught.value.status, caught.value.retry_after))
        assert got == [(429, 17.0), (503, 0.0), (500, None), (404, None)]


def test_no_cookie_is_kept_and_the_agent_says_who_asks() -> None:
    with serving({"/set": (302, {"Set-Cookie": "id=1", "Location": "/then"}, b""), "/then": page(report())}) as site:
        Fetcher(QUICK, allow_private=True).get(site.url + "/set")
        assert "cookie" not in site.asked[1][1]
        assert site.asked[0][1]["user-agent"].startswith("Reportedly/")


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with serving({"/": page(report())}) as site:
        assert Fetcher(QUICK, allow_private=True).get(site.url + "/").status == 200


def test_what_is_no_http_is_said() -> None:
    with serving({"/": lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH\r\n") and None}) as site:
        assert code(site.url + "/", Fetcher(QUICK, allow_private=True)) == "E131"


def test_text_of_an_address_and_refusals_as_problems(tmp_path: Path) -> None:
    with serving({"/2024/03/01/clashes": page(report())}) as site:
        url = site.url + "/2024/03/01/clashes"
        done = run("text", url, "--allow-private", "--format", "json")
        assert (done.returncode, '"url": "' + url in done.stdout, '"published": "2024-03-01"' in done.stdout) == (0, True, True)
        refused = run("code", url, "file:///etc/passwd", site.url + "/none", "--store", "s.db", cwd=tmp_path)
        assert refused.returncode == 1
        rows = run("list", "problems", "--store", "s.db", "--format", "csv", cwd=tmp_path).stdout
        assert [line.count("E111") + line.count("E112") for line in rows.splitlines() if "E11" in line] == [1, 1, 1]
