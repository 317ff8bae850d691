import type { CivilDate, UncertainDay } from '#contract/ground/dates';
import { dayText } from '#contract/ground/dayText';
import { useText } from '../i18n/text.ts';
import classes from './Since.module.css';

interface SinceProps {
  readonly on: CivilDate;
  readonly uncertain?: UncertainDay;
}

/** "since 2026-11-23", never broken within the date; of a day that is not known, what is known of it. */
export function Since({ on, uncertain = null }: SinceProps) {
  const t = useText();
  if (uncertain === null) return <span className={classes.since}>{t('lists:since', { on })}</span>;
  const known = dayText(on, uncertain, t('codes:field.dayUnknown').toLocaleLowerCase());
  return <span className={classes.since}>({known})</span>;
}
