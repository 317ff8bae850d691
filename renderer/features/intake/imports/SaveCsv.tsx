import { Button, type ButtonProps } from '@mantine/core';
import type { Input, MethodName } from '#contract/index';
import type { FileGrant } from '#contract/ground/ids';
import { useSaveAs } from '../../../bridge/saveAs.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import shared from '../../../ui/Shared.module.css';

interface SaveCsvProps<M extends MethodName> extends Pick<ButtonProps, 'variant' | 'size'> {
  readonly label: string;
  readonly purpose: Input<'files.save'>['purpose'];
  /** Without its ending. */
  readonly name: string;
  /** The method that writes the file, and what it is given. */
  readonly method: M;
  readonly inputOf: (file: FileGrant) => Input<M>;
}

/** A button that asks where a CSV goes, has it written and says its name. */
export function SaveCsv<M extends MethodName>({ label, purpose, name, method, inputOf, ...button }: SaveCsvProps<M>) {
  const t = useText();
  const saving = useSaveAs(method);
  const { isPending, written, failure } = saving;
  const pick = () => {
    saving.save({ purpose, suggestedName: `${name}.csv` }, inputOf);
  };
  return (
    <>
      <Button {...button} onClick={pick} loading={isPending}>
        {label}
      </Button>
      <span role="status" className={shared.quiet}>
        {written !== undefined && t('imports:report.saved', { name: saving.name })}
      </span>
      {failure !== undefined && <FailureAlert failure={failure} />}
    </>
  );
}
