"""Who may come in, by which name, from where, with how much: the door of the desk."""

from __future__ import annotations

import http.client
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from reportedly.errors import UsageError
from reportedly.web.desk import Setup
from reportedly.web.sessions import make_cookie, read_cookie

TOKEN = "a-token-that-is-long-enough"
BODY = {"verdict": "accept", "claim": "claim-none"}


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_every_answer_tells_the_browser_what_it_may_do(desk: httpx.Client) -> None:
    for path in ("/", "/api/claims", "/api/none", "/incidents/x", "/none", "/api/claims.csv"):
        headers = desk.get(path).headers
        policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
        assert policy["default-src"] == "'none'" and policy["script-src"] == "'self'" and policy["style-src"] == "'self'" and policy["frame-ancestors"] == "'none'"
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer" and headers["cross-origin-resource-policy"] == "same-origin"
        assert "access-control-allow-origin" not in headers and "server" not in headers


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "evil.example:80", "10.0.0.7", "[::2]", "localhost.evil.example"])
def test_a_name_of_others_making_is_refused(desk: httpx.Client, host: str) -> None:
    assert code(desk.get("/api/claims", headers={"Host": host})) == (421, "E603")
    assert desk.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:80", "127.0.0.1", "127.3.2.1:9", "[::1]:8765"])
