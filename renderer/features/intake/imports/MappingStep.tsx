import { Button } from '@mantine/core';
import { importField, importMapping, type ImportMapping } from '#contract/intake/imports';
import { referralSource } from '#contract/ground/codes';
import type { UnitId } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { ProgressPanel } from '../../../ui/ProgressPanel.tsx';
import classes from './Imports.module.css';
import { fieldOf, missingFields, withColumn } from './mapping.ts';
import { MappingTable } from './MappingTable.tsx';
import { Remembered } from './Remembered.tsx';
import type { ImportFlow, Inspection } from './useImport.ts';

interface MappingStepProps {
  readonly flow: ImportFlow;
  readonly inspection: Inspection;
  readonly mapping: ImportMapping;
  readonly isBusy: boolean;
}

export function MappingStep({ flow, inspection, mapping, isBusy }: MappingStepProps) {
  const t = useText();
  const missing = missingFields(mapping);
  const fields = importField.options.map((field) => ({ value: field, label: t(`codes:importField.${field}`) }));
  return (
    <>
      <Remembered mapping={inspection.remembered} />
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
      <Defaults mapping={mapping} isBusy={isBusy} onChange={flow.map} />
      {flow.preview.isPending ? (
        <ProgressPanel title={t('imports:mapping.checking')} progress={flow.job.progress} onCancel={flow.job.cancel} />
      ) : (
        <div className={classes.act}>
          <Button
            variant={flow.preview.data === undefined ? 'filled' : 'default'}
            onClick={flow.check}
            disabled={missing.length > 0 || isBusy}
          >
            {t('imports:mapping.check')}
          </Button>
          <span className={classes.dimmed} role="status">
            {missing.length > 0 &&
              t('imports:mapping.missing', {
                fields: missing.map((field) => t(`codes:importField.${field}`)).join(', '),
              })}
            {missing.length === 0 && flow.preview.data === undefined && t('imports:mapping.nothingWritten')}
          </span>
        </div>
      )}
    </>
  );
}

interface DefaultsProps {
  readonly mapping: ImportMapping;
  readonly isBusy: boolean;
  readonly onChange: (mapping: ImportMapping) => void;
}

/** What the columns do not say. */
function Defaults({ mapping, isBusy, onChange }: DefaultsProps) {
  const t = useText();
  const { units } = useNames();
  return (
    <div className={classes.fields}>
      <Choice
        label={t('imports:mapping.dateOrder')}
        options={importMapping.shape.dateOrder.options.map((order) => ({
          value: order,
          label: t(`imports:dateOrder.${order}`),
        }))}
        value={mapping.dateOrder}
        disabled={isBusy}
        onChange={(value) => {
          onChange({ ...mapping, dateOrder: importMapping.shape.dateOrder.parse(value) });
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
          onChange({ ...mapping, sourceDefault: value === '' ? null : value });
        }}
      />
    </div>
  );
}
