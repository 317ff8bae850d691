import { Button, Group } from '@mantine/core';
import { use, type ReactNode } from 'react';
import type { CallError } from '../../../bridge/bridge.ts';
import { ElsewhereContext } from './fileParts.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useOpened } from '../../../lib/useOpened.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Investigations.module.css';

interface FileSectionProps<Row> {
  readonly title: string;
  /** The form that adds to the part, where there is one, and its key. */
  readonly action?: string | undefined;
  readonly keys?: string;
  /** Other words by which "Add" finds the form, besides the title of the part. */
  readonly words?: string;
  /** Other forms of the part that "Add" finds by their own name, each with what its dialog opens on. */
  readonly alsoAdds?: readonly { readonly label: string; readonly row: Row }[];
  readonly read?: { readonly data: unknown; readonly error: CallError | null };
  /** A part that holds nothing is not shown: its form is under "Add". */
  readonly isEmpty?: boolean;
  /** What the button opens, or what a row of the content opens. */
  readonly dialog?: (close: () => void, row: Row | null) => ReactNode;
  readonly children?: ReactNode | ((open: (row: Row) => void) => ReactNode);
}

interface SectionHeadProps {
  readonly title: string;
  readonly action: string | undefined;
  readonly keys: string | undefined;
  readonly onAdd: () => void;
}

function SectionHead({ title, action, keys, onAdd }: SectionHeadProps) {
  return (
    <Group gap={12} align="baseline" justify="space-between">
      <h2 className={shared.headingAbove}>{title}</h2>
      {action !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          rightSection={keys !== undefined && <KeyHint keys={keys} />}
          onClick={onAdd}
        >
          {action}
        </Button>
      )}
    </Group>
  );
}

/** Registers the forms of the part, whether it is shown or not. */
function useAdditions<Row>(
  { title, action, keys, words = '', alsoAdds = [] }: FileSectionProps<Row>,
  open: (row: Row | null) => void,
) {
  const add = () => {
    open(null);
  };
  useScreenKeys([
    ...(action === undefined
      ? []
      : [
          {
            label: action,
            run: add,
            words: `${title} ${words}`,
            isAddition: true,
            ...(keys !== undefined && { keys }),
          },
        ]),
    ...alsoAdds.map(({ label, row }) => ({
      label,
      isAddition: true,
      run: () => {
        open(row);
      },
    })),
  ]);
  return add;
}

/** A part of a file: its heading with what adds to it, and its content, once it holds something. */
export function FileSection<Row>(given: FileSectionProps<Row>) {
  const props = use(ElsewhereContext) ? { ...given, action: undefined, alsoAdds: [] } : given;
  const { title, action, keys, read, isEmpty = false, dialog, children } = props;
  const [opened, dialogs] = useOpened<{ readonly row: Row | null }>();
  const open = (row: Row | null) => {
    dialogs.open({ row });
  };
  const add = useAdditions(props, open);
  const failure = read?.error?.failure ?? null;
  const isShown = !isEmpty && (read === undefined || read.data !== undefined);
  return (
    <>
      {(isShown || failure !== null) && (
        <section className={classes.section} aria-label={title}>
          <SectionHead title={title} action={action} keys={keys} onAdd={add} />
          {failure !== null && <FailureAlert failure={failure} />}
          {isShown && (typeof children === 'function' ? children(open) : children)}
        </section>
      )}
      {opened !== null && dialog?.(dialogs.close, opened.row)}
    </>
  );
}
