import { Checkbox } from '@mantine/core';
import { IconCircleCheck, IconKey, IconReplace, IconShieldCheck } from '@tabler/icons-react';
import type { StandingReference } from '#contract/statistics/laboratory';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Fingerprint } from '../../../../ui/Fingerprint.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import classes from './Reference.module.css';
import { ReferenceFacts } from './ReferenceFacts.tsx';
import type { Inspected } from './useImportReference.ts';

interface InspectedReferenceProps {
  readonly inspected: Inspected;
  readonly standing: StandingReference | null;
  readonly isCompared: boolean;
  readonly onCompared: (isCompared: boolean) => void;
}

/** What the verified file says, and whether its key is to be trusted. */
export function InspectedReference({ inspected, standing, isCompared, onCompared }: InspectedReferenceProps) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      <ReferenceFacts reference={inspected} showsKey={inspected.keyConfirmed} />
      {inspected.alreadyHeld ? (
        <Notice tone="neutral" icon={IconCircleCheck} title={t('laboratory:reference.held')}>
          {t('laboratory:reference.heldText')}
        </Notice>
      ) : (
        standing !== null && (
          <Notice
            tone="neutral"
            icon={IconReplace}
            title={t('laboratory:reference.replaces', {
              who: standing.workspaceName,
              at: format.instant(standing.exportedAt),
            })}
          >
            {t('laboratory:reference.replacesText')}
          </Notice>
        )
      )}
      {inspected.keyConfirmed ? (
        <Notice tone="positive" icon={IconShieldCheck} title={t('common:signedWithAConfirmedKey')}>
          {t('laboratory:reference.keyKnownText')}
        </Notice>
      ) : (
        <Notice tone="dueSoon" icon={IconKey} title={t('laboratory:reference.keyNew')}>
          <p className={classes.lead}>{t('laboratory:reference.keyCompare')}</p>
          <Fingerprint value={inspected.fingerprint} />
          <Checkbox
            mt="sm"
            label={t('laboratory:reference.keyCompared')}
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
