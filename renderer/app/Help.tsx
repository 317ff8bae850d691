import { Modal } from '@mantine/core';
import { Suspense, lazy, useEffect } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { onPageEvent } from '../bridge/bridge.ts';
import { useText } from '../i18n/text.ts';
import { lock } from './lock.ts';
import { guidePlace, tourPlace } from './guide/guidePages.ts';
import { showHelp, useHelp } from './help.ts';

const Guide = lazy(async () => ({ default: (await import('./guide/Guide.tsx')).Guide }));
const News = lazy(async () => ({ default: (await import('./guide/News.tsx')).News }));

/** The guide and what is new, over every screen and before sign-in; all of it comes with the application. */
export function Help() {
  const t = useText();
  const page = useHelp();
  const [path, navigate] = useHashLocation();
  useEffect(
    () =>
      onPageEvent((event) => {
        if (event.type !== 'menu') return;
        if (event.command === 'lock') lock();
        else if (event.command === 'about') navigate('/about');
        else showHelp(event.command);
      }),
    [navigate],
  );
  if (page === null || page === 'keys') return null;
  return (
    <Modal
      opened
      onClose={() => {
        showHelp(null);
      }}
      size={page === 'news' ? 'lg' : 1040}
      title={t(`shell:help.${page}`)}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Suspense fallback={<p>{t('shell:loading')}</p>}>
        {page === 'news' ? <News /> : <Guide place={page === 'tour' ? tourPlace : guidePlace(path)} />}
      </Suspense>
    </Modal>
  );
}
