/** Down and up a list by `j` and `k`, the same in every view: the links marked `data-row` are its rows. */

import type { Key } from "./keys.svelte";

/** `further` is asked for more rows when the end comes near. */
export function walk(one: string, further?: () => unknown): Key[] {
  const step = (by: number) => {
    const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
    const now = rows.indexOf(document.activeElement as HTMLElement);
    rows[Math.max(0, Math.min(rows.length - 1, now < 0 ? 0 : now + by))]?.focus();
    if (now + by >= rows.length - 3) further?.();
  };
  return [{ key: "j", does: `next ${one}`, run: () => step(1) }, { key: "k", does: `${one} before`, run: () => step(-1) }];
}
