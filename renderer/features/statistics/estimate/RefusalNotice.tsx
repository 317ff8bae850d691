import { Button, Group } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { z } from 'zod';
import { Link } from 'wouter';
import type { Month } from '#contract/ground/dates';
import type { refusal, unitResult } from '#contract/statistics/estimate';
import { useHasRole, useSession } from '../../../bridge/session.ts';
import { useText, type Translate } from '../../../i18n/text.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Estimate.module.css';
import { monthRanges, type Format } from './estimateText.ts';

export type Refusal = z.infer<typeof refusal>;
type UnitResult = z.infer<typeof unitResult>;

/** The missing data, one sentence for each reason. */
export function refusalWords({ reasons }: Refusal, t: Translate, format: Format): readonly string[] {
  return reasons.map(({ code, months }) =>
    t(`counterfactual:refusal.${code}.missing`, {
      count: months.length,
      months: monthRanges(months, t, format),
    }),
  );
}

interface RefusalNoticeProps {
  readonly unit: Pick<UnitResult, 'code'>;
  readonly refusal: Refusal;
  /** An earlier month that can be answered; null where the month asked for is not what is in the way. */
  readonly answered: Month | null;
}

/** Takes the place of the figure: what is missing, and what would make an estimate possible. */
export function RefusalNotice({ unit, refusal: given, answered }: RefusalNoticeProps) {
  const t = useText();
  const format = useFormat();
  const { workspace } = useSession();
  const [, change] = useFigureFilter();
  const mayEnter = useHasRole('supervisor') && workspace.kind === 'unit';
  const isStaffing = given.reasons.some(
    ({ code }) => code === 'fte_missing' || code === 'staffing_impossible' || code === 'no_funding',
  );
  return (
    <div className={classes.refusal} data-testid="refusal">
      <Notice tone="neutral" icon={IconInfoCircle} title={t('counterfactual:refusal.title', { code: unit.code })}>
        {refusalWords(given, t, format).map((words) => (
          <p key={words}>{words}</p>
        ))}
        {given.reasons.map(({ code }) => (
          <p key={code}>{t(`counterfactual:refusal.${code}.needed`)}</p>
        ))}
        <Group gap="sm" mt="xs">
          {mayEnter && isStaffing && <Link href="/staffing">{t('counterfactual:refusal.toStaffing')}</Link>}
          {answered !== null && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                change({ lastMonth: answered });
              }}
            >
              {t('counterfactual:behind.show', { month: format.month(answered) })}
            </Button>
          )}
        </Group>
      </Notice>
    </div>
  );
}
