import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Fact, Facts } from '../../../ui/FieldRow.tsx';
import { Fingerprint, Hash } from '../../../ui/Fingerprint.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Packs.module.css';
import type { Exported } from './useExportPack.ts';

export function ExportedPack({ exported }: { readonly exported: Exported }) {
  const t = useText();
  const format = useFormat();
  const reveal = useWrite('files.reveal');
  return (
    <Notice
      tone="positive"
      icon={IconCircleCheck}
      title={t('packs:export.done', { name: exported.name })}
      end={
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            reveal.mutate({ grant: exported.grant });
          }}
        >
          {t('common:showInFolder')}
        </Button>
      }
    >
      <p className={classes.lead}>{t('packs:export.next')}</p>
      <Facts>
        <Fact label={t('common:size')}>{format.bytes(exported.bytes)}</Fact>
        <Fact label={t('common:sha256OfTheFile')}>
          <Hash value={exported.sha256} />
        </Fact>
        <Fact label={t('common:fingerprintOfTheKey')}>
          <Fingerprint value={exported.fingerprint} />
        </Fact>
      </Facts>
    </Notice>
  );
}
