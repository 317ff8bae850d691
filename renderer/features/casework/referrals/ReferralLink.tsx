import { Anchor } from '@mantine/core';
import { Link } from 'wouter';

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
