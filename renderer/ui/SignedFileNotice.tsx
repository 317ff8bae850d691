import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FileGrant } from '#contract/ground/ids';
import { useWrite } from '../bridge/queries.ts';
import { useText } from '../i18n/text.ts';
import { useFormat } from '../lib/useFormat.ts';
import { Fact, Facts } from './FieldRow.tsx';
import { Fingerprint, Hash } from './Fingerprint.tsx';
import { Notice } from './Notice.tsx';
import classes from './Notice.module.css';

interface SignedFileNoticeProps {
  readonly title: string;
  /** What to do with the file. */
  readonly next: string;
  readonly file: {
    readonly grant: FileGrant;
    readonly bytes: number;
    readonly sha256: string;
    readonly fingerprint: string;
  };
  /** Facts of this kind of file alone. */
  readonly children?: ReactNode;
}

/** A signed file was written: what to do with it, and what a reader compares. */
export function SignedFileNotice({ title, next, file, children }: SignedFileNoticeProps) {
  const t = useText();
  const format = useFormat();
  const reveal = useWrite('files.reveal');
  return (
    <Notice
      tone="positive"
      icon={IconCircleCheck}
      title={title}
      end={
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            reveal.mutate({ grant: file.grant });
          }}
        >
          {t('common:showInFolder')}
        </Button>
      }
    >
      <p className={classes.lead}>{next}</p>
      <Facts>
        {children}
        <Fact label={t('common:size')}>{format.bytes(file.bytes)}</Fact>
        <Fact label={t('common:sha256OfTheFile')}>
          <Hash value={file.sha256} />
        </Fact>
        <Fact label={t('common:fingerprintOfTheKey')}>
          <Fingerprint value={file.fingerprint} />
        </Fact>
      </Facts>
    </Notice>
  );
}
