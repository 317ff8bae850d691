import { Link } from 'wouter';
import { quarterMonths } from '#contract/ground/dates';
import type { PackId } from '#contract/ground/ids';
import type { IndicatorValue, ReturnContent } from '#contract/reporting/returns';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useDocumentLanguage } from './document/language.ts';
import classes from './FigurePanel.module.css';

interface FigureSourcesProps {
  readonly content: ReturnContent;
  readonly packIds: readonly PackId[];
  readonly calculation: IndicatorValue['calculation'];
  /** Null for the agreement's total. */
  readonly unitCode: string | null;
}

/** The way back from a figure: to its packs, the ledger, or the estimate. */
export function FigureSources({ content, packIds, calculation, unitCode }: FigureSourcesProps) {
  const { t } = useDocumentLanguage();
  const [, changeFilter] = useFigureFilter();
  const unitId = content.units.find((unit) => unit.code === unitCode)?.id ?? null;
  const lastMonth = quarterMonths(content.quarter)[2];
  const packs = content.packs.filter((pack) => packIds.includes(pack.id));
  return (
    <section>
      <h3 className={classes.heading}>{t('codes:field.source')}</h3>
      <p className={classes.prose}>{t(`returns:calculation.${calculation}`)}</p>
      <ul className={classes.links}>
        {calculation === 'counterfactual' && (
          <li>
            <Link
              href="/counterfactual"
              onClick={() => {
                changeFilter(
                  unitId !== null
                    ? { scope: 'unit', unitId, lastMonth }
                    : content.consolidated
                      ? { scope: 'all', lastMonth }
                      : { scope: 'agreement', agreementId: content.agreement.id, lastMonth },
                );
              }}
            >
              {t('codes:term.backlogEstimate')}
            </Link>
          </li>
        )}
        {calculation === 'ledger' && (
          <li>
            <Link href={unitId === null ? '/backlog' : `/backlog/units/${unitId}`}>{t('codes:heading.ledger')}</Link>
          </li>
        )}
        {packs.map((pack) => (
          <li key={pack.id}>
            <Link href={`/packs/${pack.id}`}>{t('returns:panel.toPack', { name: pack.workspaceName })}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
