/**
 * Incidents as the map draws them: towns and exact spots gathered by a grid, provinces and districts as one area for each
 * centre, countries by their code. A hundred thousand incidents are a pass over typed arrays for each step of the zoom.
 */

import type { Points } from "../lib/records";
import { kilometres, latitude, WORLD, x, y } from "./project";

/** In world units: left, top, right, bottom. */
export type Box4 = [number, number, number, number];
const KM: Record<string, number> = { district: 20, province: 60 };
/** World units that an area of this precision reaches about its middle. */
export const reachOf = (c: Cluster) => kilometres(KM[c.precision] ?? 250, latitude(c.y));

export interface Cluster {
  kind: "spot" | "area" | "country";
  x: number;
  y: number;
  n: number;
  disputed: number;
  /** Index of one of its incidents: the only one when n is 1. */
  first: number;
  box: Box4;
  precision: string;
  country: string | null;
}

export interface Spots {
  points: Points;
  x: Float64Array;
  y: Float64Array;
  spots: Int32Array;
  areas: Cluster[];
  countries: Cluster[];
  extent: Box4 | null;
}

export function spots(points: Points): Spots {
  const n = points.ids.length;
  const xs = new Float64Array(n);
  const ys = new Float64Array(n);
  const out: Spots = { points, x: xs, y: ys, spots: new Int32Array(0), areas: [], countries: [], extent: null };
  const areas = new Map<string, Cluster>();
  const countries = new Map<string, Cluster>();
  const extent: Box4 = [Infinity, Infinity, -Infinity, -Infinity];
  const lone = new Int32Array(n);
  let found = 0;
  for (let i = 0; i < n; i++) {
    xs[i] = x(points.lon[i]!);
    ys[i] = y(points.lat[i]!);
    grow(extent, xs[i]!, ys[i]!);
    const precision = points.precisions[points.precision[i]!] ?? "unknown";
    const country = points.countries[points.country[i]!] ?? null;
    if (precision === "country" && country) add(countries, country, i, "country", out, precision, country);
    else if (precision === "province" || precision === "district" || precision === "region" || precision === "country") {
      add(areas, `${precision} ${points.lon[i]} ${points.lat[i]}`, i, "area", out, precision, country);
    } else lone[found++] = i;
  }
  out.spots = lone.subarray(0, found);
  out.areas = [...areas.values()];
  out.countries = [...countries.values()];
  out.extent = n ? extent : null;
  return out;
}

/** The spots of a part of the world gathered in cells `cell` world units wide: whole cells, so that no number changes at the edge. */
export function gather(held: Spots, cell: number, part: Box4): Cluster[] {
  const { points, x: xs, y: ys } = held;
  const [west, north] = [Math.floor(part[0] / cell), Math.floor(part[1] / cell)];
  const [wide, high] = [Math.ceil(part[2] / cell) - west, Math.ceil(part[3] / cell) - north];
  const at = new Int32Array(wide * high); // the cluster in each cell, counted from 1: a table is several times faster than a map
  const found: Cluster[] = [];
  for (const i of held.spots) {
    const [column, row] = [Math.floor(xs[i]! / cell) - west, Math.floor(ys[i]! / cell) - north];
    if (column < 0 || column >= wide || row < 0 || row >= high) continue;
    const there = at[row * wide + column]!;
    if (there) join(found[there - 1]!, i, held);
    else at[row * wide + column] = found.push(made("spot", i, held, points.precisions[points.precision[i]!] ?? "unknown", points.countries[points.country[i]!] ?? null));
  }
  return found;
}

/** The areas of a part of the world; those that are small beside a cell are gathered as spots are. */
export function gatherAreas(held: Spots, cell: number, [left, top, right, bottom]: Box4): Cluster[] {
  const [found, large] = [new Map<number, Cluster>(), [] as Cluster[]];
  for (const area of held.areas) {
    const reach = reachOf(area);
    if (area.x + reach < left || area.x - reach > right || area.y + reach < top || area.y - reach > bottom) continue;
    const key = Math.floor(area.x / cell) * Math.ceil(WORLD / cell) + Math.floor(area.y / cell);
    const there = found.get(key);
    if (reach > cell / 2) large.push(area);
    else found.set(key, there ? merged(there, area) : area);
  }
  return [...large, ...found.values()];
}

function merged(a: Cluster, b: Cluster): Cluster {
  const n = a.n + b.n;
  const box: Box4 = [...a.box];
  grow(box, b.box[0], b.box[1]);
  grow(box, b.box[2], b.box[3]);
  const rougher = reachOf(a) >= reachOf(b) ? a : b;
  return { ...rougher, x: (a.x * a.n + b.x * b.n) / n, y: (a.y * a.n + b.y * b.n) / n, n, disputed: a.disputed + b.disputed, box };
}

function add(into: Map<string, Cluster>, key: string, i: number, kind: Cluster["kind"], held: Spots, precision: string, country: string | null) {
  const there = into.get(key);
  if (there) join(there, i, held);
  else into.set(key, made(kind, i, held, precision, country));
}

function made(kind: Cluster["kind"], i: number, held: Spots, precision: string, country: string | null): Cluster {
  const [px, py] = [held.x[i]!, held.y[i]!];
  return { kind, x: px, y: py, n: 1, disputed: held.points.disputed[i]!, first: i, box: [px, py, px, py], precision, country };
}

function join(cluster: Cluster, i: number, held: Spots) {
  cluster.n++;
  cluster.x += (held.x[i]! - cluster.x) / cluster.n;
  cluster.y += (held.y[i]! - cluster.y) / cluster.n;
  cluster.disputed += held.points.disputed[i]!;
  grow(cluster.box, held.x[i]!, held.y[i]!);
}

function grow(box: Box4, px: number, py: number) {
  if (px < box[0]) box[0] = px;
  if (py < box[1]) box[1] = py;
  if (px > box[2]) box[2] = px;
  if (py > box[3]) box[3] = py;
}
