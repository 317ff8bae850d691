import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { z } from 'zod';
import { ledgerTerm } from '#contract/ground/codes';
import { month } from '#contract/ground/dates';
import { unitId } from '#contract/ground/ids';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import classes from './Backlog.module.css';
import { FilesOfTerm } from './FilesOfTerm.tsx';
import { NoSuchList } from './NoSuchList.tsx';
import { UnitsOfTerm } from './UnitsOfTerm.tsx';

const address = z.object({ term: ledgerTerm, from: month, to: month, unitId: unitId.optional() });

/** What one figure of the ledger counts: its files, or in a coordination workspace the packs that brought it. */
export function LedgerList(params: Readonly<Record<string, string | undefined>>) {
  const t = useText();
  const format = useFormat();
  const { workspace } = useSession();
  const [filter] = useFigureFilter();
  const parsed = address.safeParse(params);
  if (!parsed.success) return <NoSuchList />;
  const { term, from, to, unitId: only } = parsed.data;
  const counted = { term, from, to, unitIds: only === undefined ? filter.unitIds : [only] };
  const back = only === undefined ? '/backlog' : `/backlog/units/${only}`;
  return (
    <>
      <PageHeader
        title={t(`codes:ledgerTerm.${term}`)}
        context={from === to ? format.month(from) : `${format.month(from)} – ${format.month(to)}`}
        actions={
          <Anchor component={Link} href={back} size="sm">
            {t(`backlog:list.${only === undefined ? 'toBoard' : 'toUnit'}`)}
          </Anchor>
        }
      />
      <div className={classes.body}>
        {workspace.kind === 'unit' ? <FilesOfTerm {...counted} /> : <UnitsOfTerm {...counted} />}
      </div>
    </>
  );
}
