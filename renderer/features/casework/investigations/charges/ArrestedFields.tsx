import { Checkbox } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { AgeBand } from '#contract/ground/codes';
import type { InvestigationId } from '#contract/ground/ids';
import { useText } from '../../../../i18n/text.ts';
import { PersonChoice } from '../people/PersonChoice.tsx';
import { usePersonNames } from '../people/usePersonNames.ts';

export interface ArrestedValues {
  readonly personId: string;
  readonly youth: boolean;
}

interface ArrestedFieldsProps<V extends ArrestedValues> {
  readonly investigationId: InvestigationId;
  readonly form: UseFormReturnType<V>;
  readonly hasFocus?: boolean;
}

/** Whether an age band is that of a young person; undefined where it does not say. */
export const youthOf: Readonly<Partial<Record<AgeBand, boolean>>> = {
  '12_13': true,
  '14_15': true,
  '16_17': true,
  '18_plus': false,
};

/** Who was arrested, and whether as a young person: proposed by the age band of the person, where it is known. */
export function ArrestedFields<V extends ArrestedValues>(props: ArrestedFieldsProps<V>) {
  const { investigationId, form, hasFocus = false } = props;
  const t = useText();
  const { persons } = usePersonNames(investigationId);
  const propose = (personId: string): void => {
    const band = persons.find((each) => each.id === personId)?.ageBand ?? 'unknown';
    form.setValues({ personId, youth: youthOf[band] ?? form.values.youth } as Partial<V>);
  };
  return (
    <>
      <PersonChoice
        investigationId={investigationId}
        only="subject"
        label={t('investigations:arrest.person')}
        {...(hasFocus && { 'data-autofocus': true })}
        {...form.getInputProps('personId')}
        onChange={propose}
      />
      <Checkbox label={t('investigations:arrest.youth')} {...form.getInputProps('youth', { type: 'checkbox' })} />
    </>
  );
}
