import { IconFlask } from '@tabler/icons-react';
import type { ReturnContent } from '#contract/reporting/returns';
import { totalEvidenceSentence } from '../../../../lib/totalEvidence.ts';
import { StatusBadge } from '../../../../ui/StatusBadge.tsx';
import { rangeWords } from '../../../statistics/estimate/reliability/gradeMeaning.ts';
import shared from '../../../../ui/Shared.module.css';
import classes from './Document.module.css';
import { FigureButton } from './FigureButton.tsx';
import { avoidedOf } from './figures.ts';
import { useDocumentLanguage } from './language.ts';

export function ProvisionalMark() {
  const { t } = useDocumentLanguage();
  return (
    <div>
      <StatusBadge tone="dueSoon" icon={IconFlask} label={t('returns:avoided.provisional')} />
    </div>
  );
}

/** The 80 % interval: under the figure that it qualifies, or in its place where none is claimed. */
export function AvoidedInterval({
  content,
  unitCode,
}: {
  readonly content: ReturnContent;
  readonly unitCode: string | null;
}) {
  const { t } = useDocumentLanguage();
  const range = useAvoidedRange()(content, unitCode);
  if (range === null) return null;
  return (
    <div className={classes.interval}>
      {avoidedOf(content, unitCode)?.median == null
        ? t('returns:avoided.is80')
        : t('returns:avoided.interval80', { range })}
    </div>
  );
}

export function useAvoidedRange(): (content: ReturnContent, unitCode: string | null) => string | null {
  const { t, number } = useDocumentLanguage();
  return (content, unitCode) => {
    const avoided = avoidedOf(content, unitCode);
    if (avoided === null) return null;
    return t('common:range', { low: number(avoided.low80), high: number(avoided.high80) });
  };
}

/** What the backlog would have been without the Strategy-funded staff and overtime, less what it is: by unit. */
export function AvoidedTable({ content }: { readonly content: ReturnContent }) {
  const { t } = useDocumentLanguage();
  if (content.counterfactual === null) return null;
  return (
    <>
      <p className={classes.prose}>{t('returns:avoided.text')}</p>
      <table className={classes.table} data-dense="rows">
        <caption className="visually-hidden">{t('codes:heading.avoided')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('codes:heading.unit')}</th>
            <th scope="col" data-column="value">
              {t('codes:heading.median')}
            </th>
            <th scope="col" data-column="value">
              {t('codes:heading.low80')}
            </th>
            <th scope="col" data-column="value">
              {t('codes:heading.high80')}
            </th>
            <th scope="col" data-column="value">
              {t('codes:heading.low95')}
            </th>
            <th scope="col" data-column="value">
              {t('codes:heading.high95')}
            </th>
            <th scope="col">{t('codes:heading.grade')}</th>
          </tr>
        </thead>
        <tbody>
          {content.counterfactual.units.map((unit) => (
            <AvoidedRow key={unit.code} content={content} unitCode={unit.code} />
          ))}
        </tbody>
        {content.counterfactual.total !== null && (
          <tfoot>
            <AvoidedRow content={content} unitCode={null} />
          </tfoot>
        )}
      </table>
      <TotalReason content={content} />
    </>
  );
}

/** Why the total has the grade that it has, or none, and what that shows. */
function TotalReason({ content }: { readonly content: ReturnContent }) {
  const { t, percent } = useDocumentLanguage();
  const evidence = content.counterfactual?.total?.evidence ?? null;
  const words = evidence && [totalEvidenceSentence(evidence, t, percent), ...rangeWords(evidence, t)];
  return words && <p className={classes.prose}>{words.join(' ')}</p>;
}

function AvoidedRow({ content, unitCode }: { readonly content: ReturnContent; readonly unitCode: string | null }) {
  const { t, number } = useDocumentLanguage();
  const avoided = avoidedOf(content, unitCode);
  const name = unitCode ?? t('codes:heading.total');
  if (avoided === null)
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={6} className={shared.dimmed}>
          <RefusedReason content={content} unitCode={unitCode} />
        </td>
      </tr>
    );
  const { total } = content.counterfactual ?? { total: null };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-column="value">
        <FigureButton
          figure={{ kind: 'indicator', code: 'K1', unitCode }}
          text={avoided.median === null ? null : number(avoided.median)}
          label={`K1 ${name}`}
        />
      </td>
      <td data-column="value">{number(avoided.low80)}</td>
      <td data-column="value">{number(avoided.high80)}</td>
      <td data-column="value">{number(avoided.low95)}</td>
      <td data-column="value">{number(avoided.high95)}</td>
      <td>
        {[
          avoided.grade,
          unitCode === null && total !== null
            ? t('returns:document.covers', { covered: number(total.unitsCovered), asked: number(total.unitsAsked) })
            : null,
        ]
          .filter((each) => each !== null)
          .join(' · ')}
      </td>
    </tr>
  );
}

/** In one sentence, what is missing. */
export function RefusedReason({
  content,
  unitCode,
}: {
  readonly content: ReturnContent;
  readonly unitCode: string | null;
}) {
  const { t } = useDocumentLanguage();
  const unit = content.counterfactual?.units.find((each) => each.code === unitCode);
  if (unit?.result.status !== 'refused') return null;
  return <>{unit.result.reasons.map((reason) => t(`codes:refusal.${reason.code}`)).join('; ')}</>;
}
