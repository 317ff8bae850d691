import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { MenuBadge } from '../../../ui/MenuBadge.tsx';

/** Next to the menu entry: how much waits for this person's confirmation. */
export function WaitingCount() {
  const t = useText();
  const { data } = useRead('users.waiting', {});
  const count = data?.items.filter(({ own, isStale }) => !own && !isStale).length ?? 0;
  return count === 0 ? null : <MenuBadge count={count} tone="dueSoon" meaning={t('admin:waiting.count', { count })} />;
}
