import { amendmentsOf, type Amendment } from '#contract/reporting/amendments';
import type { FiscalYear } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FundingLink } from '../funding/FundingLink.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Agreements.module.css';

/** The register of amendments passes the year over. */
const anyYear = 2000 as FiscalYear;

/** What was amended, as the register under Funding has it, which is where it is entered. */
export function AgreementAmendments({ agreementId }: { readonly agreementId: AgreementId }) {
  const t = useText();
  const found = useRead('funding.rows', { agreementId, register: 'amendments', fiscalYear: anyYear }).data;
  if (found === undefined) return null;
  const amendments = amendmentsOf(found.rows.map(({ cells }) => cells));
  return (
    <fieldset className={classes.group}>
      <legend>{t('codes:register.amendments')}</legend>
      <p className={shared.note}>
        {amendments.length === 0 ? t('agreements:amendments.none') : null}{' '}
        <FundingLink agreementId={agreementId} register="amendments" text={t('agreements:amendments.enter')} />
      </p>
      {amendments.length > 0 && (
        <ul>
          {amendments.map((each) => (
            <AmendmentLine key={each.number} amendment={each} />
          ))}
        </ul>
      )}
    </fieldset>
  );
}

function AmendmentLine({ amendment }: { readonly amendment: Amendment }) {
  const t = useText();
  const format = useFormat();
  const { number, signedOn, inForceOn, newEndsOn, amounts, change } = amendment;
  const facts = [
    t('agreements:amendments.inForce', { day: format.day(inForceOn) }),
    signedOn === null
      ? t('agreements:amendments.notSigned')
      : t('agreements:amendments.signed', { day: format.day(signedOn) }),
    ...(newEndsOn === null ? [] : [t('agreements:amendments.ends', { day: format.day(newEndsOn) })]),
    ...amounts.map(({ fiscalYear, cents }) =>
      t('agreements:amendments.amount', {
        year: format.fiscalYear(fiscalYear as FiscalYear),
        amount: format.money(cents),
      }),
    ),
  ];
  return (
    <li>
      <strong>{t('agreements:amendments.number', { number })}</strong> {facts.join(' · ')}
      {change.en + change.fr !== '' && <p className={shared.note}>{format.bilingual(change)}</p>}
    </li>
  );
}
