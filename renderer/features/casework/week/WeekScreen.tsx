import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Input } from '#contract/index';
import { useNewDay } from '../../../lib/useNewDay.ts';
import { useRead } from '../../../bridge/queries.ts';
import { useHasRole } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { ListBar } from '../../../ui/ListBar.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { PrintButton } from '../../../ui/PrintButton.tsx';
import { UnitFilter } from '../../../ui/UnitFilter.tsx';
import { WeekParts } from './WeekParts.tsx';

type WeekAsked = Input<'week.get'>;
type WeekFilter = WeekAsked['filter'];

/** What a week holds for a unit or for oneself, in the order in which it is acted on. */
export function WeekScreen() {
  const t = useText();
  const format = useFormat();
  useNewDay('authorities');
  const isSupervisor = useHasRole('supervisor');
  const [filter, setFilter] = useKeptState<WeekFilter>('week.filter', { mine: !isSupervisor });
  const [on, setOn] = useState<WeekAsked['on']>();
  const asked: WeekAsked = { filter, ...(on !== undefined && { on }) };
  const { data, error, isPending } = useRead('week.get', asked, { keepPrevious: true });
  const step = (keys: string, label: string, to: WeekAsked['on']) => ({
    keys,
    label,
    run: () => {
      setOn(to);
    },
  });
  const steps = [
    step('B', t('due:week.previous'), data?.previous),
    step('T', t('due:week.present'), undefined),
    step('N', t('due:week.next'), data?.next),
  ];
  useScreenKeys(steps);
  return (
    <>
      <PageHeader
        title={data === undefined ? t('due:week.nav') : t('due:week.title', { from: format.day(data.from) })}
        context={
          data !== undefined &&
          t('due:week.context', { from: format.weekday(data.from), until: format.weekday(data.until) })
        }
        actions={
          <>
            {steps.map(({ keys, label, run }) => (
              <Button key={keys} variant="default" rightSection={<KeyHint keys={keys} />} onClick={run}>
                {label}
              </Button>
            ))}
            <PrintButton
              method="week.print"
              fileName={t('due:week.fileName')}
              inputOf={(to) => ({ ...asked, ...to })}
            />
          </>
        }
      />
      <ListBar label={t('common:listFilters')} total={null} all={null}>
        <SegmentedControl
          size="xs"
          aria-label={t('due:week.whose')}
          data={[
            { value: 'mine', label: t('due:week.mine') },
            { value: 'all', label: t('due:week.everyone') },
          ]}
          value={filter.mine ? 'mine' : 'all'}
          onChange={(value) => {
            setFilter({ ...filter, mine: value === 'mine' });
          }}
        />
        <UnitFilter
          value={filter.unitId}
          onChange={(unitId) => {
            setFilter({ mine: filter.mine, ...(unitId !== '' && { unitId }) });
          }}
        />
      </ListBar>
      {error !== null && <FailureAlert failure={error.failure} />}
      {isPending && <Loading />}
      {data !== undefined && <WeekParts week={data} />}
    </>
  );
}
