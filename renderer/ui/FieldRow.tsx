import type { ReactNode } from 'react';
import classes from './FieldRow.module.css';

/** Fields side by side where there is room, one below the other where there is not. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={classes.row}>{children}</div>;
}

interface FactProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A list of facts to read: wrap `Fact`s in it. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={classes.facts}>{children}</dl>;
}

export function Fact({ label, children }: FactProps) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
