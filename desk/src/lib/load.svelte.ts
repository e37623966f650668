/** What a view waits for: the last answer stays while the next is on its way, so that nothing jumps. */

import { get, Trouble } from "./api";

export interface Loaded<T> {
  readonly data: T | null;
  readonly trouble: Trouble | null;
  readonly busy: boolean;
  /** The address that `data` answers. */
  readonly of: string | null;
  again(): void;
  set(value: T): void;
}

/** Loads an address whenever it changes; null loads nothing. Call while a component is being made. */
export function load<T>(address: () => string | null): Loaded<T> {
  let data = $state.raw<T | null>(null);
  let trouble = $state.raw<Trouble | null>(null);
  let busy = $state(false);
  let of = $state.raw<string | null>(null);
  let tries = $state(0);

  // Derived: an effect upon it runs when the address is another, not whenever anything in the page's own address changes.
  const asked = $derived(address());
  $effect(() => {
    const wanted = asked;
    void tries;
    void changes.count;
    if (wanted === null) {
      data = null;
      of = null;
      return;
    }
    const stop = new AbortController();
    busy = true;
    get<T>(wanted, stop.signal).then(
      (answer) => { data = answer; of = wanted; trouble = null; busy = false; },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        trouble = error instanceof Trouble ? error : new Trouble("The page stumbled", String(error), "Load the page anew.");
        busy = false;
      },
    );
    return () => stop.abort();
  });

  return {
    get data() { return data; },
    get trouble() { return trouble; },
    get busy() { return busy; },
    get of() { return of; },
    again() { tries++; },
    set(value: T) { data = value; },
  };
}

/** Counts up whenever what is stored has changed and the reader wants to see it: everything shown is then asked for anew. */
export const changes = $state({ count: 0 });
