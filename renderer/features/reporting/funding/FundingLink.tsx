import { Link } from 'wouter';
import type { Register } from '#contract/reporting/fundingColumns';
import type { AgreementId } from '#contract/ground/ids';
import { useFigureFilter } from '../../../lib/figureFilter.ts';
import { useKeptState } from '../../../lib/keptState.ts';
import shared from '../../../ui/Shared.module.css';

interface FundingLinkProps {
  readonly agreementId: AgreementId;
  readonly register: Register;
  readonly text: string;
}

/** Opens a register of this agreement, whichever was looked at last. */
export function FundingLink({ agreementId, register, text }: FundingLinkProps) {
  const [, change] = useFigureFilter();
  const [, setShown] = useKeptState<Register>('funding register', 'budget');
  return (
    <Link
      href="/funding"
      className={shared.link ?? ''}
      onClick={() => {
        change({ agreementId });
        setShown(register);
      }}
    >
      {text}
    </Link>
  );
}
