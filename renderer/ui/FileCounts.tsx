import type { Output } from '#contract/index';
import { useText } from '../i18n/text.ts';
import { useFormat } from '../lib/useFormat.ts';
import { Fact, Facts } from './FieldRow.tsx';

/** What a report says of the files that came with it: counts alone are kept. */
export function FileCounts({ counts }: { readonly counts: Output<'referrals.get'>['counts'] }) {
  const t = useText();
  const format = useFormat();
  return (
    <Facts>
      {counts.map(({ category, count }) => (
        <Fact key={category} label={t(`codes:tipCount.${category}`)}>
          <span className="tabular">{format.number(count)}</span>
        </Fact>
      ))}
    </Facts>
  );
}
