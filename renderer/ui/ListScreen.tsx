import type { ReactNode } from 'react';
import type { Failure } from '#contract/ground/errors';
import { FailureAlert } from './FailureAlert.tsx';
import classes from './ListScreen.module.css';

interface ListScreenProps {
  /** Header, filters and what is above the list. */
  readonly head: ReactNode;
  readonly list: ReactNode;
  readonly panel?: ReactNode;
  readonly foot?: ReactNode;
}

/** A page that is a list: what is above and below it stays in view, and a panel beside it has the whole height. */
export function ListScreen({ head, list, panel, foot }: ListScreenProps) {
  return (
    <div className={classes.screen}>
      <div className={classes.main}>
        {head}
        <div className={classes.list} data-edge>
          {list}
          {foot}
        </div>
      </div>
      {panel}
    </div>
  );
}

export function ListFailure({ failure }: { readonly failure: Failure | null }) {
  if (failure === null) return null;
  return (
    <div className={classes.notice}>
      <FailureAlert failure={failure} />
    </div>
  );
}
