import { IconListDetails } from '@tabler/icons-react';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Imports.module.css';

/** The lines of a register that are no referral: totals, titles and notes. */
export function PassedOver({ passedOver }: Pick<Output<'imports.preview'>, 'passedOver'>) {
  const t = useText();
  const format = useFormat();
  const { total, lines } = passedOver;
  if (total === 0) return null;
  return (
    <Notice
      tone="neutral"
      icon={IconListDetails}
      title={t('imports:passedOver.title', { count: total, number: format.number(total) })}
    >
      <ul className={classes.passed}>
        {lines.map(({ sheet, line, why, text }) => (
          <li key={`${sheet ?? ''} ${String(line)}`}>
            {sheet !== null && `${sheet} · `}
            {t('imports:passedOver.line', { line, why: t(`imports:passedOver.${why}`), text })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
