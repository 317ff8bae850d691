import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { Quarter } from '#contract/ground/dates';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { QuarterPicker } from '../../../ui/QuarterPicker.tsx';
import { changedCells, isReadable, type Edits } from './edits.ts';
import { EnteredGrid } from './EnteredGrid.tsx';
import { lastWholeQuarter } from '../../../lib/fiscal.ts';

/** The figures that Vigie does not compute, or that are set against those it does: by unit, for one quarter. */
export function EnteredTab() {
  const t = useText();
  const [quarter, setQuarter] = useState<Quarter>(lastWholeQuarter);
  const [edits, setEdits] = useState<Edits>(new Map());
  const { data, error } = useRead('entered.grid', { quarter });
  const write = useWrite('entered.save');
  const changed = data === undefined ? [] : changedCells(data, edits);
  const canSave = changed.length > 0 && isReadable(edits);
  const save = () => {
    if (!canSave) return;
    write.mutate(
      { quarter, cells: changed },
      {
        onSuccess: () => {
          setEdits(new Map());
        },
      },
    );
  };
  useScreenKeys([{ keys: 'mod+S', label: t('frameworks:entered.save'), run: save }]);
  const failure = (error ?? write.error)?.failure;
  return (
    <>
      <Group gap="md" align="end" mb="md">
        <QuarterPicker
          value={quarter}
          onChange={(value) => {
            setEdits(new Map());
            setQuarter(value);
          }}
        />
        <Button onClick={save} disabled={!canSave} loading={write.isPending}>
          {t('frameworks:entered.save')}
        </Button>
      </Group>
      {failure !== undefined && <FailureAlert failure={failure} />}
      {data?.indicators.length === 0 && (
        <EmptyState title={t('frameworks:entered.noneTitle')} text={t('frameworks:entered.noneText')} />
      )}
      {data !== undefined && data.units.length === 0 && (
        <EmptyState title={t('frameworks:entered.noUnitTitle')} text={t('frameworks:entered.noUnitText')} />
      )}
      {data !== undefined && data.indicators.length > 0 && data.units.length > 0 && (
        <>
          <p>{t('frameworks:entered.help', { version: data.frameworkVersion })}</p>
          <EnteredGrid grid={data} edits={edits} onChange={setEdits} />
        </>
      )}
    </>
  );
}
