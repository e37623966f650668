/** The address is the state: everything a view shows can be read back from it, shared, and gone back from. */

export interface Place {
  path: string;
  query: URLSearchParams;
  hash: string;
}

const read = (): Place => ({ path: location.pathname, query: new URLSearchParams(location.search), hash: location.hash.slice(1) });

let here = $state.raw<Place>(read());
addEventListener("popstate", () => (here = read()));

export const route = {
  get path() { return here.path; },
  get query() { return here.query; },
  get hash() { return here.hash; },
};

/** Go to an address of this page. `replace` leaves no step to go back to (typing, brushing, moving the map). */
export function go(href: string, { replace = false } = {}): void {
  if (href === location.pathname + location.search + location.hash) return;
  history[replace ? "replaceState" : "pushState"](null, "", href);
  const before = here.path;
  here = read();
  if (here.path !== before) scrollTo(0, 0);
}

/** The same view with some of its query changed; null or "" takes a key away, a list sets it several times. */
export function withQuery(changes: Record<string, string | string[] | null>, query = here.query): string {
  const next = new URLSearchParams(query);
  for (const [key, value] of Object.entries(changes)) {
    next.delete(key);
    for (const each of Array.isArray(value) ? value : [value]) if (each) next.append(key, each);
  }
  const text = next.toString();
  return here.path + (text ? `?${text}` : "");
}

/** Links of this page change the view, not the document; others, and clicks with a modifier, are the browser's. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest?.("a");
  if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin || link.pathname.startsWith("/api/")) return;
  if (link.pathname === location.pathname && link.search === location.search && link.hash) return;
  event.preventDefault();
  go(link.pathname + link.search + link.hash);
}
