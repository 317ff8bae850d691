import type { InvestigationRow } from '#contract/casework/investigations';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { FileSection } from '../FileSection.tsx';
import { ClearanceDialog } from './ClearanceDialog.tsx';

/** Clearance status of the file for police statistics: founded or not, cleared or not, and since when. */
export function Clearance({ file }: { readonly file: InvestigationRow }) {
  const t = useText();
  const format = useFormat();
  const read = useRead('clearance.get', { investigationId: file.id });
  const reasons = useRead('clearanceReasons.list', {}).data?.reasons ?? [];
  const held = read.data?.clearance ?? null;
  const reason = reasons.find((each) => each.code === held?.reason);
  return (
    <FileSection
      title={t('codes:field.clearance')}
      words={t('investigations:add.words.clearance')}
      action={t('offences:clearance.record')}
      keys="K"
      read={read}
      isEmpty={held === null}
      dialog={(close) => <ClearanceDialog file={file} onClose={close} />}
    >
      {held !== null && !held.founded && <p>{t('offences:clearance.unfoundedSince', { on: held.on })}</p>}
      {held !== null && reason !== undefined && (
        <p>
          {t('offences:clearance.since', {
            outcome: t(`codes:clearanceOutcome.${reason.outcome}`),
            reason: format.bilingual(reason.name) + (reason.letter === null ? '' : ` (${reason.letter})`),
            on: held.on,
          })}
        </p>
      )}
    </FileSection>
  );
}
