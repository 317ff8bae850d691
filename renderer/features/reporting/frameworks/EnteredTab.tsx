import { Group } from '@mantine/core';
import { useState } from 'react';
import type { Quarter } from '#contract/ground/dates';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { GridFoot } from '../../../ui/grid/GridFoot.tsx';
import { QuarterPicker } from '../../../ui/QuarterPicker.tsx';
import { changedCells, invalidKeys, type Edits } from './edits.ts';
import { EnteredGrid } from './EnteredGrid.tsx';
import { lastWholeQuarter } from '../../../lib/fiscal.ts';
import classes from './Frameworks.module.css';

/** The figures that Vigie does not compute, or that are set against those it does: by unit, for one quarter. */
export function EnteredTab() {
  const t = useText();
  const [quarter, setQuarter] = useState<Quarter>(lastWholeQuarter);
  const [edits, setEdits] = useState<Edits>(new Map());
  const { data, error } = useRead('entered.grid', { quarter });
  const write = useWrite('entered.save');
  const discard = () => {
    setEdits(new Map());
  };
  return (
    <>
      <Group mb="md">
        <QuarterPicker
          value={quarter}
          onChange={(value) => {
            discard();
            setQuarter(value);
          }}
        />
      </Group>
      {error !== null && <FailureAlert failure={error.failure} />}
      {data?.indicators.length === 0 && (
        <EmptyState title={t('frameworks:entered.noneTitle')} text={t('frameworks:entered.noneText')} />
      )}
      {data !== undefined && data.units.length === 0 && (
        <EmptyState title={t('frameworks:entered.noUnitTitle')} text={t('frameworks:entered.noUnitText')} />
      )}
      {data !== undefined && data.indicators.length > 0 && data.units.length > 0 && (
        <>
          <p>{t('frameworks:entered.help', { version: data.frameworkVersion })}</p>
          <div className={classes.entered}>
            <EnteredGrid grid={data} edits={edits} onChange={setEdits} />
            <GridFoot
              saveLabel={t('frameworks:entered.save')}
              changes={edits.size}
              problem={invalidKeys(edits).length === 0 ? null : t('common:notANumber')}
              isSaving={write.isPending}
              failure={write.error?.failure}
              onSave={() => {
                write.mutate({ quarter, cells: changedCells(data, edits) }, { onSuccess: discard });
              }}
              onDiscard={discard}
            />
          </div>
        </>
      )}
    </>
  );
}
