import type { ComponentProps } from 'react';
import type { InvestigationId } from '#contract/ground/ids';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { personName } from '../../persons/PersonTable.tsx';
import { Choice } from '../../../../ui/Choice.tsx';

interface AccusedChoiceProps extends Omit<ComponentProps<typeof Choice>, 'options' | 'label' | 'empty'> {
  readonly investigationId: InvestigationId;
}

/** One of the file's subjects. */
export function AccusedChoice({ investigationId, ...rest }: AccusedChoiceProps) {
  const t = useText();
  const file = { kind: 'investigation', id: investigationId } as const;
  const persons = useRead('persons.list', { file }).data?.persons ?? [];
  return (
    <Choice
      label={t('offences:charge.accused')}
      empty={t('offences:charge.nobody')}
      options={persons
        .filter((each) => each.role === 'subject')
        .map((each) => ({ value: each.id, label: personName(each, t) }))}
      {...rest}
    />
  );
}
