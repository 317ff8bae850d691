import { Button, Group } from '@mantine/core';
import { useText } from '../../i18n/text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

interface ReferralsEmptyProps {
  /** The filters leave nothing, but there are referrals. */
  readonly hasAny: boolean;
  readonly isInbox: boolean;
  readonly onShowAll: () => void;
  readonly onLog: () => void;
  readonly onImport: () => void;
}

export function ReferralsEmpty({ hasAny, isInbox, onShowAll, onLog, onImport }: ReferralsEmptyProps) {
  const t = useText();
  if (hasAny) {
    return (
      <EmptyState
        title={t(isInbox ? 'triage:inbox.emptyTitle' : 'referrals:empty.filteredTitle')}
        text={t(isInbox ? 'triage:inbox.emptyText' : 'referrals:empty.filteredText')}
        action={
          <Button variant="default" onClick={onShowAll}>
            {t('referrals:empty.showAll')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      title={t('referrals:empty.title')}
      text={t('referrals:empty.text')}
      action={
        <Group gap="sm">
          <Button onClick={onLog}>{t('referrals:log.button')}</Button>
          <Button variant="default" onClick={onImport}>
            {t('referrals:empty.import')}
          </Button>
        </Group>
      }
    />
  );
}
