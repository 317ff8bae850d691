import { Button, Group } from '@mantine/core';
import { useText } from '../../../i18n/text.ts';
import type { Job } from '../../../bridge/jobs.ts';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import shared from '../../../ui/Shared.module.css';

interface MappingActProps {
  readonly label: string;
  readonly running: string;
  readonly preview: { readonly isPending: boolean; readonly data: unknown };
  readonly job: Job;
  /** The names of fields that no column gives yet. */
  readonly missing: readonly string[];
  readonly isBusy: boolean;
  readonly onAct: () => void;
}

/** The button after the mapping, and beside it the fields that it still lacks. */
export function MappingAct({ label, running, preview, job, missing, isBusy, onAct }: MappingActProps) {
  const t = useText();
  if (preview.isPending) return <ProgressPanel title={running} progress={job.progress} onCancel={job.cancel} />;
  const isFirst = preview.data === undefined;
  return (
    <Group gap="8px 12px">
      <Button variant={isFirst ? 'filled' : 'default'} onClick={onAct} disabled={missing.length > 0 || isBusy}>
        {label}
      </Button>
      <span className={shared.quiet} role="status">
        {missing.length > 0
          ? t('imports:mapping.missing', { fields: missing.join(', ') })
          : isFirst && t('imports:mapping.nothingWritten')}
      </span>
    </Group>
  );
}
