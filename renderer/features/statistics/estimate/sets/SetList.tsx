import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconCheck, IconTrash } from '@tabler/icons-react';
import type { Assumptions } from '#contract/statistics/assumptions';
import type { AssumptionSet } from '#contract/statistics/laboratory';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { StatusBadge } from '../../../../ui/StatusBadge.tsx';
import { matchingSet } from './matchingSet.ts';
import shared from '../../../../ui/Shared.module.css';
import classes from './Sets.module.css';

interface SetListProps {
  readonly sets: readonly AssumptionSet[];
  readonly assumptions: Assumptions;
  readonly onChoose: (set: AssumptionSet) => void;
  readonly onRemove: (set: AssumptionSet) => void;
}

/** Each set with who saved it and when; the one that is on screen is marked. */
export function SetList({ sets, assumptions, onChoose, onRemove }: SetListProps) {
  const t = useText();
  const format = useFormat();
  const present = matchingSet(assumptions, sets);
  return (
    <ul className={shared.list}>
      {sets.map((set) => (
        <li key={set.id} className={classes.set}>
          <UnstyledButton
            className={classes.choose ?? ''}
            aria-pressed={set === present}
            onClick={() => {
              onChoose(set);
            }}
          >
            <span className={classes.name}>{set.name}</span>
            <span className={classes.note}>
              {t('laboratory:sets.savedBy', { who: set.savedBy, at: format.instant(set.savedAt) })}
            </span>
          </UnstyledButton>
          {set === present && <StatusBadge tone="positive" icon={IconCheck} label={t('laboratory:sets.inForce')} />}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('laboratory:sets.remove', { name: set.name })}
            onClick={() => {
              onRemove(set);
            }}
          >
            <IconTrash size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
