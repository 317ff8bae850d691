import { IconUserCheck } from '@tabler/icons-react';
import { decidingRoles } from '#contract/ground/codes';
import { Link } from 'wouter';
import { useRead } from '../../../bridge/queries.ts';
import { useHasRole } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Notice } from '../../../ui/Notice.tsx';

/** On every screen and for everybody, until a second person has confirmed what one did alone. */
export function Unconfirmed() {
  const t = useText();
  const format = useFormat();
  const mayDecide = useHasRole(...decidingRoles);
  const { data } = useRead('users.unconfirmed', {});
  return data?.items.map(({ id, kind, displayName: name, dueAt, isOverdue }) => (
    <Notice
      key={id}
      tone={isOverdue ? 'overdue' : 'dueSoon'}
      icon={IconUserCheck}
      title={t(kind === 'restore' ? 'shell:unconfirmed.restore' : 'shell:unconfirmed.recovery', { name })}
      end={mayDecide && <Link href="/waiting">{t('admin:waiting.nav')}</Link>}
    >
      {t(isOverdue ? 'shell:unconfirmed.overdue' : 'shell:unconfirmed.text', { at: format.instant(dueAt ?? 0) })}
    </Notice>
  ));
}
