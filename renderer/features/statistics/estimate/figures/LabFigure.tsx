import { DrawnFigure, type DrawnFigureProps } from './DrawnFigure.tsx';
import { isFirst } from '../useFirstAnswer.ts';
import { useFigureProvenance, useProvenance } from './Provenance.ts';

/** A figure of the laboratory: it says what the estimate of the page rests on. */
export function LabFigure<T>(props: Omit<DrawnFigureProps<T>, 'origin'>) {
  const { about, result } = useProvenance();
  return <DrawnFigure {...props} origin={{ about, staysHere: isFirst(result), ...useFigureProvenance() }} />;
}
