import { Link } from 'wouter';
import type { PackId } from '#contract/ids';
import type { IndicatorValue, ReturnContent } from '#contract/returns';
import { useDocumentLanguage } from './document/language.ts';
import classes from './FigurePanel.module.css';

interface FigureSourcesProps {
  readonly content: ReturnContent;
  readonly packIds: readonly PackId[];
  readonly calculation: IndicatorValue['calculation'];
}

/** The way back from a figure: to its packs, the ledger, or the estimate. */
export function FigureSources({ content, packIds, calculation }: FigureSourcesProps) {
  const { t } = useDocumentLanguage();
  const packs = content.packs.filter((pack) => packIds.includes(pack.id));
  return (
    <section>
      <h3 className={classes.heading}>{t('returns:panel.source')}</h3>
      <p className={classes.prose}>{t(`returns:calculation.${calculation}`)}</p>
      <ul className={classes.links}>
        {calculation === 'counterfactual' && (
          <li>
            <Link href="/counterfactual">{t('returns:panel.toCounterfactual')}</Link>
          </li>
        )}
        {calculation === 'ledger' && (
          <li>
            <Link href="/backlog">{t('returns:panel.toLedger')}</Link>
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
