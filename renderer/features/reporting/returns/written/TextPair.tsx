import { Button, Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRef, type FocusEvent } from 'react';
import { locale as locales, type Locale } from '#contract/ground/codes';
import type { Pair } from '#contract/reporting/returnTexts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import { PreviousText } from './PreviousText.tsx';
import classes from './TextPair.module.css';
import { UnitsWords } from './UnitsWords.tsx';
import type { UnitWords } from './unitWords.ts';
import { useSavedText, type SavedText, type SaveText } from './useSavedText.ts';

interface TextPairProps {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly saved: (SavedText & { readonly savedAt?: number; readonly savedBy?: string }) | null;
  /** The text of the quarter before; it is copied only when asked for. */
  readonly previous?: Pair | undefined;
  /** What units wrote of the same; copied only when asked for. */
  readonly units?: readonly UnitWords[];
  /** The languages that the agreement asks for. */
  readonly languages: readonly Locale[];
  readonly maximum: number;
  readonly rows?: number;
  readonly onSave: SaveText;
}

/** A text in English and French, side by side, saved on leaving both. */
export function TextPair(props: TextPairProps) {
  const { title, hint, saved, previous, units = [], languages, maximum, rows = 3, onSave } = props;
  const t = useText();
  const fields = useRef<HTMLDivElement>(null);
  const { text, conflict, failure, change, leave, ...draft } = useSavedText(saved, onSave);
  // What was copied is in the writer's hands, to be read over: the cursor goes to it, and leaving it saves it.
  const takePrevious = (copied: Pair) => {
    change(copied);
    fields.current?.querySelector('textarea')?.focus();
  };
  const onBlur = (event: FocusEvent<HTMLFieldSetElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) leave();
  };
  return (
    <fieldset className={classes.pair} onBlur={onBlur}>
      <legend className={classes.title}>{title}</legend>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      <div ref={fields} className={classes.fields}>
        {locales.options.map((language) => (
          <Textarea
            key={language}
            label={t(`codes:locale.${language}`)}
            // What is typed is in that language, whatever the one on screen.
            lang={language}
            withAsterisk={languages.includes(language)}
            autosize
            minRows={rows}
            maxRows={14}
            maxLength={maximum}
            value={text[language]}
            description={t('returns:written.count', { count: text[language].length, maximum })}
            inputWrapperOrder={['label', 'input', 'description']}
            onChange={(event) => {
              change({ ...text, [language]: event.currentTarget.value });
            }}
          />
        ))}
      </div>
      <SaveState saved={saved} isDirty={draft.isDirty} isSaving={draft.isSaving} />
      {failure !== null && <FailureAlert failure={failure} />}
      {conflict !== null && <Conflict theirs={conflict} onTheirs={draft.takeTheirs} onMine={draft.keepMine} />}
      {previous !== undefined && <PreviousText previous={previous} text={text} onUse={takePrevious} />}
      <UnitsWords units={units} text={text} maximum={maximum} onUse={takePrevious} />
    </fieldset>
  );
}

type SaveStateProps = Pick<TextPairProps, 'saved'> & { readonly isDirty: boolean; readonly isSaving: boolean };

function SaveState({ saved, isDirty, isSaving }: SaveStateProps) {
  const t = useText();
  const format = useFormat();
  const words = () => {
    if (isSaving) return t('returns:written.saving');
    if (isDirty) return t('returns:written.unsaved');
    if (saved?.savedAt === undefined) return '';
    return t('returns:written.saved', { at: format.instant(saved.savedAt), who: saved.savedBy ?? '' });
  };
  return (
    <p className={classes.state} role="status">
      {words()}
    </p>
  );
}

interface ConflictProps {
  readonly theirs: Pair;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
}

function Conflict({ theirs, onTheirs, onMine }: ConflictProps) {
  const t = useText();
  return (
    <Notice tone="overdue" icon={IconAlertTriangle} title={t('returns:written.conflict')} live="assertive">
      {locales.options.map((language) => (
        <p key={language} className={classes.theirs} lang={language}>
          <strong>{t(`codes:locale.${language}`)}</strong>{' '}
          {theirs[language] === '' ? t('common:none') : theirs[language]}
        </p>
      ))}
      <div className={classes.buttons}>
        <Button size="compact-sm" variant="default" onClick={onTheirs}>
          {t('returns:written.takeTheirs')}
        </Button>
        <Button size="compact-sm" onClick={onMine}>
          {t('returns:written.keepMine')}
        </Button>
      </div>
    </Notice>
  );
}
