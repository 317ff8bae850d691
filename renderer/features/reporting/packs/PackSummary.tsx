import { Checkbox } from '@mantine/core';
import { IconCircleCheck, IconKey, IconKeyOff, IconShieldCheck } from '@tabler/icons-react';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Fact, Facts } from '../../../ui/FieldRow.tsx';
import { Fingerprint, Hash } from '../../../ui/Fingerprint.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Packs.module.css';
import type { Summary } from './useImportPack.ts';

interface PackSummaryProps {
  readonly summary: Summary;
  readonly isCompared: boolean;
  readonly onCompared: (isCompared: boolean) => void;
}

export function PackSummary({ summary, isCompared, onCompared }: PackSummaryProps) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      <Facts>
        <Fact label={t('common:workspace')}>{summary.workspaceName}</Fact>
        <Fact label={t('codes:heading.quarter')}>{format.quarter(summary.quarter)}</Fact>
        <Fact label={t('codes:heading.units')}>
          {summary.units.map((unit) => `${unit.code} · ${format.bilingual(unit.name)}`).join(', ')}
        </Fact>
        <Fact label={t('packs:holds.months')}>{format.number(summary.months)}</Fact>
        {summary.notReviewed !== null && (
          <Fact label={t('packs:notReviewed')}>{format.number(summary.notReviewed)}</Fact>
        )}
        <Fact label={t('packs:exportedAt')}>{format.instant(summary.exportedAt)}</Fact>
        <Fact label={t('common:sha256OfTheFile')}>
          <Hash value={summary.sha256} />
        </Fact>
      </Facts>
      {summary.alreadyHeld && (
        <Notice tone="neutral" icon={IconCircleCheck} title={t('packs:import.alreadyHeld')}>
          {t('packs:import.alreadyHeldText')}
        </Notice>
      )}
      {summary.keyConfirmed && summary.keyRevoked === null && (
        <Notice tone="positive" icon={IconShieldCheck} title={t('common:signedWithAConfirmedKey')}>
          {t('packs:key.knownText')}
        </Notice>
      )}
      {summary.keyRevoked !== null && (
        <Notice tone="overdue" icon={IconKeyOff} title={t('packs:key.revoked')}>
          {summary.keyRevoked.reason}
        </Notice>
      )}
      {!summary.keyConfirmed && !summary.alreadyHeld && summary.keyRevoked === null && (
        <Notice tone="dueSoon" icon={IconKey} title={t('packs:key.new')}>
          <p className={classes.lead}>{t('packs:key.compare')}</p>
          <Fingerprint value={summary.fingerprint} />
          <Checkbox
            mt="sm"
            label={t('packs:key.compared')}
            checked={isCompared}
            onChange={(event) => {
              onCompared(event.currentTarget.checked);
            }}
          />
        </Notice>
      )}
    </>
  );
}
