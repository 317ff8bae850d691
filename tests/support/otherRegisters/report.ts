import type { Judged, Result } from './judge.ts';
import type { OtherRegister } from './kinds.ts';
import type { ReadBack } from './readBack.ts';

export type Counts = Readonly<Record<Result, number>>;

export function countsOf(judged: readonly Judged[]): Counts {
  const of = (result: Result) => judged.filter((one) => one.result === result).length;
  return {
    right: of('right'),
    refused: of('refused'),
    noted: of('noted'),
    toCheck: of('toCheck'),
    silent: of('silent'),
    lost: of('lost'),
  };
}

/** What is not right in a register, by the kind of it, the most frequent first, each with a line of the file. */
export function report(register: OtherRegister, read: ReadBack, judged: readonly Judged[]): string {
  const lines = register.text.split(/\r?\n/);
  const kinds = new Map<string, { count: number; example: string }>();
  for (const { faults, line } of judged) {
    for (const { result, field, way, answer } of faults) {
      const kind = `${result}: ${field} "${way}"${result === 'refused' ? ` (${answer})` : ''}`;
      const known = kinds.get(kind) ?? {
        count: 0,
        example: `${answer} for line ${String(line)}: ${lines[line - 1] ?? ''}`,
      };
      kinds.set(kind, { ...known, count: known.count + 1 });
    }
  }
  const sorted = [...kinds].sort(([, one], [, other]) => other.count - one.count);
  return [
    `${register.name}, ${String(register.rows.length)} rows: ${JSON.stringify(countsOf(judged))}`,
    `  names: ${read.header}`,
    `  columns: ${JSON.stringify(read.columns)}`,
    ...sorted.map(([kind, { count, example }]) => `  ${String(count)} ${kind}\n      ${example}`),
  ].join('\n');
}
