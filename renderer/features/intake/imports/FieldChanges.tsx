import { IconAlertTriangle } from '@tabler/icons-react';
import { chargeStage, disposition as dispositions, waitingState } from '#contract/ground/codes';
import type { UserId } from '#contract/ground/ids';
import type { ExtractField, ExtractRow } from '#contract/intake/extracts';
import { usePreferences } from '../../../bridge/preferences.ts';
import { useRead } from '../../../bridge/queries.ts';
import { useText, type Translate } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Imports.module.css';

/** The unit's own names of its reasons for a clearance. */
function useReasonNames(isWanted: boolean): ReadonlyMap<string, string> {
  const { locale } = usePreferences().preferences;
  const read = useRead('clearanceReasons.list', {}, { enabled: isWanted });
  return new Map((read.data?.reasons ?? []).map(({ code, name }) => [code, name[locale]]));
}

function valueText(
  t: Translate,
  field: ExtractField,
  value: string | number | null,
  reasons: ReadonlyMap<string, string>,
): string {
  if (value === null) return t('imports:difference.nothing');
  if (field === 'youth') return value === 1 ? t('imports:difference.youth') : t('imports:difference.adult');
  if (field === 'clearance')
    return value === 'unfounded' ? t('imports:difference.unfounded') : (reasons.get(String(value)) ?? String(value));
  const stage = chargeStage.safeParse(value);
  if (field === 'stage' && stage.success) return t(`codes:chargeStage.${stage.data}`);
  const waits = waitingState.safeParse(value);
  if (field === 'waiting' && waits.success) return t(`codes:waitingState.${waits.data}`);
  const outcome = dispositions.safeParse(value);
  if (field === 'disposition' && outcome.success) return t(`codes:disposition.${outcome.data}`);
  return String(value);
}

/** Field by field what is and what would be; of a new record what it would be, of one that is gone what it was. */
export function FieldChanges({ row }: { readonly row: ExtractRow }) {
  const t = useText();
  const reasons = useReasonNames(row.fields.some(({ field }) => field === 'clearance'));
  const { person } = useNames();
  if (row.difference === 'invalid') return null;
  const isNew = row.difference === 'new' || row.difference === 'struck';
  const shown = ({ field, value }: { readonly field: ExtractField; readonly value: string | number | null }) =>
    field === 'lead' && value !== null ? person(String(value) as UserId) : valueText(t, field, value, reasons);
  return row.fields.map(({ field, before, after, isConflict }) => (
    <span key={field} className={classes.change}>
      <span className={shared.quiet}>{t(`imports:extractField.${field}`)}</span>
      {!isNew && <span className={classes.before}>{shown({ field, value: before })}</span>}
      {!isNew && row.difference !== 'gone' && (
        <>
          <span aria-hidden>→</span>
          <span className="visually-hidden">{t('imports:difference.becomes')}</span>
        </>
      )}
      {row.difference !== 'gone' && <span>{shown({ field, value: after })}</span>}
      {isConflict && (
        <span className={classes.conflict}>
          <IconAlertTriangle size={13} stroke={1.75} aria-hidden className={classes.inline} />{' '}
          {t('imports:difference.changedHere')}
        </span>
      )}
    </span>
  ));
}
