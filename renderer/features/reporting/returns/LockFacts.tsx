import type { LockedReturn } from '#contract/reporting/returns';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Fact, Facts } from '../../../ui/FieldRow.tsx';
import { Hash } from '../../../ui/Fingerprint.tsx';

export function LockFacts({ locked }: { readonly locked: LockedReturn }) {
  const t = useText();
  const format = useFormat();
  return (
    <Facts>
      <Fact label={t('codes:reportState.locked')}>{format.instant(locked.lockedAt)}</Fact>
      <Fact label={t('codes:field.by')}>{locked.lockedBy}</Fact>
      <Fact label={t('returns:locked.auditHead')}>
        <Hash value={locked.auditHead} />
      </Fact>
      <Fact label={t('codes:heading.contentHash')}>
        <Hash value={locked.contentHash} />
      </Fact>
    </Facts>
  );
}
