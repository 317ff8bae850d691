import { IconAlertTriangle, IconDatabaseExport } from '@tabler/icons-react';
import { useReadOnly } from '../bridge/original.ts';
import { useRead } from '../bridge/queries.ts';
import { useServer } from '../bridge/server.ts';
import { useText } from '../i18n/text.ts';
import { useFormat } from '../lib/useFormat.ts';
import classes from './BackupAge.module.css';

/** Quiet where the last backup is fresh; a reminder where it is old, or failed. */
export function BackupAge() {
  const t = useText();
  const format = useFormat();
  const server = useServer();
  const readOnly = useReadOnly();
  const { data } = useRead('backups.state', {});
  // A server's are made by its data centre, and those of a workspace that was moved where it is now.
  if (data === undefined || server !== null || readOnly !== null) return null;
  const { lastAt, lastFailed, second, isOld } = data;
  const age = lastAt === null ? t('shell:backup.never') : t('shell:backup.last', { time: format.instant(lastAt) });
  const problem = lastFailed
    ? t('shell:backup.failed')
    : isOld
      ? t('shell:backup.old')
      : second === 'unreachable'
        ? t('shell:backup.secondGone')
        : null;
  const Sign = problem === null ? IconDatabaseExport : IconAlertTriangle;
  return (
    <span className={classes.age} data-due={problem !== null} title={age} role="status">
      <Sign size={14} stroke={1.75} aria-hidden />
      <span className={classes.text}>{problem ?? age}</span>
    </span>
  );
}
