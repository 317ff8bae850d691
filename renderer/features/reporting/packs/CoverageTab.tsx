import { Group, Select } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { quarterNumbers, type FiscalYear, type Quarter } from '#contract/ground/dates';
import type { PackRecord } from '#contract/reporting/packs';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { coverageOf, type CoverageRow } from './coverage.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Packs.module.css';
import { formatFiscalYear } from '../../../lib/format.ts';
import { fiscalYearsUpTo, hasEnded } from '../../../lib/fiscal.ts';

/** Two fiscal years of units against quarters: what is here, and from when. */
export function CoverageTab({ packs }: { readonly packs: readonly PackRecord[] }) {
  const t = useText();
  const { locale } = useFormat();
  const units = useRead('units.list', {});
  const held = packs.map((pack) => pack.quarter.fiscalYear);
  const latest = Math.max(...held) as FiscalYear;
  const earliest = Math.min(...held);
  const [last, setLast] = useState(latest);
  const years = [(last - 1) as FiscalYear, last];
  const quarters = years.flatMap((fiscalYear) => quarterNumbers.map((quarter) => ({ fiscalYear, quarter })));
  const rows = coverageOf(units.data?.units ?? [], packs, quarters);
  return (
    <>
      <Group gap="8px 16px" justify="space-between">
        <p className={shared.note}>{t('packs:coverage.note')}</p>
        <Select
          aria-label={t('packs:coverage.upTo')}
          data={fiscalYearsUpTo(latest, latest - earliest + 1).map((year) => ({
            value: String(year),
            label: t('packs:coverage.upToYear', { year: formatFiscalYear(year, locale) }),
          }))}
          value={String(last)}
          allowDeselect={false}
          w={256}
          onChange={(year) => {
            if (year !== null) setLast(Number(year) as FiscalYear);
          }}
        />
      </Group>
      <div className={shared.scroll}>
        <table className={classes.matrix}>
          <caption className="visually-hidden">{t('packs:tab.coverage')}</caption>
          <CoverageHead years={years} rows={rows} quarters={quarters} />
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <th scope="row" title={row.name[locale]}>
                  <span className={classes.unitCode}>{row.code}</span> {row.name[locale]}
                </th>
                {row.packs.map((pack, index) => (
                  <CoverageCell key={index} code={row.code} pack={pack} quarter={quarters[index]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface CoverageHeadProps {
  readonly years: readonly FiscalYear[];
  readonly rows: readonly CoverageRow[];
  readonly quarters: readonly Quarter[];
}

function CoverageHead({ years, rows, quarters }: CoverageHeadProps) {
  const t = useText();
  const format = useFormat();
  return (
    <thead>
      <tr>
        <td />
        {years.map((year) => (
          <th key={year} scope="colgroup" colSpan={4}>
            {formatFiscalYear(year, format.locale)}
          </th>
        ))}
      </tr>
      <tr>
        <th scope="col">{t('codes:heading.unit')}</th>
        {quarters.map((quarter, index) => {
          const count = rows.filter((row) => row.packs[index] !== null).length;
          return (
            <th key={format.quarter(quarter)} scope="col">
              {t('common:quarterShort', { quarter: quarter.quarter })}
              <span className={classes.share}>
                {count === 0 && !hasEnded(quarter)
                  ? t('common:notEnded')
                  : t('packs:coverage.of', { held: format.number(count), units: format.number(rows.length) })}
              </span>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface CoverageCellProps {
  readonly code: string;
  readonly pack: PackRecord | null;
  readonly quarter: Quarter | undefined;
}

function CoverageCell({ code, pack, quarter }: CoverageCellProps) {
  const t = useText();
  const format = useFormat();
  const where = { code, quarter: quarter === undefined ? '' : format.quarter(quarter) };
  if (pack === null && quarter !== undefined && !hasEnded(quarter)) return <td />;
  if (pack === null)
    return (
      <td>
        <span className={classes.absent}>
          <IconMinus size={14} stroke={1.5} aria-hidden />
          <span className="visually-hidden">{t('packs:coverage.absent', where)}</span>
        </span>
      </td>
    );
  return (
    <td>
      <Link
        href={`/packs/${pack.id}`}
        className={classes.present ?? ''}
        aria-label={t('packs:coverage.present', { ...where, on: format.instant(pack.exportedAt).slice(0, 10) })}
      >
        <IconCheck size={14} stroke={2} aria-hidden />
        {format.instant(pack.exportedAt).slice(0, 10)}
      </Link>
    </td>
  );
}
