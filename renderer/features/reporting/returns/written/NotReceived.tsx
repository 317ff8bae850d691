import { longest, notReceivedCode } from '#contract/reporting/returnTexts';
import type { ReturnContent } from '#contract/reporting/returns';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { TextPair } from './TextPair.tsx';
import { useReturnTexts } from './useReturnTexts.ts';

interface NotReceivedProps {
  readonly content: ReturnContent;
  readonly unitCode: string;
}

/** Prepares the return without a unit that is late: its first page gives the reason, the day and the name of who decides. */
export function NotReceived({ content, unitCode }: NotReceivedProps) {
  const t = useText();
  const texts = useReturnTexts(content);
  const explain = useWrite('returns.explain');
  if (texts === undefined) return null;
  const { agreement, quarter } = content;
  return (
    <details>
      <summary>{t('returns:notReceived.title', { unit: unitCode })}</summary>
      <TextPair
        title={t('returns:notReceived.reason', { unit: unitCode })}
        hint={t('returns:notReceived.hint')}
        saved={texts.explanations.find((each) => each.code === notReceivedCode && each.unitCode === unitCode) ?? null}
        languages={agreement.languages}
        maximum={longest.explanation}
        onSave={(text, version) =>
          explain.mutateAsync({
            agreementId: agreement.id,
            quarter,
            code: notReceivedCode,
            unitCode,
            text,
            version,
          })
        }
      />
    </details>
  );
}
