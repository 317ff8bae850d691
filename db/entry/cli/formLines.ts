import type { RollupSource } from '#contract/reporting/rollup';
import { headings } from '#contract/words/headings';
import { measures } from '#contract/words/measures';
import { alignColumns } from './table.ts';
import type { Words } from './texts.ts';

/** What is in an unsigned form: its remarks, and its figures by month, as the application shows them before they are imported. */
export function formLines({ say, label, count }: Words, { remarks, figures }: NonNullable<RollupSource['says']>) {
  const { opening, closing } = measures.ledger;
  const header = [
    label(headings.month),
    label(opening),
    say('formIn'),
    say('formOut'),
    label(closing),
    say('formOthers'),
    label(headings.status),
  ];
  const rows = figures.map((each) => [
    each.month,
    count(each.opening),
    count(each.into),
    count(each.out),
    count(each.closing),
    say('formKnown', { known: each.known, asked: each.asked }),
    label(measures.valueStatus[each.status]),
  ]);
  return [
    ...remarks.map(({ code, cells }) => say(`remark.${code}`, { cells: cells.join(', ') })),
    ...(rows.length === 0 ? [] : alignColumns([header, ...rows])),
  ].map((line) => `  ${line}`);
}
