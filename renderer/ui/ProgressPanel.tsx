import { Button, Group, Progress } from '@mantine/core';
import type { JobProgress } from '../bridge/jobs.ts';
import { useText } from '../i18n/text.ts';
import { useFormat } from '../lib/useFormat.ts';
import classes from './ProgressPanel.module.css';

interface ProgressPanelProps {
  readonly title: string;
  /** From `useJob()`; null while nothing was said yet. */
  readonly progress: JobProgress | null;
  readonly onCancel?: () => void;
}

/** Long work in view: its phase, how far, how fast, how long still, and the way to stop it. */
export function ProgressPanel({ title, progress, onCancel }: ProgressPanelProps) {
  const t = useText();
  return (
    <section className={classes.panel} aria-label={title}>
      <Group gap="4px 12px">
        <strong>{title}</strong>
        <span className={classes.phase} role="status">
          {progress === null ? t('common:loading') : t(`codes:progressPhase.${progress.phase}`)}
        </span>
        {onCancel !== undefined && (
          <Button variant="default" size="compact-sm" onClick={onCancel}>
            {t('common:job.cancel')}
          </Button>
        )}
      </Group>
      <Progress
        value={percentOf(progress)}
        animated={progress?.total === null}
        size={6}
        aria-label={title}
        transitionDuration={0}
      />
      {progress !== null && <Pace progress={progress} />}
    </section>
  );
}

function percentOf(progress: JobProgress | null): number {
  if (progress === null) return 0;
  if (progress.total === null) return 100;
  return progress.total === 0 ? 100 : (progress.done / progress.total) * 100;
}

function Pace({ progress }: { readonly progress: JobProgress }) {
  const t = useText();
  const format = useFormat();
  const { done, total, milliseconds } = progress;
  // Under half a second a rate says nothing yet.
  const rate = milliseconds < 500 || done === 0 ? null : done / milliseconds;
  const parts = [
    total === null
      ? format.number(done)
      : t('common:job.of', { done: format.number(done), total: format.number(total) }),
    rate === null ? null : t('common:job.rate', { rate: format.number(Math.round(rate * 1000)) }),
    rate === null || total === null || done >= total
      ? null
      : t('common:job.left', { time: format.duration((total - done) / rate) }),
  ];
  return <p className={`${classes.pace ?? ''} tabular`}>{parts.filter((part) => part !== null).join(' · ')}</p>;
}
