import { Anchor, Button, Checkbox, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from 'wouter';
import type { OperationId } from '#contract/ground/ids';
import type { InvestigationRow } from '#contract/casework/investigations';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import fileClasses from '../Investigations.module.css';
import type { FileDialogProps } from '../fileSteps.ts';

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
      {isOpen && <TagDialog file={file} held={tags.operations.map(({ id }) => id)} onClose={dialog.close} />}
    </div>
  );
}

function TagDialog({ file, held, onClose }: FileDialogProps & { readonly held: readonly OperationId[] }) {
  const t = useText();
  const { fileNumber } = useNames();
  const operations = useRead('operations.list', { filter: { unitId: file.unitId } }).data?.operations ?? [];
  const { form, sending } = useMethodForm('operations.tag', {
    values: { operationIds: [...held] as string[] },
    toInput: (values) => ({ ...values, investigationId: file.id }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('fileWork:operations.tagTitle', { number: fileNumber(file) })}
      submit={t('fileWork:operations.tagSubmit')}
      {...sending}
      onClose={onClose}
    >
      {operations.length === 0 ? (
        <p>{t('fileWork:operations.noneYet')}</p>
      ) : (
        <Checkbox.Group label={t('fileWork:operations.nav')} {...form.getInputProps('operationIds')}>
          <Stack gap={6} mt={4}>
            {operations.map(({ id, name }, index) => (
              <Checkbox key={id} value={id} label={name} data-autofocus={index === 0 || undefined} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </FormDialog>
  );
}
