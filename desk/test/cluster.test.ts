import { expect, test } from "vitest";
import type { Points } from "../src/lib/records";
import { gather, gatherAreas, spots, type Box4 } from "../src/map/cluster";
import { marks, under } from "../src/map/marks";
import { boxOf, fit, latitude, longitude, x, y } from "../src/map/project";

const WORLD: Box4 = [0, 0, 1024, 1024];

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
  expect(gather(held, 50, WORLD).map((c) => [c.n, c.disputed])).toEqual([[2, 1]]);
  expect(gather(held, 0.001, [x(36.8), y(35.2), x(36.9), y(35)])).toHaveLength(2);
  expect(held.countries.map((c) => [c.country, c.n, c.disputed])).toEqual([["SYR", 2, 1]]);
  expect(held.areas).toHaveLength(1);
});

test("a hundred thousand incidents are gathered within a frame", () => {
  const many = points(Array.from({ length: 100_000 }, (_, i) => [((i * 7919) % 3600) / 10 - 180, ((i * 104_729) % 1500) / 10 - 70, "town", "SYR", i % 2]));
  const held = spots(many);
  let found = gather(held, 10, WORLD);
  const times = Array.from({ length: 9 }, () => {
    const start = process.cpuUsage();
    found = gather(held, 10, WORLD);
    return process.cpuUsage(start).user / 1000;
  });
  expect(Math.min(...times)).toBeLessThan(20); // with drawing, within a frame at 30 a second
  expect(found.reduce((n, c) => n + c.n, 0)).toBe(100_000);
});

test("a part of the world holds whole cells, so that panning changes no number", () => {
  const held = spots(points(Array.from({ length: 500 }, (_, i) => [30 + ((i * 37) % 100) / 10, 30 + ((i * 61) % 100) / 10, "town", "SYR", 0])));
  const of = (part: Box4) => new Map(gather(held, 5, part).map((c) => [`${Math.floor(c.x / 5)} ${Math.floor(c.y / 5)}`, c.n]));
  const [every, some] = [of(WORLD), of([x(33.3), y(37.7), x(36.1), y(33.3)])];
  expect(some.size).toBeGreaterThan(3);
  expect(some.size).toBeLessThan(every.size);
  for (const [cell, n] of some) expect(every.get(cell)).toBe(n);
});

test("areas that are small on the map gather, large ones stand alone, and none is lost", () => {
  const held = spots(points([[36, 35, "district", "SYR", 1], [36.2, 35, "district", "SYR", 0], [36.4, 35, "province", "SYR", 0], [-70, 5, "province", "COL", 0]]));
  expect(gatherAreas(held, 60, WORLD).map((c) => [c.n, c.disputed, c.precision]).sort()).toEqual([[1, 0, "province"], [3, 1, "province"]]);
  expect(gatherAreas(held, 0.1, WORLD)).toHaveLength(4);
  expect(gatherAreas(held, 60, [x(30), y(40), x(40), y(30)])).toHaveLength(1);
});

test("numbers of areas make way for pins, and a pointer finds what it is on", () => {
  const held = spots(points([[36, 35, "town", "SYR", 0], [36, 35, "province", "SYR", 0], [36, 35, "district", "SYR", 1]]));
  const [left, top] = [x(36) - 50, y(35) - 50];
  const made = marks([...gatherAreas(held, 0.1, WORLD), ...gather(held, 1, [left, top, left + 100, top + 100])], 4, left, top);
  const at = made.map((m) => [m.x + m.dx, m.y + m.dy] as const);
  for (const [i, a] of at.entries()) for (const b of at.slice(0, i)) expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(11);
  const pin = made.find((m) => m.cluster.kind === "spot")!;
  expect([pin.x, pin.y, pin.dx, pin.dy]).toEqual([expect.closeTo(200), expect.closeTo(200), 0, 0]);
  expect(under(made, 201, 199)).toBe(pin);
  for (const [i, [px, py]] of at.entries()) expect(under(made, px, py)).toBe(made[i]);
  expect(under(made, 390, 390)).toBeNull();
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
