import { Anchor } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { FirstDayStep } from '#contract/accounts/firstDay';
import { useReadOnly } from '../../../bridge/original.ts';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import classes from './FirstDay.module.css';

/** Where an administrator does it; absent: another person does, with files that an administrator does not see. */
const places: Partial<Record<FirstDayStep, string>> = {
  units: '/admin/units',
  users: '/admin/users',
  backup: '/admin/backups',
};

/** Until all of it is done: what a new unit needs, each ticked by the workspace itself. */
export function FirstDay() {
  const t = useText();
  const steps = useRead('firstDay.get', {}).data?.steps ?? [];
  const readOnly = useReadOnly();
  const done = steps.filter(({ isDone }) => isDone).length;
  if (done === steps.length || readOnly !== null) return null;
  return (
    <section className={classes.card} aria-label={t('admin:firstDay.title')}>
      <h2 className={classes.title}>
        {t('admin:firstDay.title')}{' '}
        <span className={classes.count}>{t('admin:firstDay.done', { done, all: steps.length })}</span>
      </h2>
      <ol className={classes.steps}>
        {steps.map(({ step, isDone }) => (
          <li key={step} className={classes.step} data-done={isDone || undefined}>
            {isDone ? (
              <IconCircleCheck size={16} stroke={1.75} aria-label={t('admin:firstDay.isDone')} />
            ) : (
              <IconCircle size={16} stroke={1.75} aria-label={t('admin:firstDay.isOpen')} />
            )}
            <div>
              <StepName step={step} isDone={isDone} />
              {!isDone && <p className={classes.hint}>{t(`admin:firstDay.hint.${step}`)}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepName({ step, isDone }: { readonly step: FirstDayStep; readonly isDone: boolean }) {
  const t = useText();
  const place = places[step];
  const name = t(`admin:firstDay.step.${step}`);
  if (isDone || place === undefined) return name;
  return (
    <Anchor component={Link} href={place} inherit underline="always">
      {name}
    </Anchor>
  );
}
