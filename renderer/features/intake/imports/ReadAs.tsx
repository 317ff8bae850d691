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

/** No sheet can have this name. */
const allAlike = '*';

function ReadSheet({ reading, inspection, isBusy, onChange }: ReadSheetProps) {
  const t = useText();
  const format = useFormat();
  if (inspection.sheets.length < 2)
    return <p className={classes.hint}>{t('imports:file.oneSheet', { sheet: reading.sheet })}</p>;
  const { sheets, alike: [first, ...others] = [] } = inspection;
  const isAlike = ({ name }: { readonly name: string }): boolean => name === first || others.includes(name);
  const together = sheets.filter(isAlike).reduce((sum, { rows }) => sum + rows, 0);
  const option = (value: string, sheet: string, rows: number) => ({
    value,
    label: t('imports:file.sheetRows', { sheet, rows: format.number(rows) }),
  });
  const all =
    others.length > 0
      ? [option(allAlike, t('imports:file.allSheets', { number: format.number(others.length + 1) }), together)]
      : [];
  const unlike = reading.also === undefined ? [] : sheets.filter((each) => !isAlike(each)).map(({ name }) => name);
  return (
    <div className={classes.fields}>
      <Choice
        label={t('common:sheet')}
        options={[...all, ...sheets.map(({ name, rows }) => option(name, name, rows))]}
        value={reading.also === undefined ? reading.sheet : allAlike}
        disabled={isBusy}
        onChange={(sheet) => {
          if (sheet !== allAlike) onChange({ kind: 'xlsx', sheet });
          else if (first !== undefined) onChange({ kind: 'xlsx', sheet: first, also: others });
        }}
      />
      <p className={classes.hint}>
        {t('imports:file.sheetHint')}
        {unlike.length > 0 && ` ${t('imports:file.unlike', { sheets: unlike.join(', ') })}`}
      </p>
    </div>
  );
}
