import { TextInput } from '@mantine/core';
import type { FocusEvent } from 'react';
import { locale as locales } from '#contract/ground/codes';
import type { Output } from '#contract/index';
import { longest, type RestatedCell } from '#contract/reporting/returnTexts';
import type { ReturnContent } from '#contract/reporting/returns';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import classes from '../Returns.module.css';
import { useSavedText } from '../written/useSavedText.ts';
import { cellInput, heldReason } from './reasons.ts';

interface ReasonFieldsProps {
  readonly content: ReturnContent;
  readonly cell: RestatedCell;
  readonly reasons: Output<'returns.texts'>['reasons'];
  /** What the cell is, for who cannot see its row. */
  readonly label: string;
}

/** Why one cell changed, in both languages, saved on leaving. A reason given for another figure is not shown as this one's. */
export function ReasonFields({ content, cell, reasons, label }: ReasonFieldsProps) {
  const t = useText();
  const give = useWrite('returns.giveReason');
  const { agreement, quarter, restatement } = content;
  const sequence = restatement?.sequence ?? 0;
  const held = heldReason(reasons, sequence, cell);
  const { text, failure, conflict, change, leave, takeTheirs } = useSavedText(
    held === undefined ? null : { text: cell.why, version: held.version },
    async (why, version) => {
      const cells = [{ ...cellInput(reasons, sequence, cell), version }];
      await give.mutateAsync({ agreementId: agreement.id, quarter, sequence, cells, why });
      return { version: (version ?? 0) + 1 };
    },
  );
  const onBlur = (event: FocusEvent<HTMLDivElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) leave();
  };
  return (
    <div className={classes.reasonFields} onBlur={onBlur}>
      {locales.options.map((language) => (
        <TextInput
          key={language}
          size="xs"
          lang={language}
          aria-label={t('returns:restated.whyOf', { figure: label, language: t(`codes:locale.${language}`) })}
          placeholder={t(`codes:locale.${language}`)}
          maxLength={longest.reason}
          value={text[language]}
          onChange={(event) => {
            change({ ...text, [language]: event.currentTarget.value });
          }}
        />
      ))}
      {failure !== null && <FailureAlert failure={failure} />}
      {conflict !== null && (
        <button type="button" className={classes.plain} onClick={takeTheirs}>
          {t('returns:restated.conflict', { en: conflict.en, fr: conflict.fr })}
        </button>
      )}
    </div>
  );
}
