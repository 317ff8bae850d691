import { Link } from 'wouter';
import { useHasRole, useSession } from '../../../bridge/session.ts';
import { useText, type Translate } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import shared from '../../../ui/Shared.module.css';
import { monthRanges, type Format } from './estimateText.ts';
import type { EstimatedMonth } from './useEstimatedMonth.ts';

type Behind = EstimatedMonth['behind'];

/** More codes than this are not read one by one. */
const mostCodes = 5;

/** A line for the months that lack the same, with their units. */
export function behindLines(behind: Behind, t: Translate, format: Format): readonly string[] {
  const written = behind.map(({ code, lacks, months }) => ({ code, lacks, months: monthRanges(months, t, format) }));
  const firsts = written.filter((each, index) => written.findIndex((other) => isSame(each, other)) === index);
  return firsts.map((first) => {
    const codes = written.flatMap((each) => (isSame(each, first) ? [each.code] : [])).toSorted();
    return t(`counterfactual:behind.${first.lacks}`, {
      months: first.months,
      units: codes.length > mostCodes ? t('counterfactual:behind.units', { count: codes.length }) : codes.join(', '),
    });
  });
}

interface Written {
  readonly lacks: Behind[number]['lacks'];
  readonly months: string;
}

const isSame = (one: Written, other: Written): boolean => one.lacks === other.lacks && one.months === other.months;

/** Months that are over and not in the estimate, and what would bring them in. */
export function BehindNote({ month: { lastMonth, answered, behind } }: { readonly month: EstimatedMonth }) {
  const t = useText();
  const format = useFormat();
  const { workspace } = useSession();
  const mayEnter = useHasRole('supervisor') && workspace.kind === 'unit';
  if (lastMonth !== answered || behind.length === 0) return null;
  return (
    <div className={shared.note} data-testid="behind">
      {behindLines(behind, t, format).map((line) => (
        <div key={line}>{line}</div>
      ))}
      {mayEnter && behind.some(({ lacks }) => lacks === 'staff') && (
        <Link href="/staffing">{t('counterfactual:refusal.toStaffing')}</Link>
      )}
    </div>
  );
}
