import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { separator, textEncoding } from '#contract/imports';
import { useText } from '../../i18n/text.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { Choice } from '../../ui/Choice.tsx';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import classes from './Imports.module.css';
import type { ImportFlow, Inspection } from './useImport.ts';

interface FileStepProps {
  readonly flow: ImportFlow;
  readonly isBusy: boolean;
}

const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

export function FileStep({ flow, isBusy }: FileStepProps) {
  const t = useText();
  const format = useFormat();
  const { file, choose, inspect } = flow;
  const failure = choose.error?.failure ?? inspect.error?.failure;
  return (
    <>
      <div className={classes.file}>
        <Button
          variant={file === null ? 'filled' : 'default'}
          onClick={flow.pick}
          loading={choose.isPending || inspect.isPending}
          disabled={isBusy}
        >
          {file === null ? t('imports:file.choose') : t('imports:file.chooseOther')}
        </Button>
        {file === null ? (
          <span className={classes.dimmed}>{t('imports:file.kinds')}</span>
        ) : (
          <span className={classes.fileName}>
            <IconFileSpreadsheet size={16} stroke={1.5} aria-hidden />
            <strong>{file.name}</strong>
            <span className={classes.dimmed}>{format.bytes(file.bytes)}</span>
          </span>
        )}
      </div>
      {failure !== undefined && <FailureAlert failure={failure} />}
      {inspect.data !== undefined && <ReadAs flow={flow} inspection={inspect.data} isBusy={isBusy} />}
    </>
  );
}

function ReadAs({ flow, inspection, isBusy }: FileStepProps & { readonly inspection: Inspection }) {
  const t = useText();
  return (
    <div className={classes.fields}>
      <Choice
        label={t('imports:file.encoding')}
        options={textEncoding.options.map((each) => ({ value: each, label: t(`imports:encoding.${each}`) }))}
        value={inspection.encoding}
        disabled={isBusy}
        onChange={(value) => {
          flow.readAs({ encoding: textEncoding.parse(value), separator: inspection.separator });
        }}
      />
      <Choice
        label={t('imports:file.separator')}
        options={separator.options.map((each) => ({
          value: each,
          label: t(`imports:separator.${separatorNames[each]}`),
        }))}
        value={inspection.separator}
        disabled={isBusy}
        onChange={(value) => {
          flow.readAs({ encoding: inspection.encoding, separator: separator.parse(value) });
        }}
      />
      <p className={classes.hint}>{t('imports:file.detected')}</p>
    </div>
  );
}
