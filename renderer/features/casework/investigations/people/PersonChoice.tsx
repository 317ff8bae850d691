import type { ComponentProps } from 'react';
import type { PersonRole } from '#contract/ground/codes';
import type { InvestigationId } from '#contract/ground/ids';
import { useText } from '../../../../i18n/text.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { personName } from '../../persons/personWords.ts';
import { usePersonNames } from './usePersonNames.ts';

interface PersonChoiceProps extends Omit<ComponentProps<typeof Choice>, 'options' | 'role'> {
  readonly investigationId: InvestigationId;
  /** Only persons in this role. */
  readonly only?: PersonRole;
}

/** One of the file's persons, or nobody. Who is sealed stays chosen until somebody chooses otherwise. */
export function PersonChoice({ investigationId, only, value, ...rest }: PersonChoiceProps) {
  const t = useText();
  const { persons, isSealed } = usePersonNames(investigationId);
  const options = persons
    .filter((each) => only === undefined || each.role === only)
    .map((each): { value: string; label: string } => ({ value: each.id, label: personName(each, t) }));
  if (value !== undefined && isSealed(value)) options.push({ value, label: t('records:sealed.nobody') });
  return (
    <Choice
      label={t('persons:inFile')}
      empty={t('persons:notNamed')}
      {...rest}
      {...(value !== undefined && { value })}
      options={options}
    />
  );
}
