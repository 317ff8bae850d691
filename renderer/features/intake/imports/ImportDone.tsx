import { Button, Group } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useGo } from '../../../lib/useGo.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { SaveReport } from './SaveReport.tsx';

interface ImportDoneProps {
  readonly done: Output<'imports.apply'>;
  readonly previewId: string;
  readonly onNext: () => void;
}

export function ImportDone({ done, previewId, onNext }: ImportDoneProps) {
  const t = useText();
  const format = useFormat();
  const go = useGo();
  return (
    <>
      <Notice tone="positive" icon={IconCheck} title={t('imports:done.title', { count: done.imported })}>
        {t('imports:done.text', { time: format.duration(done.milliseconds) })}
      </Notice>
      <Group gap="8px 12px">
        <Button onClick={go(`/referrals?importId=${done.importId}`)}>{t('imports:done.see')}</Button>
        <Button variant="default" onClick={onNext}>
          {t('imports:done.next')}
        </Button>
        <SaveReport previewId={previewId} />
      </Group>
    </>
  );
}
