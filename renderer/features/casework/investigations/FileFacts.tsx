import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Fact, Facts } from '../../../ui/FieldRow.tsx';
import { Since } from '../../../ui/Since.tsx';
import type { FilePartProps } from './fileParts.ts';
import { originKey } from './originKey.ts';
import { WaitingBadge } from './WaitingBadge.tsx';

/** Beside the first screen: what rarely changes. */
export function FileFacts({ detail: { investigation: file } }: FilePartProps) {
  const t = useText();
  const names = useNames();
  return (
    <Facts>
      <Fact label={t('codes:field.state')}>
        <WaitingBadge file={file} /> <Since on={file.concludedOn ?? file.waitingSince} />
      </Fact>
      <Fact label={t('codes:field.lead')}>{file.lead === null ? t('common:none') : names.person(file.lead)}</Fact>
      <Fact label={t('investigations:column.openedOn')}>{file.openedOn}</Fact>
      <Fact label={t('codes:field.origin')}>{t(originKey(file))}</Fact>
      <Fact label={t('codes:heading.unit')}>{names.unitCode(file.unitId)}</Fact>
    </Facts>
  );
}
