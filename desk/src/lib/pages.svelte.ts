/** A list that goes on: its first page by an address, the next ones when they are asked for. */

import { get } from "./api";
import { load, type Loaded } from "./load.svelte";
import type { List } from "./records";

export interface Pages<T> { readonly first: Loaded<List<T>>; readonly items: T[]; readonly more: boolean; readonly busy: boolean; further(): Promise<void> }

export function pages<T>(address: () => string | null): Pages<T> {
  const first = load<List<T>>(address);
  let rest = $state.raw<T[]>([]);
  let next = $state<string | null>(null);
  let busy = $state(false);
  $effect(() => { rest = []; next = first.data?.next ?? null; });
  const items = $derived([...(first.data?.items ?? []), ...rest]);
  return {
    first,
    get items() { return items; },
    get more() { return next !== null; },
    get busy() { return busy; },
    async further() {
      if (!next || busy) return;
      busy = true;
      const asked = next;
      const page = await get<List<T>>(asked).catch(() => null);
      busy = false;
      if (!page || next !== asked) return; // another list has been asked for meanwhile
      rest = [...rest, ...page.items];
      next = page.next;
    },
  };
}

/** Asks for the next page when the end of the list comes near. An action for the element at its end. */
export function nearEnd(node: HTMLElement, further: () => void) {
  const seen = new IntersectionObserver((entries) => entries.some((e) => e.isIntersecting) && further(), { rootMargin: "600px" });
  seen.observe(node);
  return { destroy: () => seen.disconnect() };
}
