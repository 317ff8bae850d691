import { Textarea, TextInput } from '@mantine/core';
import { locale as locales } from '#contract/ground/codes';
import type { FiscalYear } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import type { OtherSource } from '#contract/reporting/gbaPlus';
import { useText } from '../../../../i18n/text.ts';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';

interface SourceDialogProps {
  readonly year: { readonly agreementId: AgreementId; readonly fiscalYear: FiscalYear };
  /** Null of a new one. */
  readonly existing: OtherSource | null;
  readonly onClose: () => void;
}

const blank = { en: '', fr: '' };
const parts = ['finding', 'population', 'method'] as const;

export function SourceDialog({ year, existing, onClose }: SourceDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('annual.saveSource', {
    values: {
      finding: existing?.finding ?? blank,
      population: existing?.population ?? blank,
      method: existing?.method ?? blank,
      source: existing?.source ?? '',
      publishedOn: existing?.publishedOn ?? '',
    },
    toInput: (values) => ({ ...values, ...year, id: existing?.id ?? null, version: existing?.version ?? null }),
    names: {
      finding: t('codes:heading.finding'),
      population: t('codes:annualReport.population'),
      method: t('returns:annual.sources.method'),
      source: t('codes:field.source'),
      publishedOn: t('returns:annual.sources.published'),
    },
    onDone: onClose,
  });
  const title = t(existing === null ? 'returns:annual.sources.add' : 'returns:annual.sources.editTitle');
  return (
    <FormDialog title={title} size="lg" submit={t('common:save')} {...sending} onClose={onClose}>
      {parts.map((part) => (
        <FieldRow key={part}>
          {locales.options.map((language) => (
            <Textarea
              key={language}
              label={t(`returns:annual.sources.${part}In`, { language: t(`codes:locale.${language}`) })}
              lang={language}
              autosize
              minRows={part === 'finding' ? 2 : 1}
              {...form.getInputProps(`${part}.${language}`)}
              {...(form.errors[part] !== undefined && { error: form.errors[part] })}
            />
          ))}
        </FieldRow>
      ))}
      <TextInput label={t('codes:field.source')} {...form.getInputProps('source')} />
      <DateField label={t('returns:annual.sources.published')} w={160} {...form.getInputProps('publishedOn')} />
    </FormDialog>
  );
}
