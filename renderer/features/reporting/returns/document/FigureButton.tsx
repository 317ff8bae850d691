import { IconCircleHalf2 } from '@tabler/icons-react';
import type { ValueStatus } from '#contract/ground/codes';
import classes from './Document.module.css';
import { useDocumentLanguage } from './language.ts';
import { isSameFigure, useSelection, type Selection } from './selection.ts';

interface FigureButtonProps {
  readonly figure: Selection;
  /** As it is shown; null where it is not available. */
  readonly text: string | null;
  /** What the figure is, for who cannot see the row and the column. */
  readonly label: string;
  readonly status?: ValueStatus;
}

/** A number of the document: it opens its definition, its parts and the way to where it comes from. */
export function FigureButton({ figure, text, label, status = 'complete' }: FigureButtonProps) {
  const { t } = useDocumentLanguage();
  const { selected, select } = useSelection();
  const shown = text ?? t('returns:document.notAvailable');
  const state = text === null ? t('codes:valueStatus.not_available') : shown;
  const isPartial = text !== null && status === 'partial';
  return (
    <button
      type="button"
      className={classes.figure}
      data-missing={text === null || undefined}
      aria-pressed={isSameFigure(selected, figure)}
      aria-label={`${label}: ${state}${isPartial ? `, ${t('codes:valueStatus.partial')}` : ''}`}
      onClick={() => {
        select(figure);
      }}
    >
      {isPartial && <IconCircleHalf2 size={10} stroke={1.75} className={classes.partial} aria-hidden />}
      {shown}
    </button>
  );
}
