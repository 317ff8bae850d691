import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FileGrant } from '#contract/ground/ids';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { Notice } from '../../../ui/Notice.tsx';

interface WrittenFileProps {
  readonly title: string;
  readonly grant: FileGrant;
  readonly children: ReactNode;
}

export function WrittenFile({ title, grant, children }: WrittenFileProps) {
  const t = useText();
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
            reveal.mutate({ grant });
          }}
        >
          {t('exchanges:file.reveal')}
        </Button>
      }
    >
      {children}
    </Notice>
  );
}
