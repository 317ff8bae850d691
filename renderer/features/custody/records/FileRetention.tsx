import { Textarea } from '@mantine/core';
import type { InvestigationRow } from '#contract/casework/investigations';
import { useRead } from '../../../bridge/queries.ts';
import { useHasRole } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { HiddenText } from '../../../ui/HiddenText.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import type { FilePartProps } from '../../casework/investigations/fileParts.ts';
import { FileSection } from '../../casework/investigations/FileSection.tsx';
import classes from '../../casework/investigations/Investigations.module.css';

/** How long the file is kept by the service's own rules, and what holds it beyond. */
export function FileRetention({ detail: { investigation } }: FilePartProps) {
  const t = useText();
  const mayHold = useHasRole('supervisor');
  const file = { kind: 'investigation', id: investigation.id } as const;
  const { data } = useRead('retention.ofFile', { file });
  if (data === undefined) return null;
  const { keptUntil, hold } = data;
  const isOpen = investigation.concludedOn === null;
  const act = hold === null ? 'hold' : 'release';
  return (
    <FileSection
      title={t('records:keeping.title')}
      isEmpty={isOpen && hold === null}
      action={mayHold ? t(`records:keeping.${act}`) : undefined}
      dialog={(close) => <HoldDialog investigation={investigation} act={act} onClose={close} />}
    >
      {!isOpen && (
        <p className={classes.none}>
          {keptUntil === null
            ? t('records:keeping.noRule')
            : t('records:keeping.until', {
                on: keptUntil.on,
                years: t('records:years', { count: keptUntil.years }),
                class: t(`codes:retentionClass.${keptUntil.class}`),
              })}
        </p>
      )}
      {hold !== null && (
        <>
          <p className={classes.none}>{t('records:keeping.held', { on: hold.placedOn, by: hold.by })}</p>
          <HiddenText label={t('codes:field.reason')} text={hold.reason} />
        </>
      )}
    </FileSection>
  );
}

interface HoldDialogProps {
  readonly investigation: InvestigationRow;
  readonly act: 'hold' | 'release';
  readonly onClose: () => void;
}

function HoldDialog({ investigation, act, onClose }: HoldDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const { form, sending } = useMethodForm(`retention.${act}`, {
    values: { reason: '' },
    toInput: ({ reason }) => ({ file: { kind: 'investigation', id: investigation.id }, reason }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t(`records:keeping.${act}Title`, { number: fileNumber(investigation) })}
      submit={t(`records:keeping.${act}Submit`)}
      {...sending}
      isDisabled={form.values.reason.trim() === ''}
      onClose={onClose}
    >
      <Textarea label={t('codes:field.reason')} autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
