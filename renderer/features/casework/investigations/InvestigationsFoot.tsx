import { Button } from '@mantine/core';
import type { WindowFrom } from '#contract/ground/common';
import type { InvestigationRow } from '#contract/casework/investigations';
import { useText } from '../../../i18n/text.ts';
import type { RowCursor } from '../../../lib/useRowCursor.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { ListFoot } from '../../../ui/ListFoot.tsx';
import { groupLabel, groupSteps, possibleGroupSteps, type GroupStep } from './fileGroups.ts';

interface InvestigationsFootProps {
  readonly cursor: RowCursor<InvestigationRow>;
  readonly onJump: (to: WindowFrom) => void;
  readonly onStep: (step: GroupStep) => void;
}

/** Under the list: what can be done with the selected files, and the ways through it. */
export function InvestigationsFoot({ cursor, onJump, onStep }: InvestigationsFootProps) {
  const t = useText();
  return (
    <ListFoot selected={cursor.selected.size} onClear={cursor.clear} onJump={onJump}>
      {possibleGroupSteps(cursor.marked).map((step) => (
        <Button
          key={step}
          size="compact-sm"
          variant="default"
          rightSection={<KeyHint keys={groupSteps[step]} />}
          onClick={() => {
            onStep(step);
          }}
        >
          {groupLabel(step, t)}
        </Button>
      ))}
    </ListFoot>
  );
}
