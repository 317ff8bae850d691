import { IconCircleCheck } from '@tabler/icons-react';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Fingerprint, Hash } from '../../../ui/Fingerprint.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import classes from './Returns.module.css';

/** What was written, and how anyone can check it without this workspace. */
export function ExportedFiles({ exported }: { readonly exported: Output<'returns.export' | 'annual.export'> }) {
  const t = useText();
  return (
    <>
      <Notice tone="positive" icon={IconCircleCheck} title={t('returns:export.done', { folder: exported.folderName })}>
        {t('returns:export.doneText')}
      </Notice>
      <DataTable
        caption={t('returns:export.files')}
        rows={exported.files}
        rowKey={(file) => file.name}
        columns={[
          { key: 'name', header: t('common:computerFile'), narrow: true, value: (file) => file.name },
          { key: 'bytes', header: t('common:size'), as: 'bytes', value: (file) => file.bytes },
          { key: 'sha256', header: t('codes:heading.packHash'), cell: (file) => <Hash value={file.sha256} /> },
        ]}
      />
      <h2 className={classes.heading}>{t('returns:export.verify')}</h2>
      <p className={classes.note}>{t('returns:export.verifyText')}</p>
      <code className={classes.command}>{t('returns:export.command', { folder: exported.folderName })}</code>
      <p className={classes.note}>{t('returns:export.fingerprint')}</p>
      <div>
        <Fingerprint value={exported.fingerprint} />
      </div>
    </>
  );
}
