import type { RuleChange } from '#contract/statistics/ruleChange';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import classes from './Key.module.css';

/** Where a figure has no axis of months to draw a break on, it is said. */
export function RuleNote({ changes }: { readonly changes: readonly RuleChange[] }) {
  const t = useText();
  const format = useFormat();
  const { unitCode } = useNames();
  if (changes.length === 0) return null;
  const list = changes.map(({ month, unitId }) => `${unitCode(unitId)} ${format.shortMonth(month)}`).join(', ');
  return (
    <p className={classes.key}>
      <span className={classes.break} aria-hidden />
      {t('backlog:ruleChanges', { list })}
    </p>
  );
}
