import { separator, textEncoding, type Reading } from '#contract/documents/tables';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Choice } from '../../../ui/Choice.tsx';
import classes from './Imports.module.css';
import type { TableInspection } from './tableInspection.ts';

interface ReadAsProps {
  readonly inspection: TableInspection;
  readonly isBusy: boolean;
  readonly onChange: (reading: Reading) => void;
}

const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

/** How the file is read, as it was found, to be changed where the samples look wrong. */
export function ReadAs({ inspection, isBusy, onChange }: ReadAsProps) {
  const { reading } = inspection;
  return reading.kind === 'csv' ? (
    <ReadText reading={reading} isBusy={isBusy} onChange={onChange} />
  ) : (
    <ReadSheet reading={reading} inspection={inspection} isBusy={isBusy} onChange={onChange} />
  );
}

interface ReadTextProps extends Omit<ReadAsProps, 'inspection'> {
  readonly reading: Extract<Reading, { kind: 'csv' }>;
}

function ReadText({ reading, isBusy, onChange }: ReadTextProps) {
  const t = useText();
  return (
    <div className={classes.fields}>
      <Choice
        label={t('imports:file.encoding')}
        options={textEncoding.options.map((each) => ({ value: each, label: t(`imports:encoding.${each}`) }))}
        value={reading.encoding}
        disabled={isBusy}
        onChange={(value) => {
          onChange({ ...reading, encoding: textEncoding.parse(value) });
        }}
      />
      <Choice
        label={t('imports:file.separator')}
        options={separator.options.map((each) => ({
          value: each,
          label: t(`imports:separator.${separatorNames[each]}`),
        }))}
        value={reading.separator}
        disabled={isBusy}
        onChange={(value) => {
          onChange({ ...reading, separator: separator.parse(value) });
        }}
      />
      <p className={classes.hint}>{t('imports:file.detected')}</p>
    </div>
  );
}

interface ReadSheetProps extends ReadAsProps {
  readonly reading: Extract<Reading, { kind: 'xlsx' }>;
}

function ReadSheet({ reading, inspection, isBusy, onChange }: ReadSheetProps) {
  const t = useText();
  const format = useFormat();
  if (inspection.sheets.length < 2)
    return <p className={classes.hint}>{t('imports:file.oneSheet', { sheet: reading.sheet })}</p>;
  return (
    <div className={classes.fields}>
      <Choice
        label={t('common:sheet')}
        options={inspection.sheets.map(({ name, rows }) => ({
          value: name,
          label: t('imports:file.sheetRows', { sheet: name, rows: format.number(rows) }),
        }))}
        value={reading.sheet}
        disabled={isBusy}
        onChange={(sheet) => {
          onChange({ kind: 'xlsx', sheet });
        }}
      />
      <p className={classes.hint}>{t('imports:file.sheetHint')}</p>
    </div>
  );
}
