import { expect, test } from "vitest";
import type { Points } from "../src/lib/records";
import { gather, spots } from "../src/map/cluster";
import { boxOf, fit, latitude, longitude, x, y } from "../src/map/project";

const points = (rows: [lon: number, lat: number, precision: string, country: string, disputed: number][]): Points => {
  const [precisions, countries] = [[...new Set(rows.map((r) => r[2]))], [...new Set(rows.map((r) => r[3]))]];
  return {
    total: rows.length, placed: rows.length, ids: rows.map((_, i) => String(i)), lon: rows.map((r) => r[0]), lat: rows.map((r) => r[1]),
    precision: rows.map((r) => precisions.indexOf(r[2])), precisions, disputed: rows.map((r) => r[4]), status: rows.map(() => 0), statuses: ["occurred"],
    n: rows.map(() => 1), country: rows.map((r) => countries.indexOf(r[3])), countries, name: rows.map(() => 0), names: [null],
  };
};

test("towns gather in cells; provinces and countries stay areas of their own", () => {
  const held = spots(points([[36.8, 35.1, "town", "SYR", 1], [36.81, 35.1, "town", "SYR", 0], [38, 35, "country", "SYR", 0], [38, 35, "country", "SYR", 1], [37, 36, "province", "SYR", 0]]));
  expect(gather(held, 50).map((c) => [c.n, c.disputed])).toEqual([[2, 1]]);
  expect(gather(held, 0.001)).toHaveLength(2);
  expect(held.countries.map((c) => [c.country, c.n, c.disputed])).toEqual([["SYR", 2, 1]]);
  expect(held.areas).toHaveLength(1);
});

test("a hundred thousand incidents are gathered within a frame", () => {
  const many = points(Array.from({ length: 100_000 }, (_, i) => [((i * 7919) % 3600) / 10 - 180, ((i * 104_729) % 1500) / 10 - 70, "town", "SYR", i % 2]));
  const held = spots(many);
  let found = gather(held, 10);
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    found = gather(held, 10);
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(33); // a frame at 30 a second; the machine may be busy with other things
  expect(found.reduce((n, c) => n + c.n, 0)).toBe(100_000);
});

test("the projection and its inverse agree, and a view holds the box it was made for", () => {
  expect(longitude(x(44.11))).toBeCloseTo(44.11);
  expect(latitude(y(41.98))).toBeCloseTo(41.98);
  const box = boxOf(fit({ west: 30, east: 45, south: 30, north: 40 }, 800, 600), 800, 600);
  expect(box.west).toBeLessThan(30);
  expect(box.east).toBeGreaterThan(45);
  expect(box.south).toBeLessThan(30);
  expect(box.north).toBeGreaterThan(40);
});
