import { Button } from '@mantine/core';
import {
  extractField,
  extractFields,
  type ExtractField,
  type ExtractKind,
  type ExtractMapping,
} from '#contract/intake/extracts';
import { dateOrder } from '#contract/intake/imports';
import type { UnitId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import classes from './Imports.module.css';
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
      <ExtractDefaults mapping={mapping} isBusy={isBusy} onChange={flow.map} />
      {flow.preview.isPending ? (
        <ProgressPanel
          title={t('imports:difference.comparing')}
          progress={flow.job.progress}
          onCancel={flow.job.cancel}
        />
      ) : (
        <div className={classes.act}>
          <Button
            variant={flow.preview.data === undefined ? 'filled' : 'default'}
            onClick={flow.compare}
            disabled={missing.length > 0 || isBusy}
          >
            {t('imports:difference.compare')}
          </Button>
          <span className={classes.dimmed} role="status">
            {missing.length > 0
              ? t('imports:mapping.missing', {
                  fields: missing.map((field) => t(`imports:extractField.${field}`)).join(', '),
                })
              : flow.preview.data === undefined && t('imports:mapping.nothingWritten')}
          </span>
        </div>
      )}
    </>
  );
}

interface DefaultsProps {
  readonly mapping: ExtractMapping;
  readonly isBusy: boolean;
  readonly onChange: (mapping: ExtractMapping) => void;
}

/** What the columns do not say. */
function ExtractDefaults({ mapping, isBusy, onChange }: DefaultsProps) {
  const t = useText();
  const { units } = useNames();
  return (
    <div className={classes.fields}>
      <Choice
        label={t('imports:mapping.dateOrder')}
        options={dateOrder.options.map((order) => ({ value: order, label: t(`imports:dateOrder.${order}`) }))}
        value={mapping.dateOrder}
        disabled={isBusy}
        onChange={(value) => {
          onChange({ ...mapping, dateOrder: dateOrder.parse(value) });
        }}
      />
      {mapping.columns.unitCode === undefined && (
        <Choice
          label={t('imports:mapping.unit')}
          empty={t('common:choose')}
          options={units.map((unit) => ({ value: unit.id, label: unit.code }))}
          value={mapping.unitId ?? ''}
          disabled={isBusy}
          onChange={(value) => {
            onChange({ ...mapping, unitId: value === '' ? null : (value as UnitId) });
          }}
        />
      )}
    </div>
  );
}
