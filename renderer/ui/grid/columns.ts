import type { ReactNode } from 'react';

/** A cell that is typed into. */
export interface GridCell {
  readonly label: string;
  /** As it is now, and as it is saved. */
  readonly text: string;
  readonly saved: string;
  readonly isChanged: boolean;
  /** Why it cannot be saved. */
  readonly problem?: string | undefined;
  /** Known not to be available. */
  readonly isMissing?: boolean;
  /** Shown under the cell. */
  readonly below?: ReactNode;
}

export type GridColumn<Row> = {
  readonly key: string;
  readonly header: ReactNode;
  /** What it holds, for its width and alignment. */
  readonly kind: string;
} & (
  | { readonly cell: (row: Row) => GridCell | null; readonly computed?: never }
  | { readonly computed: (row: Row) => ReactNode; readonly cell?: never }
);

/** What is typed into a cell of a row. */
export interface TypedText<Row> {
  readonly row: Row;
  readonly column: string;
  readonly text: string;
}
