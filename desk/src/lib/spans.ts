/** Spans of a report count Unicode code points; the browser's strings count UTF-16 units. Here the two meet. */

export interface Span {
  start: number;
  end: number;
}

export class Text {
  /** For each code point the unit it starts at; null while the two counts are the same. */
  private readonly at: Uint32Array | null;
  readonly length: number;

  constructor(readonly value: string) {
    const points = countPoints(value);
    this.length = points;
    if (points === value.length) {
      this.at = null;
      return;
    }
    this.at = new Uint32Array(points + 1);
    let unit = 0;
    for (let point = 0; point < points; point++) {
      this.at[point] = unit;
      unit += value.codePointAt(unit)! > 0xffff ? 2 : 1;
    }
    this.at[points] = unit;
  }

  unit(point: number): number {
    const held = Math.max(0, Math.min(point, this.length));
    return this.at ? this.at[held]! : held;
  }

  /** The code point that holds a UTF-16 unit. */
  point(unit: number): number {
    if (!this.at) return unit;
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.at[middle]! <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  slice(start: number, end: number): string {
    return this.value.slice(this.unit(start), this.unit(end));
  }
}

function countPoints(value: string): number {
  let points = value.length;
  for (let i = 0; i < value.length - 1; i++) if (isHigh(value.charCodeAt(i)) && isLow(value.charCodeAt(i + 1))) { points--; i++; }
  return points;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

export interface Piece<M> extends Span {
  text: string;
  marks: M[];
}

/**
 * The text cut wherever a mark begins or ends: each piece with all marks that lie on it, the longest (outermost) first,
 * so that overlapping marks nest when they are drawn one inside the other.
 */
export function pieces<M extends Span>(text: Text, marks: readonly M[], within: Span = { start: 0, end: text.length }): Piece<M>[] {
  const held = marks.filter((m) => m.start < within.end && m.end > within.start && m.end > m.start);
  const sorted = [...held].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const cuts = new Set([within.start, within.end]);
  for (const m of held) {
    cuts.add(Math.max(m.start, within.start));
    cuts.add(Math.min(m.end, within.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const out: Piece<M>[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const start = edges[i]!;
    const end = edges[i + 1]!;
    out.push({ start, end, text: text.slice(start, end), marks: sorted.filter((m) => m.start <= start && m.end >= end) });
  }
  return out;
}

/** Paragraphs of a report: runs of lines, blank lines between; spans of the text itself. */
export function paragraphs(text: Text): Span[] {
  const out: Span[] = [];
  const pattern = /\S[^\n]*(?:\n(?![^\S\n]*\n)[^\n]*)*/g;
  for (const match of text.value.matchAll(pattern)) {
    const end = match.index + match[0].trimEnd().length;
    out.push({ start: text.point(match.index), end: text.point(end) });
  }
  return out;
}
