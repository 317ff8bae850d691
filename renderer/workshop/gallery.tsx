import { SegmentedControl } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import 'dayjs/locale/en-ca';
import 'dayjs/locale/fr-ca';
import '../app/theme.css';
import { Component, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Session } from '#contract/store/session';
import { Providers } from '../app/Providers.tsx';
import { call } from '../bridge/bridge.ts';
import { readClock } from '../lib/readClock.ts';
import { usePreferences } from '../bridge/preferences.ts';
import { SessionContext } from '../bridge/session.ts';
import { startTexts } from '../i18n/i18n.ts';
import { loadTexts } from '../i18n/loadTexts.ts';
import { useText } from '../i18n/text.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import classes from './gallery.module.css';
import { dialogs, fields } from './fields.tsx';
import { badges, notices, notShown, tables } from './pieces.tsx';

/** A component that fails says so in its place. */
class Piece extends Component<{ readonly name: string; readonly children: ReactNode }, { readonly failed?: Error }> {
  override state: { readonly failed?: Error } = {};
  static getDerivedStateFromError(failed: Error) {
    return { failed };
  }
  override render() {
    const { name, children } = this.props;
    return (
      <section className={classes.piece} data-piece={name} data-failed={this.state.failed !== undefined || undefined}>
        <code>{name}</code>
        <div className={classes.stage}>{this.state.failed?.message ?? children}</div>
      </section>
    );
  }
}

const themes = ['light', 'dark'] as const;

function Gallery() {
  const t = useText();
  const { preferences, change } = usePreferences();
  const shown = { ...badges(t), ...fields(t), ...notices(t), ...tables(t), ...dialogs(t) };
  return (
    <main className={classes.gallery}>
      <header className={classes.head}>
        <LanguageSwitch />
        <SegmentedControl
          size="xs"
          value={preferences.theme}
          data={themes.map((value) => ({ value, label: t(`codes:theme.${value}`) }))}
          onChange={(theme) => {
            change({ theme });
          }}
        />
      </header>
      {Object.entries(shown).map(([name, piece]) => (
        <Piece key={name} name={name}>
          {piece}
        </Piece>
      ))}
      <dl className={classes.others}>
        {Object.entries(notShown).map(([name, reason]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{reason}</dd>
          </div>
        ))}
      </dl>
    </main>
  );
}

function InLanguage({ session }: { readonly session: Session }) {
  const { locale } = usePreferences().preferences;
  return (
    <SessionContext value={session}>
      <DatesProvider settings={{ locale: `${locale}-ca`, firstDayOfWeek: 0 }}>
        <Gallery />
      </DatesProvider>
    </SessionContext>
  );
}

const preferences = await call('app.preferences', {});
const { session } = await call('session.current', {});
await startTexts(preferences.locale, await loadTexts(preferences.locale));
await readClock();
const root = document.getElementById('root');
if (root === null || session === null) throw new Error('The gallery needs somebody who is signed in.');
createRoot(root).render(
  <Providers initial={preferences}>
    <InLanguage session={session} />
  </Providers>,
);
