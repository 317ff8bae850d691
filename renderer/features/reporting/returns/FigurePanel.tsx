import { CloseButton } from '@mantine/core';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import classes from './FigurePanel.module.css';
import { DocumentLanguageProvider, useLanguageOf } from './document/language.ts';
import type { Selection } from './document/selection.ts';
import { IndicatorPanel } from './IndicatorPanel.tsx';
import { LedgerPanel } from './LedgerPanel.tsx';
import type { PreparedReturn } from './usePreparedReturn.ts';

interface FigurePanelProps {
  readonly prepared: PreparedReturn;
  readonly selected: Selection | null;
  readonly onClose: () => void;
}

/** Sources of the selected figure, in the language on screen. */
export function FigurePanel({ prepared, selected, onClose }: FigurePanelProps) {
  const t = useText();
  const language = useLanguageOf(useFormat().locale);
  return (
    <aside className={classes.panel} aria-label={t('returns:panel.label')} data-open={selected !== null || undefined}>
      {selected === null ? (
        <p className={classes.empty}>{t('returns:panel.empty')}</p>
      ) : (
        <DocumentLanguageProvider value={language}>
          <div className={classes.close}>
            <CloseButton size="sm" onClick={onClose} aria-label={t('common:close')} />
          </div>
          {selected.kind === 'indicator' ? (
            <IndicatorPanel prepared={prepared} code={selected.code} unitCode={selected.unitCode} />
          ) : (
            <LedgerPanel content={prepared.content} column={selected.column} unitCode={selected.unitCode} />
          )}
        </DocumentLanguageProvider>
      )}
    </aside>
  );
}
