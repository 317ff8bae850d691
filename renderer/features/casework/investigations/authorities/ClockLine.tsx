import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Clock } from '#contract/casework/clocks';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { DueBadge } from '../../../../ui/DueBadge.tsx';
import classes from './Authorities.module.css';

interface ClockLineProps {
  readonly clock: Clock;
  readonly onOverride: () => void;
}

/** One clock: what ends, when, how near that is, and on demand how it was computed. */
export function ClockLine({ clock, onOverride }: ClockLineProps) {
  const t = useText();
  const format = useFormat();
  const [isShown, showing] = useDisclosure();
  const name = format.bilingual(clock.name);
  return (
    <li className={classes.clock}>
      <div className={classes.clockHead}>
        <span className={classes.clockName}>{name}</span>
        <span className={`${classes.day ?? ''} tabular`} data-state={clock.state}>
          {clock.dueOn ?? t('common:none')}
        </span>
        <span>
          <Standing clock={clock} />
        </span>
        <span className={classes.buttons}>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-expanded={isShown}
            aria-label={t('authorities:howFor', { name })}
            onClick={showing.toggle}
          >
            {t('authorities:how')}
          </Button>
          {clock.state !== 'exempt' && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('authorities:overrideFor', { name })}
              onClick={onOverride}
            >
              {t('authorities:override.button')}
            </Button>
          )}
        </span>
      </div>
      {clock.override !== null && <Decided clock={clock} />}
      {isShown && <Derivation clock={clock} />}
    </li>
  );
}

function Standing({ clock }: { readonly clock: Clock }) {
  const t = useText();
  return clock.urgency !== null && clock.daysLeft !== null ? (
    <DueBadge urgency={clock.urgency} daysLeft={clock.daysLeft} />
  ) : (
    <span className={classes.quiet}>{t(`authorities:state.${clock.state}`)}</span>
  );
}

function Decided({ clock: { override, computedOn } }: { readonly clock: Clock }) {
  const t = useText();
  const format = useFormat();
  if (override === null) return null;
  return (
    <p className={classes.decided}>
      {t('authorities:decided', {
        computed: computedOn ?? t('common:none'),
        by: override.by,
        at: format.instant(override.at),
        reason: override.reason,
      })}
    </p>
  );
}

function Derivation({ clock }: { readonly clock: Clock }) {
  const t = useText();
  const format = useFormat();
  const { ruleId, textAt, catalogueVersion } = clock;
  return (
    <div className={classes.derivation}>
      <p>{format.bilingual(clock.derivation)}</p>
      {clock.caution !== null && <p>{format.bilingual(clock.caution)}</p>}
      <p className={classes.quiet}>
        {format.bilingual(clock.statute)}.{' '}
        {textAt === null
          ? t('authorities:source.unread', { rule: ruleId, version: catalogueVersion })
          : t('authorities:source.read', { at: textAt, rule: ruleId, version: catalogueVersion })}
      </p>
      {clock.reminders.length > 0 && (
        <p className={classes.quiet}>
          {t('authorities:reminders', { days: clock.reminders.map(({ on }) => on).join(', ') })}
        </p>
      )}
    </div>
  );
}
