/** What stands on the map, in pixels: pins, areas with how far they reach, the share that is disputed; drawn on a canvas, found again under a pointer. */

import { reachOf, type Cluster } from "./cluster";

export interface Mark {
  cluster: Cluster;
  x: number;
  y: number;
  r: number;
  /** How far an area reaches about its middle; 0 for a pin. */
  reach: number;
  /** Where its number stands: a pin's stands where it is, the number of an area may stand anywhere about the middle, so it makes way. */
  dx: number;
  dy: number;
}

/** The colours of the page as it is now, light or dark. */
export interface Colours { pin: string; sheet: string; sea: string; ink: string; faint: string; accent: string; font: string }

const BUCKET = 64; // pixels: the widest two marks that can touch are not further apart
const AROUND = [20, 34, 48].flatMap((d) => Array.from({ length: 8 }, (_, i) => [d * Math.cos((i * Math.PI) / 4), d * Math.sin((i * Math.PI) / 4)] as const));

export const radius = (n: number) => (n === 1 ? 5.5 : Math.min(24, 8 + 2.4 * Math.log2(n)));

/** Clusters as marks, where a scale `k` puts them. */
export function marks(clusters: Cluster[], k: number, left: number, top: number): Mark[] {
  const out = clusters.map((c): Mark => {
    const r = radius(c.n);
    return { cluster: c, x: (c.x - left) * k, y: (c.y - top) * k, r, reach: c.kind === "area" ? Math.max(r + 5, reachOf(c) * k) : 0, dx: 0, dy: 0 };
  });
  const taken = new Map<number, Mark[]>();
  for (const m of out) if (m.cluster.kind === "spot") take(taken, m);
  for (const m of out) {
    if (m.cluster.kind === "spot") continue;
    const to = free(taken, m, 0, 0) ? undefined : AROUND.find(([dx, dy]) => free(taken, m, dx, dy));
    if (to) [m.dx, m.dy] = to;
    take(taken, m);
  }
  return out;
}

const bucket = (px: number, py: number) => Math.floor(px / BUCKET) * 4096 + Math.floor(py / BUCKET);

function take(taken: Map<number, Mark[]>, m: Mark) {
  const key = bucket(m.x + m.dx, m.y + m.dy);
  const there = taken.get(key);
  if (there) there.push(m);
  else taken.set(key, [m]);
}

function free(taken: Map<number, Mark[]>, m: Mark, dx: number, dy: number): boolean {
  const [px, py] = [m.x + dx, m.y + dy];
  for (let ox = -BUCKET; ox <= BUCKET; ox += BUCKET) {
    for (let oy = -BUCKET; oy <= BUCKET; oy += BUCKET) {
      for (const t of taken.get(bucket(px + ox, py + oy)) ?? []) {
        if (Math.hypot(t.x + t.dx - px, t.y + t.dy - py) <= t.r + m.r + 2) return false;
      }
    }
  }
  return true;
}

/** The mark under a point: its number first, else the area that reaches there. */
export function under(found: readonly Mark[], px: number, py: number): Mark | null {
  const within = (m: Mark, dx: number, dy: number, r: number) => Math.hypot(m.x + dx - px, m.y + dy - py) <= r;
  return found.findLast((m) => within(m, m.dx, m.dy, m.r + 2)) ?? found.findLast((m) => m.reach > 0 && within(m, 0, 0, m.reach)) ?? null;
}

/** Draw all of them: areas below, pins above. */
export function draw(context: CanvasRenderingContext2D, found: readonly Mark[], colours: Colours) {
  const hatched = hatching(context, colours.faint, 0.55);
  const contested = hatching(context, colours.accent, 0.6);
  for (const m of found) if (m.reach) area(context, m, colours, m.cluster.disputed ? contested : hatched);
  context.font = `600 10.5px ${colours.font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const m of found) if (m.cluster.kind !== "spot") pin(context, m, colours);
  for (const m of found) if (m.cluster.kind === "spot") pin(context, m, colours);
}

function area(context: CanvasRenderingContext2D, m: Mark, colours: Colours, fill: CanvasPattern | null) {
  circle(context, m.x, m.y, m.reach);
  if (fill) context.fillStyle = fill;
  context.fill();
  context.setLineDash([3, 3]);
  stroke(context, colours.faint, 1);
  context.setLineDash([]);
}

function pin(context: CanvasRenderingContext2D, m: Mark, colours: Colours) {
  const { cluster } = m;
  const [px, py, spot] = [m.x + m.dx, m.y + m.dy, cluster.kind === "spot"];
  if (m.dx || m.dy) {
    context.beginPath();
    context.moveTo(m.x, m.y);
    context.lineTo(px, py);
    stroke(context, colours.pin, 1);
  }
  circle(context, px, py, m.r);
  context.fillStyle = spot ? colours.pin : colours.sheet;
  context.fill();
  stroke(context, spot ? colours.sea : colours.pin, spot ? 1.5 : 1.25);
  if (cluster.disputed) {
    context.beginPath(); // an arc as long as the share of disputed incidents: a lone one that is disputed has the whole ring
    context.arc(px, py, m.r + 2.5, -Math.PI / 2, (2 * cluster.disputed / cluster.n - 0.5) * Math.PI);
    stroke(context, colours.accent, 2.5);
  }
  if (cluster.n > 1) {
    context.fillStyle = spot ? colours.sheet : colours.ink;
    context.fillText(cluster.n < 1000 ? String(cluster.n) : `${Math.round(cluster.n / 100) / 10}k`, px, py);
  }
}

function circle(context: CanvasRenderingContext2D, px: number, py: number, r: number) {
  context.beginPath();
  context.arc(px, py, r, 0, 2 * Math.PI);
}

function stroke(context: CanvasRenderingContext2D, colour: string, width: number) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}

/** Lines aslant, six pixels apart. */
function hatching(context: CanvasRenderingContext2D, colour: string, opacity: number): CanvasPattern | null {
  const tile = new OffscreenCanvas(12, 12);
  const on = tile.getContext("2d");
  if (!on) return null;
  on.globalAlpha = opacity;
  on.beginPath();
  for (const at of [-12, -6, 0, 6, 12]) {
    on.moveTo(at, 12);
    on.lineTo(at + 12, 0);
  }
  on.strokeStyle = colour;
  on.lineWidth = 1;
  on.stroke();
  return context.createPattern(tile, "repeat");
}
