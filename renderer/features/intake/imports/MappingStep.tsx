import { importField, type ImportMapping } from '#contract/intake/imports';
import { referralSource } from '#contract/ground/codes';
import { useText } from '../../../i18n/text.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { fieldOf, missingFields, withColumn } from './mapping.ts';
import { MappingAct } from './MappingAct.tsx';
import { MappingDefaults } from './MappingDefaults.tsx';
import { MappingTable } from './MappingTable.tsx';
import { Remembered } from './Remembered.tsx';
import type { ImportFlow, Inspection } from './useImport.ts';

/** What one line of the choice has room for. */
const longest = 78;

interface HeaderRowProps {
  readonly inspection: Inspection;
  readonly isBusy: boolean;
  readonly onChange: (row: number) => void;
}

/** Which line names the columns: registers have titles above it. */
function HeaderRow({ inspection, isBusy, onChange }: HeaderRowProps) {
  const t = useText();
  const { firstLines, suggested } = inspection;
  return (
    <Choice
      label={t('imports:mapping.headerRow')}
      maw={720}
      options={firstLines.map(({ line, text }, row) => ({
        value: String(row),
        label: t('imports:mapping.headerLine', {
          line,
          text: text.length > longest ? `${text.slice(0, longest)}…` : text,
        }),
      }))}
      value={String(suggested.headerRow ?? 0)}
      disabled={isBusy}
      onChange={(row) => {
        onChange(Number(row));
      }}
    />
  );
}

interface MappingStepProps {
  readonly flow: ImportFlow;
  readonly inspection: Inspection;
  readonly mapping: ImportMapping;
  readonly isBusy: boolean;
}

export function MappingStep({ flow, inspection, mapping, isBusy }: MappingStepProps) {
  const t = useText();
  const missing = missingFields(mapping, inspection.hasUnitLines);
  const fields = importField.options.map((field) => ({ value: field, label: t(`codes:importField.${field}`) }));
  return (
    <>
      <Remembered mapping={inspection.remembered} />
      <HeaderRow
        inspection={inspection}
        isBusy={isBusy}
        onChange={(row) => {
          flow.readAs(inspection.reading, row);
        }}
      />
      <MappingTable
        columns={inspection.columns}
        fields={fields}
        fieldOf={(column) => fieldOf(mapping, column)}
        isText={(column) => fieldOf(mapping, column) === 'summary'}
        isBusy={isBusy}
        onChange={(column, value) => {
          const field = importField.safeParse(value);
          flow.map(withColumn(mapping, column, field.success ? field.data : null));
        }}
      />
      <MappingDefaults mapping={mapping} isBusy={isBusy} onChange={flow.map}>
        <Choice
          label={mapping.columns.source === undefined ? t('imports:mapping.source') : t('imports:mapping.sourceElse')}
          empty={mapping.columns.source === undefined ? t('common:choose') : t('imports:mapping.sourceInvalid')}
          options={referralSource.options.map((source) => ({
            value: source,
            label: t(`codes:referralSource.${source}`),
          }))}
          value={mapping.sourceDefault ?? ''}
          disabled={isBusy}
          onChange={(value) => {
            flow.map({ ...mapping, sourceDefault: value === '' ? null : value });
          }}
        />
      </MappingDefaults>
      <MappingAct
        label={t('imports:values.read')}
        running={t('imports:values.reading')}
        preview={flow.survey}
        job={flow.job}
        missing={missing.map((field) => t(`codes:importField.${field}`))}
        isBusy={isBusy}
        onAct={flow.readValues}
      />
    </>
  );
}
