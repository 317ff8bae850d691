import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import classes from './Transfers.module.css';

/** Beside the menu entry: how many files wait for an answer of one's own units. */
export function TransferCount() {
  const t = useText();
  const { data } = useRead('transfers.list', { pendingOnly: true });
  const count = data?.transfers.filter((row) => row.mayDecide && row.toUnitId !== null).length ?? 0;
  if (count === 0) return null;
  return (
    <span className={`${classes.badge ?? ''} tabular`}>
      {count}
      <span className="visually-hidden">{t('fileWork:transfers.waiting', { count })}</span>
    </span>
  );
}
