import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import classes from './Waiting.module.css';

/** Next to the menu entry: how much waits for this person's confirmation. */
export function WaitingCount() {
  const t = useText();
  const { data } = useRead('users.waiting', {});
  const count = data?.items.filter(({ own, isStale }) => !own && !isStale).length ?? 0;
  if (count === 0) return null;
  return (
    <span className={`${classes.badge ?? ''} tabular`}>
      {count}
      <span className="visually-hidden">{t('admin:waiting.count', { count })}</span>
    </span>
  );
}
