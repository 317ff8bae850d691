import { Checkbox } from '@mantine/core';
import { IconCircleCheck, IconKey } from '@tabler/icons-react';
import { useText } from '../../../i18n/text.ts';
import { Fact, Facts } from '../../../ui/FieldRow.tsx';
import { Fingerprint } from '../../../ui/Fingerprint.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import shared from '../../../ui/Shared.module.css';
import type { KeyFile } from './useKeyFile.ts';

interface KeyFactsProps {
  readonly read: KeyFile;
  readonly isCompared: boolean;
  readonly onCompared: (isCompared: boolean) => void;
}

export function KeyFacts({ read, isCompared, onCompared }: KeyFactsProps) {
  const t = useText();
  return (
    <>
      <Facts>
        <Fact label={t('exchanges:key.name')}>{read.name}</Fact>
        <Fact label={t('exchanges:key.from')}>{read.workspaceName}</Fact>
        <Fact label={t('codes:field.lastOn')}>{read.expiresOn}</Fact>
      </Facts>
      {read.standing === 'known' ? (
        <Notice tone="neutral" icon={IconCircleCheck} title={t('exchanges:key.known')}>
          {t('exchanges:key.knownText')}
        </Notice>
      ) : (
        <Notice tone="dueSoon" icon={IconKey} title={t('exchanges:key.compare')}>
          <p className={shared.none}>{t('exchanges:key.compareText')}</p>
          <Fingerprint value={read.fingerprint} />
          <Checkbox
            mt="sm"
            label={t('exchanges:key.compared')}
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
