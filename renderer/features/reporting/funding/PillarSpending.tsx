import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import type { FiscalYear } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import type { Pillar } from '#contract/reporting/pillars';
import type { PillarSpending as Spending, YearByPillar } from '#contract/reporting/pillarSpending';
import { useRead } from '../../../bridge/queries.ts';
import { useSaveAs } from '../../../bridge/saveAs.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import classes from './CashFlow.module.css';
import { PillarsDialog } from './PillarsDialog.tsx';

interface PillarSpendingProps {
  readonly agreementId: AgreementId;
  readonly fiscalYear: FiscalYear;
}

/** What the saved budget lines spent by pillar in a fiscal year, and the share that goes to projects. */
export function PillarSpending({ agreementId, fiscalYear }: PillarSpendingProps) {
  const t = useText();
  const found = useRead('funding.spending', { agreementId }).data;
  if (found === undefined) return null;
  const year = found.years.find((each) => each.fiscalYear === fiscalYear);
  return (
    <details className={classes.statement}>
      <summary>{t('funding:pillars.title')}</summary>
      {year === undefined ? (
        <p className={classes.note}>{t('funding:pillars.none')}</p>
      ) : (
        <PillarTable year={year} pillars={found.pillars} fiscalYear={fiscalYear} />
      )}
      <PillarActions agreementId={agreementId} pillars={found.pillars} />
    </details>
  );
}

function PillarActions({
  agreementId,
  pillars,
}: {
  readonly agreementId: AgreementId;
  readonly pillars: readonly Pillar[];
}) {
  const t = useText();
  const seesAll = useSession().agreementIds === null;
  const [opened, dialog] = useDisclosure(false);
  const { save, isPending, failure } = useSaveAs('funding.exportSpending');
  return (
    <div className={classes.buttons}>
      <Button
        variant="default"
        size="compact-sm"
        loading={isPending}
        leftSection={<IconDownload size={14} stroke={1.75} aria-hidden />}
        onClick={() => {
          save({ purpose: 'funding_csv', suggestedName: `${t('funding:pillars.title')}.csv` }, (file) => ({
            agreementId,
            file,
          }));
        }}
      >
        {t('funding:pillars.export')}
      </Button>
      {seesAll && (
        <Button variant="default" size="compact-sm" onClick={dialog.open}>
          {t('funding:pillars.edit')}
        </Button>
      )}
      {failure !== undefined && <FailureAlert failure={failure} />}
      {opened && <PillarsDialog pillars={pillars} onClose={dialog.close} />}
    </div>
  );
}

interface PillarTableProps {
  readonly year: YearByPillar;
  readonly pillars: readonly Pillar[];
  readonly fiscalYear: FiscalYear;
}

function PillarTable({ year, pillars, fiscalYear }: PillarTableProps) {
  const t = useText();
  const format = useFormat();
  const nameOf = (code: string | null): string => {
    if (code === null) return t('funding:pillars.unnamed');
    const pillar = pillars.find((each) => each.code === code);
    return pillar ? `${code} ${format.bilingual({ en: pillar.nameEn, fr: pillar.nameFr })}` : code;
  };
  return (
    <table className={`${classes.table ?? ''} ${classes.wrapped ?? ''}`}>
      <caption>
        {t('funding:pillars.caption', { year: format.fiscalYear(fiscalYear) })} <span>{t('funding:pillars.text')}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('funding:pillars.pillar')}</th>
          <th scope="col">{t('funding:pillars.lines')}</th>
          <th scope="col">{t('funding:pillars.spent')}</th>
          <th scope="col">{t('funding:pillars.toProjects')}</th>
          <th scope="col">{t('funding:pillars.notSaid')}</th>
          <th scope="col">{t('funding:pillars.share')}</th>
          <th scope="col">{t('funding:pillars.entered')}</th>
        </tr>
      </thead>
      <tbody>
        {year.rows.map(({ pillar, ...spending }) => (
          <SpendingRow key={pillar ?? ''} name={nameOf(pillar)} spending={spending} />
        ))}
        <SpendingRow name={t('codes:heading.total')} spending={year.total} isTotal />
      </tbody>
    </table>
  );
}

interface SpendingRowProps {
  readonly name: string;
  readonly spending: Omit<Spending, 'pillar'>;
  readonly isTotal?: boolean;
}

function SpendingRow({ name, spending, isTotal = false }: SpendingRowProps) {
  const t = useText();
  const format = useFormat();
  const money = (cents: number | null): string => (cents === null ? '..' : format.money(cents));
  const { lines, spent, toProjects, notSaid, share, entered, asked } = spending;
  return (
    <tr data-line={isTotal ? 'balance' : undefined}>
      <th scope="row">{name}</th>
      <td>{lines}</td>
      <td>{money(spent)}</td>
      <td>{money(toProjects)}</td>
      <td>{money(notSaid)}</td>
      <td>{share === null ? '..' : format.percent(share)}</td>
      <td>{t('funding:pillars.of', { entered, asked })}</td>
    </tr>
  );
}
