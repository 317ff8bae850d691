import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CallError } from '../../../bridge/bridge.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Investigations.module.css';

interface FileSectionProps<Row> {
  readonly title: string;
  /** What the button of the heading does, where there is one, and its key. */
  readonly action?: string | undefined;
  readonly keys?: string;
  readonly read?: { readonly data: unknown; readonly error: CallError | null };
  /** What is said in place of the content where there is none. */
  readonly none?: string | false;
  /** What the button opens, or what a row of the content opens. */
  readonly dialog?: (close: () => void, row: Row | null) => ReactNode;
  readonly children: ReactNode | ((open: (row: Row) => void) => ReactNode);
}

/** A part of a file: its heading with what adds to it, and its content once it is read. */
export function FileSection<Row>({ title, action, keys, read, none = false, dialog, children }: FileSectionProps<Row>) {
  const [opened, dialogs] = useOpened<{ readonly row: Row | null }>();
  const open = (row: Row | null) => {
    dialogs.open({ row });
  };
  const add = () => {
    open(null);
  };
  useScreenKeys(action === undefined || keys === undefined ? [] : [{ keys, label: action, run: add }]);
  const isRead = read === undefined || read.data !== undefined;
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.sectionHead}>
        <h2 className={shared.headingAbove}>{title}</h2>
        {action !== undefined && (
          <Button
            size="compact-sm"
            variant="default"
            rightSection={keys !== undefined && <KeyHint keys={keys} />}
            onClick={add}
          >
            {action}
          </Button>
        )}
      </div>
      {read !== undefined && read.error !== null && <FailureAlert failure={read.error.failure} />}
      {none === false && (typeof children === 'function' ? children(open) : children)}
      {none !== false && isRead && <p className={classes.none}>{none}</p>}
      {opened !== null && dialog?.(dialogs.close, opened.row)}
    </section>
  );
}
