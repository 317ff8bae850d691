import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { Output } from '#contract/index';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import classes from './Referrals.module.css';

type Duplicate = Output<'referrals.duplicates'>['duplicates'][number];

/** Referrals that may be the same one, each with why it is thought so. */
export function Duplicates({ duplicates }: { readonly duplicates: readonly Duplicate[] }) {
  const t = useText();
  const names = useNames();
  const { unitIds } = useSession();
  return (
    <ul className={classes.duplicates}>
      {duplicates.map((each) => (
        <li key={each.id}>
          {unitIds.includes(each.unitId) ? (
            <ReferralLink id={each.id} number={names.fileNumber(each)} />
          ) : (
            names.fileNumber(each)
          )}{' '}
          {t('referrals:duplicate.facts', {
            on: each.receivedOn,
            source: t(`codes:referralSource.${each.source}`),
            state: t(`codes:referralState.${each.state}`),
            unit: names.unitCode(each.unitId),
          })}{' '}
          <strong>{each.reasons.map((reason) => t(`codes:sharedReason.${reason}`)).join(', ')}</strong>
        </li>
      ))}
    </ul>
  );
}

interface ReferralLinkProps {
  readonly id: string;
  readonly number: string;
}

export function ReferralLink({ id, number }: ReferralLinkProps) {
  return (
    <Anchor component={Link} href={`/referrals/${id}`} inherit underline="always">
      {number}
    </Anchor>
  );
}
