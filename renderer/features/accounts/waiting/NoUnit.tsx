import { IconUsersGroup } from '@tabler/icons-react';
import { needsUnit } from '#contract/store/session';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';

/** To a user of a workspace from before a unit was asked for: empty lists would say that there is nothing to do. */
export function NoUnit() {
  const t = useText();
  const { workspace, roles, unitIds } = useSession();
  if (unitIds.length > 0 || !needsUnit(workspace.kind, roles)) return null;
  return (
    <Notice tone="dueSoon" icon={IconUsersGroup} title={t('shell:noUnit.title')}>
      {t('shell:noUnit.text')}
    </Notice>
  );
}
