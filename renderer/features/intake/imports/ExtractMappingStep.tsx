import {
  extractField,
  extractFields,
  type ExtractField,
  type ExtractKind,
  type ExtractMapping,
} from '#contract/intake/extracts';
import { useText } from '../../../i18n/text.ts';
import { MappingAct } from './MappingAct.tsx';
import { MappingDefaults } from './MappingDefaults.tsx';
import { MappingTable } from './MappingTable.tsx';
import { Remembered } from './Remembered.tsx';
import type { ExtractFlow, ExtractInspection } from './useExtract.ts';

interface ExtractMappingStepProps {
  readonly kind: ExtractKind;
  readonly flow: ExtractFlow;
  readonly inspection: ExtractInspection;
  readonly mapping: ExtractMapping;
  readonly isBusy: boolean;
}

/** A column becomes one field and a field comes from one column: the last choice holds. */
function withColumn(mapping: ExtractMapping, column: number, field: ExtractField | null): ExtractMapping {
  const columns = Object.fromEntries(
    Object.entries(mapping.columns).filter(([other, at]) => at !== column && other !== field),
  ) as ExtractMapping['columns'];
  return { ...mapping, columns: field === null ? columns : { ...columns, [field]: column } };
}

function missingFields(kind: ExtractKind, { columns, unitId }: ExtractMapping): readonly ExtractField[] {
  const missing = extractFields[kind].required.filter((field) => columns[field] === undefined);
  return columns.unitCode === undefined && unitId === null ? [...missing, 'unitCode'] : missing;
}

export function ExtractMappingStep({ kind, flow, inspection, mapping, isBusy }: ExtractMappingStepProps) {
  const t = useText();
  const missing = missingFields(kind, mapping);
  const fields: readonly ExtractField[] = [...extractFields[kind].required, ...extractFields[kind].optional];
  return (
    <>
      <Remembered mapping={inspection.remembered} />
      <MappingTable
        columns={inspection.columns}
        fields={fields.map((field) => ({ value: field, label: t(`imports:extractField.${field}`) }))}
        fieldOf={(column) => fields.find((field) => mapping.columns[field] === column) ?? null}
        isText={() => false}
        isBusy={isBusy}
        onChange={(column, value) => {
          const field = extractField.safeParse(value);
          flow.map(withColumn(mapping, column, field.success ? field.data : null));
        }}
      />
      <MappingDefaults mapping={mapping} isBusy={isBusy} onChange={flow.map} />
      <MappingAct
        label={t('imports:difference.compare')}
        running={t('imports:difference.comparing')}
        preview={flow.preview}
        job={flow.job}
        missing={missing.map((field) => t(`imports:extractField.${field}`))}
        isBusy={isBusy}
        onAct={flow.compare}
      />
    </>
  );
}
