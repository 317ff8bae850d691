import { Anchor, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'wouter';
import type { InvestigationRow } from '#contract/casework/investigations';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import fileClasses from '../Investigations.module.css';
import { TagDialog } from './TagDialog.tsx';

/** The operations of the file, each with the other files that belong to it. */
export function OperationTags({ file }: { readonly file: InvestigationRow }) {
  const t = useText();
  const { fileNumber } = useNames();
  const [isOpen, dialog] = useDisclosure();
  const tags = useRead('operations.ofFile', { investigationId: file.id }).data;
  if (tags === undefined) return null;
  return (
    <div className={fileClasses.subsection}>
      <div className={fileClasses.sectionHead}>
        <h3 className={fileClasses.subheading}>{t('fileWork:operations.nav')}</h3>
        <Button size="compact-xs" variant="subtle" onClick={dialog.open}>
          {t('fileWork:operations.tag')}
        </Button>
      </div>
      {tags.operations.length === 0 && <p className={fileClasses.none}>{t('fileWork:operations.noneOfFile')}</p>}
      {tags.operations.map(({ id, name }) => (
        <p key={id} className={fileClasses.line}>
          {name}
          {tags.files
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
      {isOpen && (
        <TagDialog
          files={[file]}
          held={tags.operations.map(({ id }) => id)}
          onClose={dialog.close}
          onDone={dialog.close}
        />
      )}
    </div>
  );
}
