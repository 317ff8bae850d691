import { Button, NumberInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { Quarter } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import {
  tallyLens,
  tallyLenses,
  tallyMethod,
  type Tally,
  type TallyLens,
  type TallyMethod,
} from '#contract/casework/victims';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { PolicyDialog } from './PolicyDialog.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Victims.module.css';

interface TalliesProps {
  readonly unitId: UnitId;
  readonly quarter: Quarter;
}

type Held = Output<'tallies.get'>;

/** Victims of a quarter by one trait at a time. Off until the unit states under which policy or authority it keeps them. */
export function Tallies({ unitId, quarter }: TalliesProps) {
  const t = useText();
  const read = useRead('tallies.get', { unitId, quarter });
  const [isDeciding, deciding] = useDisclosure();
  const held = read.data;
  return (
    <section aria-label={t('victims:tallies.title')}>
      <h2 className={shared.headingAbove}>{t('victims:tallies.title')}</h2>
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      {held !== undefined && (
        <>
          <p className={shared.noteBelow}>
            {held.policy?.enabled === true
              ? t('victims:tallies.on', { authority: held.policy.authority, on: held.policy.decidedOn })
              : t('victims:tallies.off')}
          </p>
          {held.policy?.enabled === true && <TallyForm unitId={unitId} quarter={quarter} held={held} />}
          <div className={classes.buttons}>
            <Button variant="default" onClick={deciding.open}>
              {t('victims:tallies.decide')}
            </Button>
          </div>
          {isDeciding && <PolicyDialog unitId={unitId} policy={held.policy} onClose={deciding.close} />}
        </>
      )}
    </section>
  );
}

interface Draft {
  readonly lens: TallyLens;
  readonly category: string;
  readonly method: TallyMethod;
  readonly count: number | string;
}

const blank: Draft = { lens: 'gender', category: tallyLenses.gender[0], method: 'self_identified', count: '' };

function TallyForm({ unitId, quarter, held }: TalliesProps & { readonly held: Held }) {
  const t = useText();
  const save = useWrite('tallies.save');
  const [rows, setRows] = useState<readonly Draft[]>(held.tallies);
  const change = (place: number, next: Partial<Draft>) => {
    setRows(rows.map((row, index) => (index === place ? { ...row, ...next } : row)));
  };
  const whole = rows.filter((row) => row.count !== '').map((row): Tally => ({ ...row, count: Number(row.count) }));
  const keys = whole.map((row) => `${row.lens} ${row.category} ${row.method}`);
  const isTwice = new Set(keys).size < keys.length;
  return (
    <>
      {held.isSmall && (
        <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('victims:tallies.small', { count: held.victims })}>
          <p>{t('victims:tallies.smallText', { few: held.few })}</p>
        </Notice>
      )}
      {save.error !== null && <FailureAlert failure={save.error.failure} />}
      {rows.map((row, index) => (
        <TallyRow
          key={index}
          row={row}
          onChange={(next) => {
            change(index, next);
          }}
        />
      ))}
      <div className={classes.buttons}>
        <Button
          variant="default"
          onClick={() => {
            setRows([...rows, blank]);
          }}
        >
          {t('victims:tallies.add')}
        </Button>
        <Button
          loading={save.isPending}
          disabled={isTwice}
          onClick={() => {
            save.mutate(
              { unitId, quarter, tallies: whole },
              {
                onSuccess: () => {
                  notifications.show({ message: t('common:saved') });
                },
              },
            );
          }}
        >
          {t('victims:tallies.save')}
        </Button>
      </div>
      {isTwice && <p className={shared.noteBelow}>{t('victims:tallies.twice')}</p>}
    </>
  );
}

interface TallyRowProps {
  readonly row: Draft;
  readonly onChange: (next: Partial<Draft>) => void;
}

function TallyRow({ row, onChange }: TallyRowProps) {
  const t = useText();
  return (
    <div className={classes.grid}>
      <Choice
        label={t('victims:tallies.lens')}
        options={tallyLens.options.map((lens) => ({ value: lens, label: t(`victims:lens.${lens}`) }))}
        value={row.lens}
        onChange={(value) => {
          const lens = value as TallyLens;
          onChange({ lens, category: tallyLenses[lens][0] });
        }}
      />
      <Choice
        label={t('victims:tallies.category')}
        options={tallyLenses[row.lens].map((category) => ({
          value: category,
          label: t(`victims:category.${category}`),
        }))}
        value={row.category}
        onChange={(category) => {
          onChange({ category });
        }}
      />
      <Choice
        label={t('victims:tallies.method')}
        options={tallyMethod.options.map((method) => ({ value: method, label: t(`victims:method.${method}`) }))}
        value={row.method}
        onChange={(method) => {
          onChange({ method: method as TallyMethod });
        }}
      />
      <NumberInput
        label={t('victims:tallies.count')}
        min={0}
        max={9999}
        allowDecimal={false}
        value={row.count}
        onChange={(count) => {
          onChange({ count });
        }}
      />
    </div>
  );
}
