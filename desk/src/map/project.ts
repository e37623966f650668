/** Web Mercator on a world WORLD units wide: plain formulas, so that boxes and clusters need no shapes to be loaded. */

export const WORLD = 1024;
const MOST = 85.05;

export const x = (longitude: number) => ((longitude + 180) / 360) * WORLD;
export function y(latitude: number): number {
  const radians = (Math.max(-MOST, Math.min(MOST, latitude)) * Math.PI) / 180;
  return (0.5 - Math.log(Math.tan(Math.PI / 4 + radians / 2)) / (2 * Math.PI)) * WORLD;
}
export const longitude = (px: number) => (px / WORLD) * 360 - 180;
export const latitude = (py: number) => ((Math.atan(Math.exp((0.5 - py / WORLD) * 2 * Math.PI)) - Math.PI / 4) * 360) / Math.PI;

/** World units that so many kilometres take up at a latitude. */
export const kilometres = (km: number, atLatitude: number) => (km / 40_075 / Math.cos((atLatitude * Math.PI) / 180)) * WORLD;

/** Where the map stands: the world point in the middle, and pixels for each world unit. */
export interface View { cx: number; cy: number; k: number }
export interface Box { west: number; south: number; east: number; north: number }

export function boxOf(view: View, width: number, height: number): Box {
  return {
    west: Math.max(-180, longitude(view.cx - width / 2 / view.k)), east: Math.min(180, longitude(view.cx + width / 2 / view.k)),
    north: latitude(Math.max(0, view.cy - height / 2 / view.k)), south: latitude(Math.min(WORLD, view.cy + height / 2 / view.k)),
  };
}

/** The view that holds a box with a margin; a lone point is not looked at from nearer than a province. */
export function fit(box: Box, width: number, height: number, most = 18): View {
  const [x1, x2, y1, y2] = [x(box.west), x(box.east), y(box.north), y(box.south)];
  const k = Math.min((width - 70) / Math.max(x2 - x1, 0.01), (height - 70) / Math.max(y2 - y1, 0.01), most);
  return hold({ cx: (x1 + x2) / 2, cy: (y1 + y2) / 2, k }, width, height);
}

/** No further out than the world, and not off its edge. */
export function hold(view: View, width: number, height: number): View {
  const k = Math.max(least(width, height), Math.min(view.k, 1200));
  const within = (c: number, half: number, from: number, to: number) => (half * 2 >= to - from ? (from + to) / 2 : Math.max(from + half, Math.min(to - half, c)));
  return { cx: within(view.cx, width / 2 / k, 0, WORLD), cy: within(view.cy, height / 2 / k, TOP, BOTTOM), k };
}

const [TOP, BOTTOM] = [y(80), y(-57)]; // where people live

export const least = (width: number, height: number) => Math.max(0.25, Math.min(width / WORLD, height / (BOTTOM - TOP)));
