import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { MenuBadge } from '../../../ui/MenuBadge.tsx';

/** Beside the menu entry: how many files wait for an answer of one's own units. */
export function TransferCount() {
  const t = useText();
  const { data } = useRead('transfers.list', { pendingOnly: true });
  const count = data?.transfers.filter((row) => row.mayDecide && row.toUnitId !== null).length ?? 0;
  if (count === 0) return null;
  return <MenuBadge count={count} tone="dueSoon" meaning={t('fileWork:transfers.waiting', { count })} />;
}