def test_its_own_names_are_heard(desk: httpx.Client, host: str) -> None:
    assert desk.get("/api/session", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("headers", [
    {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:1"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
    {"X-CSRF-Token": ""}, {"X-CSRF-Token": "wrong"}, {"Authorization": "Bearer x"} | {"X-CSRF-Token": "no"}])  # fmt: skip
def test_writes_that_another_site_may_have_sent_are_refused(editing: httpx.Client, headers: dict[str, str]) -> None:
    assert code(editing.post("/api/judgements", json=BODY, headers=headers)) == (403, "E602")
    assert editing.get("/api/judgements").json()["items"] == []


def test_the_own_page_may_write(editing: httpx.Client) -> None:
    own = {"Origin": str(editing.base_url).rstrip("/"), "Sec-Fetch-Site": "same-origin"}
    assert code(editing.post("/api/judgements", json=BODY, headers=own)) == (404, "E504")


def test_a_desk_that_only_shows_takes_no_judgement(desk: httpx.Client) -> None:
    claim = desk.get("/api/claims").json()["items"][0]["id"]
    assert code(desk.post("/api/judgements", json={"verdict": "accept", "claim": claim})) == (403, "E601")
    assert code(desk.post("/api/judgements/1/undo")) == (403, "E601")
    assert not desk.get("/api/session").json()["edits"]


def test_bodies_have_a_size_and_a_kind(editing: httpx.Client) -> None:
    assert code(editing.post("/api/judgements", json={**BODY, "note": "x" * 300_000})) == (413, "E605")
    assert code(editing.post("/api/judgements", content=iter([b"x" * 100_000] * 4), headers={"Content-Type": "application/json"})) == (413, "E605")
    assert code(editing.post("/api/judgements", content=b"verdict=accept", headers={"Content-Type": "application/x-www-form-urlencoded"})) == (415, "E605")
    for wrong in (b"{", b"\xff", b"[]", b"null", b'{"verdict": "burn"}', b"[" * 50_000):
        assert code(editing.post("/api/judgements", content=wrong, headers={"Content-Type": "application/json"})) == (422, "E202"), wrong[:20]


def test_beyond_this_machine_a_token_is_needed() -> None:
    with pytest.raises(UsageError, match="token"):
        Setup(Path("x.db"), host="0.0.0.0")
    with pytest.raises(UsageError, match="short"):
        Setup(Path("x.db"), token="secret")
    assert not Setup(Path("x.db"), host="0.0.0.0", token=TOKEN).local
    done = subprocess.run([sys.executable, "-m", "reportedly", "serve", "--host", "0.0.0.0", "--store", "none.db"], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2 and "error[E200]" in done.stderr and "hint: add --token" in done.stderr


def test_with_a_token_nothing_is_shown_before_it_is_given(start: Callable[..., httpx.Client], copied: Path) -> None:
    client = start(copied, host="0.0.0.0", token=TOKEN, edits=True, hosts=("desk.example",))
    for path in ("/api/claims", "/api/status", "/api/openapi.json", "/api/incidents.csv", "/api/changes"):
        assert code(client.get(path)) == (401, "E604")
    told = client.get("/api/session").json()
    assert told["login"] and told["user"] is None
    assert code(client.post("/api/session", json={"user": "Ada", "token": "wrong-and-also-long"})) == (401, "E604")
    assert code(client.post("/api/session", json={"user": "Ada", "token": TOKEN}, headers={"Origin": "http://evil.example"})) == (403, "E602")
    answer = client.post("/api/session", json={"user": " Ada ", "token": TOKEN})
    assert {"httponly", "samesite=strict"} <= {p.strip().lower() for p in answer.headers["set-cookie"].split(";")}
    signed = answer.json()
    assert signed["user"] == "Ada" and not signed["login"]
    claim = client.get("/api/claims").json()["items"][0]["id"]
    assert code(client.post("/api/judgements", json={"verdict": "accept", "claim": claim}, headers={"X-CSRF-Token": told["csrf"]})) == (403, "E602"), "the mark of another session"
    done = client.post("/api/judgements", json={"verdict": "accept", "claim": claim}, headers={"X-CSRF-Token": signed["csrf"]})
    assert done.status_code == 201 and done.json()["judgement"]["by"] == "Ada"
    assert client.delete("/api/session", headers={"X-CSRF-Token": signed["csrf"]}).status_code == 204
    assert client.get("/api/claims").status_code == 401
    for host, status in (("desk.example:80", 200), ("10.1.2.3", 200), ("other.example", 421)):
        assert client.get("/api/session", headers={"Host": host}).status_code == status


def test_one_may_sign_in_without_a_name(start: Callable[..., httpx.Client], copied: Path) -> None:
    client = start(copied, token=TOKEN)
    assert client.post("/api/session", json={"token": TOKEN}).json()["user"] is None
    assert client.get("/api/claims").status_code == 200 and not client.get("/api/session").json()["login"]


def test_a_program_brings_the_token_itself(start: Callable[..., httpx.Client], copied: Path) -> None:
    client = start(copied, token=TOKEN, edits=True, user="nightly")
    del client.headers["X-CSRF-Token"]
    client.headers["Authorization"] = f"Bearer {TOKEN}"
    claim = client.get("/api/claims").json()["items"][0]["id"]
    assert client.post("/api/judgements", json={"verdict": "accept", "claim": claim}).json()["judgement"]["by"] == "nightly"
    assert client.get("/api/claims", headers={"Authorization": "Bearer wrong"}).status_code == 401
    assert client.get("/api/claims", headers={"Authorization": f"Basic {TOKEN}"}).status_code == 401


def test_a_cookie_is_only_good_as_it_was_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    setup, other = Setup(Path("x.db")), Setup(Path("x.db"))
    cookie = make_cookie("Ada", setup)
    assert read_cookie(cookie, setup) == "Ada"
    assert read_cookie(cookie, other) is None
    body, signature = cookie.split(".")
    for wrong in (f"{body}x.{signature}", f"{body}.", body, "", ".", f"{body}.{signature[:-1]}"):
        assert read_cookie(wrong, setup) is None
    monkeypatch.setattr("time.time", lambda: 2e9 + 1e9)
    assert read_cookie(cookie, setup) is None


@pytest.mark.parametrize("path", ["/../../../etc/passwd", "/assets/../../app.py", "/%2e%2e/%2e%2e/app.py", "/..%2fapp.py", "/assets/%00", "/incidents%2f..%2f..%2fdesk.py", "//etc/passwd", "/desk.py"])
def test_only_files_of_the_page_are_sent(desk: httpx.Client, path: str) -> None:
    connection = http.client.HTTPConnection(desk.base_url.host, desk.base_url.port, timeout=10)
    connection.request("GET", path)  # as it is: a careful client would tidy the address up
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status in (200, 404, 422, 503) and b"root:" not in body and b"import" not in body.split(b"</head>")[0].replace(b"importmap", b"")
    connection.close()


def test_an_unknown_address_is_the_page_to_a_browser_and_a_problem_to_a_program(desk: httpx.Client) -> None:
    shown = desk.get("/nowhere", headers={"Accept": "text/html,*/*;q=0.8"})
    assert shown.status_code == 404 and "<html" in shown.text
    told = desk.get("/nowhere", headers={"Accept": "application/json"})
    assert told.status_code == 404 and told.headers["content-type"] == "application/problem+json"


def test_methods_that_there_are_not(desk: httpx.Client) -> None:
    for method, path in (("PUT", "/api/claims"), ("DELETE", "/api/incidents"), ("POST", "/"), ("PATCH", "/api/judgements")):
        answer = desk.request(method, path)
        assert answer.status_code == 405 and answer.headers["content-type"] == "application/problem+json", (method, path)


def test_an_address_that_is_taken_is_said(desk: httpx.Client, made: Path) -> None:
    words: Any = [sys.executable, "-m", "reportedly", "serve", "--store", str(made), "--port", str(desk.base_url.port)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2 and "hint: another --port" in done.stderr


def test_an_empty_store_says_what_there_is(start: Callable[..., httpx.Client], tmp_path: Path) -> None:
    client = start(tmp_path / "new.db")
    assert client.get("/api/status").json()["reports"] == 0
    for path in ("/api/incidents", "/api/claims", "/api/reports", "/api/voices", "/api/review/queue", "/api/relations"):
        assert client.get(path).json()["items"] == []
    assert client.get("/api/incidents/facets?q=war").json()["total"] == 0
    assert client.get("/api/incidents/timeline").json()["bins"] == [] and client.get("/api/incidents/map").json()["ids"] == []
    assert client.get("/api/incidents.csv").text == "" and client.get("/api/incidents.geojson").json()["features"] == []


def test_a_question_that_takes_too_long_is_ended(start: Callable[..., httpx.Client], copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.store.reader.STEPS", 1)  # look at the clock at every step, for this store is small
    client = start(copied, seconds=1e-9)
    answer = client.get("/api/claims?sort=uncertain")
    assert code(answer) == (503, "E505") and answer.headers["retry-after"]
