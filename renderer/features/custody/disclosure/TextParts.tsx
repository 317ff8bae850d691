import { Button, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { useText } from '../../../i18n/text.ts';
import { MarkedText } from './MarkedText.tsx';
import shared from '../../../ui/Shared.module.css';
import { withStretch, type Stretch } from './stretches.ts';

interface TextPartsProps {
  readonly label: string;
  readonly text: string;
  readonly parts: readonly Stretch[];
  readonly onParts: (parts: readonly Stretch[]) => void;
}

const ignore = () => undefined;

/** A text in which parts are selected, by mouse or by Shift and the arrows, and withheld: by its button, or R in the text. */
export function TextParts({ label, text, parts, onParts }: TextPartsProps) {
  const t = useText();
  const area = useRef<HTMLTextAreaElement>(null);
  const withhold = () => {
    const field = area.current;
    if (field !== null) onParts(withStretch(parts, { from: field.selectionStart, to: field.selectionEnd }));
  };
  return (
    <>
      <Textarea
        ref={area}
        aria-label={label}
        description={t('papers:redact.textHint')}
        value={text}
        // Not `readOnly`: Chromium moves no caret there, and nothing could be selected by keys. What is typed is never taken.
        aria-readonly
        onChange={ignore}
        autosize
        maxRows={8}
        onKeyDown={(event) => {
          if (event.key.toLowerCase() !== 'r' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          withhold();
        }}
      />
      {parts.length > 0 && <MarkedText text={text} stretches={parts} />}
      <div className={shared.buttons}>
        <Button size="compact-xs" variant="default" onClick={withhold}>
          {t('papers:redact.selection')}
        </Button>
        {parts.length > 0 && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => {
              onParts([]);
            }}
          >
            {t('common:keepAll')}
          </Button>
        )}
      </div>
    </>
  );
}
