import type { ArrestRow } from '#contract/casework/charges';
import { useText } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { ifChanged, orNull } from '../../../../lib/blanks.ts';
import { today } from '../../../../lib/today.ts';
import { DateField } from '../../../../ui/DateField.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import { CorrectionReason } from '../../corrections/ReasonField.tsx';
import { useStrike } from '../../corrections/useStrike.tsx';
import type { FileDialogProps } from '../fileSteps.ts';
import { useBeforeOpening } from '../useBeforeOpening.ts';
import { usePersonNames } from '../people/usePersonNames.ts';
import { ArrestedFields, youthOf } from './ArrestedFields.tsx';

interface ArrestDialogProps extends FileDialogProps {
  readonly arrest?: ArrestRow | null;
}

/** Records an arrest, says later who was arrested, or puts right what was recorded. */
export function ArrestDialog({ file, arrest = null, onClose }: ArrestDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const beforeOpening = useBeforeOpening(file);
  const { onlySubject } = usePersonNames(file.id);
  const { form, sending } = useMethodForm(arrest === null ? 'arrests.record' : 'arrests.change', {
    values:
      arrest === null
        ? {
            arrestedOn: today(),
            personId: onlySubject?.id ?? '',
            youth: youthOf[onlySubject?.ageBand ?? 'unknown'] ?? false,
            reason: '',
          }
        : { arrestedOn: arrest.arrestedOn, personId: arrest.personId ?? '', youth: arrest.youth, reason: '' },
    toInput: ({ personId, reason, ...values }) => ({
      ...values,
      investigationId: file.id,
      ...(arrest === null
        ? { personId: orNull(personId) }
        : {
            personId: ifChanged(personId, arrest.personId),
            reason: orNull(reason),
            arrestId: arrest.id,
            version: arrest.version,
          }),
    }),
    names: { arrestedOn: t('investigations:arrests.on') },
    onDone: onClose,
  });
  const struck = arrest && {
    record: 'arrest' as const,
    row: arrest,
    name: `${t('codes:correctedRecord.arrest')}, ${arrest.arrestedOn}`,
  };
  const [striking, aside] = useStrike({ kind: 'investigation', id: file.id }, struck, onClose);
  if (striking !== null) return striking;
  const { arrestedOn, personId, youth } = form.values;
  return (
    <FormDialog
      title={
        arrest === null
          ? t('investigations:arrest.title', { number: fileNumber(file) })
          : t('investigations:arrest.changeTitle', { on: arrest.arrestedOn })
      }
      submit={t(arrest === null ? 'investigations:arrest.submit' : 'common:save')}
      aside={aside}
      {...sending}
      onClose={onClose}
    >
      <DateField
        label={t('investigations:arrests.on')}
        description={beforeOpening(arrestedOn)}
        w={240}
        data-autofocus
        {...form.getInputProps('arrestedOn')}
      />
      <ArrestedFields investigationId={file.id} form={form} />
      <CorrectionReason
        before={arrest}
        after={{ arrestedOn, youth, personId: orNull(personId) }}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
