import { expect, test } from "vitest";
import { atWords, cut, dates, figure, heading, plain, range, webAddress } from "../src/lib/words";

test("dates are no finer than what is known", () => {
  expect(dates("2008-08-09", "2008-08-09")).toBe("9 August 2008");
  expect(dates("2008-08-01", "2008-08-31")).toBe("August 2008");
  expect(dates("2008-01-01", "2008-12-31")).toBe("2008");
  expect(dates("2015-10-07", "2015-10-09", true)).toBe("7–9 Oct 2015");
  expect(dates("2015-12-31", "2016-01-01")).toBe("31 December 2015 – 1 January 2016");
  expect(dates(null, null)).toBe("");
});

test("figures keep their open ends", () => {
  expect(range(6, null)).toBe("6 or more");
  expect(range(null, 9)).toBe("up to 9");
  expect(figure({ role: "killed", of: "civilians", low: 4, high: 6 })).toBe("4–6 civilians killed");
  expect(figure({ role: "killed", of: "killed", low: 60, high: 60 })).toBe("60 killed");
});

test("a heading is a noun: it asserts nothing", () => {
  expect(heading({ types: ["ASSAULT"], actors: ["Russian aircraft"], recipients: ["60 civilians"] })).toBe("Assault on 60 civilians by Russian aircraft");
  expect(heading({ types: ["NEW_TYPE"], actors: [], recipients: [] })).toBe("New type");
});

test("only addresses of the web are links", () => {
  expect(webAddress("javascript:alert(1)")).toBeNull();
  expect(webAddress("data:text/html,x")).toBeNull();
  expect(webAddress("https://press.example/a")).toBe("https://press.example/a");
});

test("a text fragment names the first and last words, its own signs escaped", () => {
  expect(atWords("https://press.example/a#top", "At least 14-15 died, it said")).toBe("https://press.example/a#:~:text=At%20least%2014%2D15%20died%2C%20it%20said");
  expect(atWords("https://press.example/a", "one two three four five six seven eight nine")).toBe("https://press.example/a#:~:text=one%20two%20three%20four,six%20seven%20eight%20nine");
});

test("characters that turn the direction of writing are shown, and keep their place", () => {
  expect(plain("a\u202eb")).toBe("a\ufffdb");
  expect(cut("x".repeat(1_000_000)).length).toBe(90);
});
