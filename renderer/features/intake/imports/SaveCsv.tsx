import { Button, type ButtonProps } from '@mantine/core';
import type { Input } from '#contract/index';
import type { FileGrant } from '#contract/ground/ids';
import type { CallError } from '../../../bridge/bridge.ts';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import shared from '../../../ui/Shared.module.css';

interface SaveCsvProps extends Pick<ButtonProps, 'variant' | 'size'> {
  readonly label: string;
  readonly purpose: Input<'files.save'>['purpose'];
  /** Without its ending. */
  readonly name: string;
  /** The write of the file, as `useWrite` gives it. */
  readonly write: {
    readonly reset: () => void;
    readonly isPending: boolean;
    readonly isSuccess: boolean;
    readonly error: CallError | null;
  };
  readonly onFile: (file: FileGrant) => void;
}

/** A button that asks where a CSV goes, has it written and says its name. */
export function SaveCsv({ label, purpose, name, write, onFile, ...button }: SaveCsvProps) {
  const t = useText();
  const choose = useWrite('files.save');
  const failure = choose.error?.failure ?? write.error?.failure;
  const pick = () => {
    write.reset();
    choose.mutate(
      { purpose, suggestedName: `${name}.csv` },
      {
        onSuccess: ({ file }) => {
          if (file !== null) onFile(file.grant);
        },
      },
    );
  };
  return (
    <>
      <Button {...button} onClick={pick} loading={choose.isPending || write.isPending}>
        {label}
      </Button>
      <span role="status" className={shared.quiet}>
        {write.isSuccess && t('imports:report.saved', { name: choose.data?.file?.name ?? '' })}
      </span>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </>
  );
}
