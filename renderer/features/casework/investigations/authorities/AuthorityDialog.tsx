import { Text } from '@mantine/core';
import type { AuthorityKind } from '#contract/casework/clocks';
import type { Output } from '#contract/index';
import { useRead } from '../../../../bridge/queries.ts';
import { useText, type Translate } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { orNull } from '../../../../lib/blanks.ts';
import { today } from '../../../../lib/today.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import type { FileDialogProps } from '../fileSteps.ts';
import { AuthorityFields } from './AuthorityFields.tsx';
import { KindChoice } from './KindChoice.tsx';
import { registrationTier } from './registrationTier.ts';
import { blankValues, factsOf } from './authorityValues.ts';

interface AuthorityDialogProps extends FileDialogProps {
  /** The code of the kind that was asked for by name; '' where it is chosen in the form. */
  readonly kind: string;
}

/** Records a warrant, an order, a demand, a seizure or another dated legal fact of the file. */
export function AuthorityDialog({ file, kind: given, onClose }: AuthorityDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const format = useFormat();
  const kinds = useRead('authorities.catalogue', {}, { frozen: true }).data?.kinds ?? [];
  const held = useRead('authorities.list', { investigationId: file.id }).data?.authorities ?? [];
  const { form, sending } = useMethodForm('authorities.record', {
    values: { ...blankValues(today()), kind: given, variant: kindIn(kinds, given)?.variants[0]?.code ?? '' },
    toInput: (values) => ({
      ...factsOf(values, kindIn(kinds, values.kind)),
      investigationId: file.id,
      kind: values.kind,
      variant: orNull(values.variant),
      underId: orNull(values.underId),
    }),
    draft: { form: 'authority', subject: file.id, unitId: file.unitId },
    onDone: onClose,
  });
  const kind = kindIn(kinds, form.values.kind);
  const under = kind === undefined ? [] : held.filter((each) => kind.under.includes(each.kind));
  return (
    <FormDialog
      size="lg"
      title={t('authorities:record.title', { number: fileNumber(file) })}
      submit={t('authorities:record.submit')}
      isDisabled={kind === undefined}
      {...sending}
      onClose={onClose}
    >
      <KindChoice
        kinds={kinds}
        {...form.getInputProps('kind')}
        onChange={(code) => {
          form.setValues({ kind: code, variant: kindIn(kinds, code)?.variants[0]?.code ?? '', underId: '' });
        }}
      />
      {kind !== undefined && kind.variants.length > 0 && (
        <Choice
          label={t('authorities:variant')}
          options={kind.variants.map(({ code, name }) => ({ value: code, label: format.bilingual(name) }))}
          {...form.getInputProps('variant')}
        />
      )}
      {kind?.code === 'registration_order' && <SuggestedTier file={file} kind={kind} />}
      {under.length > 0 && (
        <Choice
          label={t('authorities:under')}
          empty={t('authorities:underNone')}
          options={under.map((each) => ({ value: each.id, label: nameOf(each, kinds, format.bilingual, t) }))}
          {...form.getInputProps('underId')}
        />
      )}
      {kind !== undefined && <AuthorityFields investigationId={file.id} kind={kind} form={form} mayEnd={false} />}
    </FormDialog>
  );
}

/** What the file's offences suggest for a registration order; the court's order holds. */
function SuggestedTier({ file, kind }: { readonly file: FileDialogProps['file']; readonly kind: AuthorityKind }) {
  const t = useText();
  const format = useFormat();
  const offences = useRead('offences.list', { investigationId: file.id }).data?.offences ?? [];
  const catalogue = useRead('offences.catalogue', {}).data?.offences ?? [];
  const tier = registrationTier(offences, catalogue);
  const variant = kind.variants.find(({ code }) => code === tier);
  if (variant === undefined) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('authorities:suggested', { period: format.bilingual(variant.name) })}
    </Text>
  );
}

function kindIn(kinds: readonly AuthorityKind[], code: string): AuthorityKind | undefined {
  return kinds.find((each) => each.code === code);
}

type Held = Output<'authorities.list'>['authorities'][number];

function nameOf(
  held: Held,
  kinds: readonly AuthorityKind[],
  say: (words: { readonly en: string; readonly fr: string }) => string,
  t: Translate,
): string {
  const kind = kindIn(kinds, held.kind);
  return t('authorities:named', { name: kind === undefined ? '' : say(kind.name), on: held.startedOn });
}
