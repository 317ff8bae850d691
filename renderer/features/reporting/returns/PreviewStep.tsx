import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { locale as locales, type Locale } from '#contract/ground/codes';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './document/Document.module.css';
import { DocumentLanguageProvider, useLanguageOf } from './document/language.ts';
import { ReturnDocument } from './document/ReturnDocument.tsx';
import { SelectionProvider, type Selection } from './document/selection.ts';
import { FigurePanel } from './FigurePanel.tsx';
import type { StepProps } from './usePreparedReturn.ts';

export function PreviewStep({ prepared, figure }: StepProps) {
  const t = useText();
  const [locale, setLocale] = useState<Locale>(useFormat().locale);
  const [selected, select] = useState<Selection | null>(figure == null ? null : { kind: 'indicator', ...figure });
  const language = useLanguageOf(locale);
  const selection = useMemo(() => ({ selected, select }), [selected]);
  return (
    <div className={classes.preview}>
      <div className={classes.document}>
        <div className={classes.toolbar}>
          <p className={shared.none}>{t('returns:preview.hint')}</p>
          <SegmentedControl
            aria-label={t('returns:preview.language')}
            value={locale}
            onChange={setLocale}
            data={locales.options.map((value) => ({ value, label: t(`codes:locale.${value}`) }))}
          />
        </div>
        <DocumentLanguageProvider value={language}>
          <SelectionProvider value={selection}>
            <ReturnDocument prepared={prepared} />
          </SelectionProvider>
        </DocumentLanguageProvider>
      </div>
      <FigurePanel
        prepared={prepared}
        selected={selected}
        onClose={() => {
          select(null);
        }}
      />
    </div>
  );
}
