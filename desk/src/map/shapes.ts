/** Country shapes (Natural Earth by way of world-atlas), coarse ones at once and fine ones when someone looks closer. */

import { geoMercator, geoPath, type GeoPermissibleObjects } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import coarse from "world-atlas/countries-110m.json?url";
import fine from "world-atlas/countries-50m.json?url";
import alpha3 from "./alpha3.json";
import { WORLD } from "./project";

export interface Country {
  code: string | null;
  name: string;
  path: string;
  /** In world units: left, top, right, bottom. */
  box: [number, number, number, number];
}

const CODES: Record<string, string> = alpha3;
// The same formulas as `project.ts`; d3 also cuts what crosses the date line.
const path = geoPath(geoMercator().scale(WORLD / (2 * Math.PI)).translate([WORLD / 2, WORLD / 2]).precision(0)).digits(3);
const ANTARCTICA = "010"; // Mercator makes a wall of it, and nothing is reported from there
const kept = new Map<string, Promise<Country[]>>();

export const coarseCountries = () => countries(coarse);
export const fineCountries = () => countries(fine);

function countries(address: string): Promise<Country[]> {
  let wanted = kept.get(address);
  if (!wanted) {
    wanted = fetch(address).then(async (answer) => {
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return shapes((await answer.json()) as Topology);
    });
    wanted.catch(() => kept.delete(address));
    kept.set(address, wanted);
  }
  return wanted;
}

function shapes(topology: Topology): Country[] {
  const held = topology.objects["countries"] as GeometryCollection<{ name: string }>;
  return feature(topology, held).features.filter((f) => f.id !== ANTARCTICA).map((f) => {
    const [[left, top], [right, bottom]] = path.bounds(f as GeoPermissibleObjects);
    return { code: CODES[String(f.id)] ?? null, name: f.properties.name, path: path(f as GeoPermissibleObjects) ?? "", box: [left, top, right, bottom] };
  });
}
