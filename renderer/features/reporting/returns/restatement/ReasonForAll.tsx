import { Button } from '@mantine/core';
import { useState } from 'react';
import { longest, missingIn, type RestatedCell } from '#contract/reporting/returnTexts';
import type { ReturnContent } from '#contract/reporting/returns';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';
import { BothLanguages } from '../written/BothLanguages.tsx';
import { useReturnTexts } from '../written/useReturnTexts.ts';
import { cellInput } from './reasons.ts';

interface ReasonForAllProps {
  readonly content: ReturnContent;
  /** The cells that have no reason yet. */
  readonly missing: readonly RestatedCell[];
}

/** One late count moves a unit-month, the ledger's line and the totals: one reason may serve them all. */
export function ReasonForAll({ content, missing }: ReasonForAllProps) {
  const t = useText();
  const texts = useReturnTexts(content);
  const give = useWrite('returns.giveReason');
  const [why, setWhy] = useState({ en: '', fr: '' });
  const { agreement, quarter, restatement } = content;
  if (texts === undefined || restatement === null) return null;
  const { sequence } = restatement;
  return (
    <fieldset className={classes.reasonForAll}>
      <legend className={shared.title}>{t('returns:restated.oneReason')}</legend>
      <BothLanguages value={why} onChange={setWhy} maxLength={longest.reason} minRows={1} />
      {give.error !== null && <FailureAlert failure={give.error.failure} />}
      <div>
        <Button
          variant="default"
          loading={give.isPending}
          disabled={missingIn(why, agreement.languages).length > 0}
          onClick={() => {
            const cells = missing.map((cell) => cellInput(texts.reasons, sequence, cell));
            give.mutate({ agreementId: agreement.id, quarter, sequence, cells, why });
          }}
        >
          {t('returns:restated.giveAll', { count: missing.length })}
        </Button>
      </div>
    </fieldset>
  );
}
