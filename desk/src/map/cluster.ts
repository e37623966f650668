/**
 * Incidents as the map draws them: towns and exact spots gathered by a grid, provinces and districts as one area for each
 * centre, countries by their code. A hundred thousand incidents are a pass over typed arrays for each step of the zoom.
 */

import type { Points } from "../lib/records";
import { WORLD, x, y } from "./project";

export interface Cluster {
  key: string;
  kind: "spot" | "area" | "country";
  x: number;
  y: number;
  n: number;
  disputed: number;
  /** Index of one of its incidents: the only one when n is 1. */
  first: number;
  /** In world units: from left, top to right, bottom. */
  box: [number, number, number, number];
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
  extent: [number, number, number, number] | null;
}

export function spots(points: Points): Spots {
  const n = points.ids.length;
  const xs = new Float64Array(n);
  const ys = new Float64Array(n);
  const out: Spots = { points, x: xs, y: ys, spots: new Int32Array(0), areas: [], countries: [], extent: null };
  const areas = new Map<string, Cluster>();
  const countries = new Map<string, Cluster>();
  const extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
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

/** The spots gathered in cells `cell` world units wide. */
export function gather(held: Spots, cell: number): Cluster[] {
  const found = new Map<number, Cluster>();
  const { points } = held;
  const wide = Math.ceil(WORLD / cell); // keys stay small whole numbers, which maps find several times faster
  for (const i of held.spots) {
    const key = ((held.x[i]! / cell) | 0) * wide + ((held.y[i]! / cell) | 0);
    const there = found.get(key);
    if (there) join(there, i, held);
    else found.set(key, made(String(key), "spot", i, held, points.precisions[points.precision[i]!] ?? "unknown", points.countries[points.country[i]!] ?? null));
  }
  return [...found.values()];
}

function add(into: Map<string, Cluster>, key: string, i: number, kind: Cluster["kind"], held: Spots, precision: string, country: string | null) {
  const there = into.get(key);
  if (there) join(there, i, held);
  else into.set(key, made(key, kind, i, held, precision, country));
}

function made(key: string, kind: Cluster["kind"], i: number, held: Spots, precision: string, country: string | null): Cluster {
  const [px, py] = [held.x[i]!, held.y[i]!];
  return { key: `${kind} ${key}`, kind, x: px, y: py, n: 1, disputed: held.points.disputed[i]!, first: i, box: [px, py, px, py], precision, country };
}

function join(cluster: Cluster, i: number, held: Spots) {
  cluster.n++;
  cluster.x += (held.x[i]! - cluster.x) / cluster.n;
  cluster.y += (held.y[i]! - cluster.y) / cluster.n;
  cluster.disputed += held.points.disputed[i]!;
  grow(cluster.box, held.x[i]!, held.y[i]!);
}

function grow(box: [number, number, number, number], px: number, py: number) {
  if (px < box[0]) box[0] = px;
  if (py < box[1]) box[1] = py;
  if (px > box[2]) box[2] = px;
  if (py > box[3]) box[3] = py;
}
