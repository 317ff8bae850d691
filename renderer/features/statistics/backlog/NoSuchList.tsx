import { Link } from 'wouter';
import { useText } from '../../../i18n/text.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';

/** For an address that names no list. */
export function NoSuchList() {
  const t = useText();
  return (
    <>
      <PageHeader title={t('codes:heading.backlog')} />
      <EmptyState
        title={t('backlog:list.none')}
        text={t('backlog:list.noneText')}
        action={<Link href="/backlog">{t('backlog:list.toBoard')}</Link>}
      />
    </>
  );
}
