import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Failure } from '#contract/ground/errors';
import { useText } from '../../i18n/text.ts';
import { useScreenKeys } from '../../lib/screenKeys.ts';
import { FailureAlert } from '../FailureAlert.tsx';
import classes from './EditableGrid.module.css';

interface GridFootProps {
  readonly saveLabel: string;
  /** Changes that are not saved. */
  readonly changes: number;
  /** Why they cannot be saved; null where they can. */
  readonly problem: string | null;
  readonly isSaving: boolean;
  readonly failure: Failure | undefined;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  /** Buttons before the others. */
  readonly children?: ReactNode;
}

/** What of a grid is not saved or cannot be, and the buttons and the key that save or discard it. */
export function GridFoot(props: GridFootProps) {
  const { saveLabel, changes, problem, isSaving, failure, onSave, onDiscard, children } = props;
  const t = useText();
  const maySave = changes > 0 && problem === null && !isSaving;
  const run = () => {
    if (maySave) onSave();
  };
  useScreenKeys([{ label: saveLabel, keys: 'mod+S', run }]);
  return (
    <footer className={classes.foot}>
      {failure !== undefined && <FailureAlert failure={failure} />}
      <span role="status" data-invalid={problem !== null || undefined} className={classes.unsaved}>
        {problem ?? (changes > 0 ? t('common:grid.unsaved', { count: changes }) : t('common:grid.allSaved'))}
      </span>
      {children}
      <Button variant="default" disabled={changes === 0 || isSaving} onClick={onDiscard}>
        {t('common:grid.discard')}
      </Button>
      <Button disabled={!maySave} loading={isSaving} onClick={run}>
        {saveLabel}
      </Button>
    </footer>
  );
}
