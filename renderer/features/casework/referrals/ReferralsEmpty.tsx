import { Button, Group } from '@mantine/core';
import { useText } from '../../../i18n/text.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { Desk } from './useReferralFilter.ts';

interface ReferralsEmptyProps {
  /** The filters leave nothing, but there are referrals. */
  readonly hasAny: boolean;
  readonly desk: Desk;
  readonly onShowAll: () => void;
  readonly onLog: () => void;
  readonly onImport: () => void;
}

const filtered = {
  referrals: { title: 'referrals:empty.filteredTitle', text: 'referrals:empty.filteredText' },
  inbox: { title: 'triage:inbox.emptyTitle', text: 'triage:inbox.emptyText' },
  breaches: { title: 'triage:breaches.emptyTitle', text: 'triage:breaches.emptyText' },
} as const satisfies Record<Desk, object>;

export function ReferralsEmpty({ hasAny, desk, onShowAll, onLog, onImport }: ReferralsEmptyProps) {
  const t = useText();
  if (hasAny) {
    return (
      <EmptyState
        title={t(filtered[desk].title)}
        text={t(filtered[desk].text)}
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
