import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { InvestigationRow } from '#contract/casework/investigations';
import type { KnownFile } from '#contract/casework/identifiers';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import { KnownFiles } from '../../persons/KnownFiles.tsx';
import { useLinkReferral } from '../../persons/useLinkReferral.ts';

/** Other files with an identifier of this one or of its referrals; an open referral among them can join it. */
export function AlikeFiles({ investigation }: { readonly investigation: InvestigationRow }) {
  const t = useText();
  const { fileNumber } = useNames();
  const { id: investigationId, unitId, concludedOn, transferredOn } = investigation;
  const files =
    useRead('identifiers.matches', { file: { kind: 'investigation', id: investigationId } }).data?.files ?? [];
  const { link, isPending, failure } = useLinkReferral();
  if (files.length === 0) return null;
  const isOver = concludedOn !== null || transferredOn !== null;
  const linkOf = (each: KnownFile) => {
    const { file } = each;
    if (isOver || !each.open || file.kind !== 'referral' || each.unitId !== unitId) return null;
    return (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('persons:alike.joinFor', { number: fileNumber(each) })}
        loading={isPending}
        onClick={() => {
          link(investigationId, file.id);
        }}
      >
        {t('persons:alike.join')}
      </Button>
    );
  };
  return (
    <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('persons:alike.title', { count: files.length })}>
      {failure !== null && <FailureAlert failure={failure} />}
      <KnownFiles files={files} actOf={linkOf} />
    </Notice>
  );
}
