import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { InvestigationRow } from '#contract/casework/investigations';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { FileSection } from '../FileSection.tsx';
import fileClasses from '../Investigations.module.css';
import { TagDialog } from './TagDialog.tsx';

/** The operations of the file, each with the other files that belong to it. */
export function OperationTags({ file }: { readonly file: InvestigationRow }) {
  const t = useText();
  const { fileNumber } = useNames();
  const read = useRead('operations.ofFile', { investigationId: file.id });
  const { operations = [], files = [] } = read.data ?? {};
  return (
    <FileSection
      title={t('fileWork:operations.nav')}
      words={t('investigations:add.words.operations')}
      action={t('fileWork:operations.tag')}
      read={read}
      isEmpty={operations.length === 0}
      dialog={(close) => (
        <TagDialog files={[file]} held={operations.map(({ id }) => id)} onClose={close} onDone={close} />
      )}
    >
      {operations.map(({ id, name }) => (
        <p key={id} className={fileClasses.line}>
          {name}
          {files
            .filter((each) => each.operationId === id)
            .map((each) => (
              <span key={each.id}>
                {' · '}
                <Anchor component={Link} href={`/investigations/${each.id}`} size="sm">
                  {fileNumber({ unitId: file.unitId, number: each.number })}
                </Anchor>
              </span>
            ))}
        </p>
      ))}
    </FileSection>
  );
}
