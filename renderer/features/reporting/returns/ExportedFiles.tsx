import { IconCircleCheck } from '@tabler/icons-react';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Fingerprint, Hash } from '../../../ui/Fingerprint.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Returns.module.css';

interface ExportedFilesProps {
  readonly exported: Output<'returns.export' | 'returns.release' | 'annual.export'>;
  readonly title: string;
  readonly text: string;
}

/** What was written, and how anyone can check it without this workspace. */
export function ExportedFiles({ exported, title, text }: ExportedFilesProps) {
  const t = useText();
  return (
    <>
      <WrittenFiles written={exported} title={title} text={text} />
      <h2 className={shared.heading}>{t('returns:export.verify')}</h2>
      <p className={shared.note}>{t('returns:export.verifyText')}</p>
      <code className={classes.command}>{t('returns:export.command', { folder: exported.folderName })}</code>
      <p className={shared.note}>{t('returns:export.fingerprint')}</p>
      <div>
        <Fingerprint value={exported.fingerprint} />
      </div>
    </>
  );
}

interface WrittenFilesProps extends Omit<ExportedFilesProps, 'exported'> {
  readonly written: Output<'annual.draft'>;
}

/** The files of a folder that was written, signed or not. */
export function WrittenFiles({ written, title, text }: WrittenFilesProps) {
  const t = useText();
  return (
    <>
      <Notice tone="positive" icon={IconCircleCheck} title={title}>
        {text}
      </Notice>
      <DataTable
        caption={t('returns:export.files')}
        rows={written.files}
        rowKey={(file) => file.name}
        columns={[
          { key: 'name', header: t('common:computerFile'), narrow: true, value: (file) => file.name },
          { key: 'bytes', header: t('common:size'), as: 'bytes', value: (file) => file.bytes },
          { key: 'sha256', header: t('codes:heading.packHash'), cell: (file) => <Hash value={file.sha256} /> },
        ]}
      />
    </>
  );
}
