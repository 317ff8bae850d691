import { Button } from '@mantine/core';
import type { PaperRecord } from '#contract/custody/disclosure';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { PanelSection, SidePanel } from '../../../ui/SidePanel.tsx';
import { MarkedText } from './MarkedText.tsx';
import classes from './Papers.module.css';
import { TreatmentBadge } from './recordColumns.tsx';
import { useGrounds } from './useGrounds.ts';

interface RecordPanelProps {
  readonly record: PaperRecord;
  readonly isFollowing: boolean;
  readonly onDefault: () => void;
  readonly onClose: () => void;
}

/** A record as the paper will treat it: what is withheld is struck. */
export function RecordPanel({ record, isFollowing, onDefault, onClose }: RecordPanelProps) {
  const t = useText();
  const format = useFormat();
  const grounds = useGrounds();
  const isLeftOut = record.treatment === 'left_out';
  return (
    <SidePanel
      title={t('papers:panel.title', { number: record.number, section: t(`codes:paperSection.${record.section}`) })}
      isFollowing={isFollowing}
      onClose={onClose}
    >
      <PanelSection title={t('codes:field.treatment')}>
        <p>
          <TreatmentBadge treatment={record.treatment} isStale={record.isStale} />
        </p>
        {record.ground !== null && <p>{grounds.nameOf(record.ground)}</p>}
        {record.remark !== null && <p>{record.remark}</p>}
        {record.isStale && <p>{t('papers:staleText')}</p>}
        {record.isRevised && <p>{t('papers:revised')}</p>}
        {record.isDecided && (
          <Button size="compact-sm" variant="default" onClick={onDefault}>
            {t('papers:toDefault')}
          </Button>
        )}
      </PanelSection>
      <PanelSection title={t('codes:field.record')}>
        <dl className={classes.facts}>
          {record.fields.map(({ code, label, value, isRedacted, spans }) => {
            const text = format.bilingual(value);
            const all = [{ from: 0, to: text.length }];
            return (
              <div key={code} style={{ display: 'contents' }}>
                <dt>{format.bilingual(label)}</dt>
                <dd>
                  <MarkedText text={text} stretches={isLeftOut || isRedacted ? all : spans} />
                </dd>
              </div>
            );
          })}
        </dl>
      </PanelSection>
    </SidePanel>
  );
}
