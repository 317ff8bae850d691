import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import type { PaperField, PaperRecord } from '#contract/custody/disclosure';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import type { Deciding } from './decideInput.ts';
import { GroundFields } from './GroundFields.tsx';
import type { Stretch } from './stretches.ts';
import { TextParts } from './TextParts.tsx';
import { useDecision } from './useDecision.ts';

interface RedactDialogProps extends Deciding {
  readonly record: PaperRecord;
  readonly onClose: () => void;
}

/** What is withheld of each field: all of it, parts of its text, or nothing. */
interface Choices {
  readonly whole: ReadonlySet<string>;
  readonly parts: ReadonlyMap<string, readonly Stretch[]>;
}

function startingChoices({ fields }: PaperRecord): Choices {
  return {
    whole: new Set(fields.filter(({ isRedacted }) => isRedacted).map(({ code }) => code)),
    parts: new Map(fields.filter(({ spans }) => spans.length > 0).map(({ code, spans }) => [code, spans])),
  };
}

/** Whole, or no longer: a text that is opened keeps the names in it withheld until they are given on purpose. */
function toggled({ whole, parts }: Choices, { code, names }: PaperField): Choices {
  const next = new Set(whole);
  if (!next.delete(code)) next.add(code);
  const isOpened = !next.has(code) && !parts.has(code) && names.length > 0;
  return { whole: next, parts: isOpened ? new Map(parts).set(code, names) : parts };
}

/** Chooses field by field what a paper withholds of a record. */
export function RedactDialog({ record, onClose, ...deciding }: RedactDialogProps) {
  const t = useText();
  const format = useFormat();
  const [choices, setChoices] = useState(startingChoices(record));
  const withheld = {
    way: 'redact' as const,
    fields: [...choices.whole],
    spans: [...choices.parts]
      .filter(([code]) => !choices.whole.has(code))
      .flatMap(([field, parts]) => parts.map(({ from, to }) => ({ field, from, to }))),
  };
  const { form, sending } = useDecision(deciding, [record], withheld, onClose);
  return (
    <FormDialog
      title={t('papers:redact.title', { number: record.number })}
      submit={t('papers:redact.submit')}
      {...sending}
      onClose={onClose}
    >
      {record.fields.map((field, index) => (
        <Stack key={field.code} gap={4}>
          <Checkbox
            label={t('papers:redact.whole', { field: format.bilingual(field.label) })}
            description={field.isText && !choices.whole.has(field.code) ? undefined : format.bilingual(field.value)}
            checked={choices.whole.has(field.code)}
            data-autofocus={index === 0 || undefined}
            onChange={() => {
              setChoices(toggled(choices, field));
            }}
          />
          {field.isText && !choices.whole.has(field.code) && (
            <TextParts
              label={format.bilingual(field.label)}
              text={format.bilingual(field.value)}
              parts={choices.parts.get(field.code) ?? []}
              onParts={(parts) => {
                setChoices({ ...choices, parts: new Map(choices.parts).set(field.code, parts) });
              }}
            />
          )}
        </Stack>
      ))}
      <GroundFields form={form} />
    </FormDialog>
  );
}
