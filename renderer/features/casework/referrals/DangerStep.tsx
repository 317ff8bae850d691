import { useState } from 'react';
import { DangerDialog } from '../../../ui/DangerDialog.tsx';
import { NoticeDialog } from '../../../ui/NoticeDialog.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { possibleSteps, type StepProps } from './steps.ts';

/** The decision about danger; where it is confirmed, the report to child protection is next, and then who works on it. */
export function DangerStep({ targets, onClose, onDone }: StepProps) {
  const [next, setNext] = useState<'decide' | 'notify' | 'assign'>('decide');
  const [first] = targets;
  if (first === undefined) return null;
  const named = { referralId: first.id, unitId: first.unitId, number: first.number };
  const leave = () => {
    onDone();
  };
  switch (next) {
    case 'decide':
      return (
        <DangerDialog
          {...named}
          onClose={onClose}
          onDone={leave}
          onDanger={() => {
            setNext('notify');
          }}
        />
      );
    case 'notify':
      return (
        <NoticeDialog
          {...named}
          isNext
          onClose={leave}
          onDone={() => {
            if (possibleSteps([first]).includes('assign')) setNext('assign');
            else leave();
          }}
        />
      );
    case 'assign':
      return <AssignDialog targets={[first]} onClose={leave} onDone={onDone} />;
  }
}
