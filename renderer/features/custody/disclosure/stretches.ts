export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** With one more, in order; those that meet become one. */
export function withStretch(stretches: readonly Stretch[], added: Stretch): readonly Stretch[] {
  if (added.from >= added.to) return stretches;
  const meets = ({ from, to }: Stretch) => from <= added.to && added.from <= to;
  const joined = [added, ...stretches.filter(meets)];
  const one = { from: Math.min(...joined.map(({ from }) => from)), to: Math.max(...joined.map(({ to }) => to)) };
  return [...stretches.filter((each) => !meets(each)), one].toSorted((a, b) => a.from - b.from);
}

/** A text in parts, each given or withheld. */
export function partsOf(text: string, stretches: readonly Stretch[]): readonly { text: string; isWithheld: boolean }[] {
  const parts: { text: string; isWithheld: boolean }[] = [];
  let at = 0;
  for (const { from, to } of stretches) {
    parts.push({ text: text.slice(at, from), isWithheld: false }, { text: text.slice(from, to), isWithheld: true });
    at = to;
  }
  parts.push({ text: text.slice(at), isWithheld: false });
  return parts.filter((each) => each.text !== '');
}
