import { Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { UserId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Referrals.module.css';

type Workload = Output<'referrals.workload'>['officers'][number];

interface Officer {
  readonly id: UserId;
  readonly displayName: string;
  readonly work: Workload | undefined;
}

interface OfficerChoiceProps {
  readonly officers: readonly Officer[];
  readonly label: string;
  readonly description?: ReactNode;
  readonly chosen: string;
  readonly value?: string;
  readonly error?: ReactNode;
  readonly onChange?: (userId: string) => void;
}

/** Who it goes to, by name, with the open files of each in view: nobody is ranked. */
export function OfficerChoice({ officers, label, description, chosen, value, error, onChange }: OfficerChoiceProps) {
  const t = useText();
  return (
    <Radio.Group
      label={label}
      description={description}
      value={value ?? ''}
      error={error}
      onChange={(next) => onChange?.(next)}
    >
      <Stack gap={6} mt={4}>
        {officers.map(({ id, displayName, work }) => (
          <Radio
            key={id}
            value={id}
            label={<OfficerLine name={displayName} work={work} />}
            data-autofocus={id === chosen || undefined}
          />
        ))}
        <Radio value="" label={t('referrals:filter.nobody')} data-autofocus={chosen === '' || undefined} />
      </Stack>
    </Radio.Group>
  );
}

function OfficerLine({ name, work }: { readonly name: string; readonly work: Workload | undefined }) {
  const t = useText();
  return (
    <span className={classes.officer}>
      <span>{name}</span>
      {work !== undefined && (
        <span className={`${shared.dimmed ?? ''} tabular`}>
          {[
            t('triage:workload.referrals', { count: work.referrals }),
            t('triage:workload.overdue', { count: work.overdue }),
            t('triage:workload.investigations', { count: work.investigations }),
          ].join(', ')}
        </span>
      )}
    </span>
  );
}
