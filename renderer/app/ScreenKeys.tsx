import { Modal, Switch } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import { useEffect } from 'react';
import { usePreferences } from '../bridge/preferences.ts';
import { useText } from '../i18n/text.ts';
import { useRegisteredActions, type ScreenAction } from '../lib/screenKeys.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { showHelp, useHelp } from './help.ts';
import shared from '../ui/Shared.module.css';
import classes from './ScreenKeys.module.css';

const box = 'input:is([type="checkbox"], [type="radio"])';
const writes = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(writes) !== null;
}

/** A box takes no letters, and the space bar is its own: what was just chosen is acted on by its key. */
function isForBox({ key, target }: KeyboardEvent): boolean {
  return key === ' ' && target instanceof HTMLElement && target.closest(box) !== null;
}

function isUnderDialog(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

/** What the focus hears by itself is left to it, and in a text field Ctrl+Z is the text's. */
function isHeard({ keys, isToldOnly }: ScreenAction, target: EventTarget | null): boolean {
  return isToldOnly !== true && !(keys === 'mod+Z' && isWriting(target));
}

/** Hears the keys that screens register, and shows them under `?`. */
export function ScreenKeys() {
  const t = useText();
  const actions = useRegisteredActions();
  const { preferences, change } = usePreferences();
  const { letterKeys } = preferences;
  const isOpen = useHelp() === 'keys';

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isForBox(event)) return;
      const isLetter = !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1;
      if (isLetter && (!letterKeys || isWriting(event.target) || isUnderDialog())) return;
      if (event.key === '?') {
        event.preventDefault();
        showHelp('keys');
        return;
      }
      // The newest registration wins: a panel's keys come before those of its page.
      const withKeys = actions
        .filter((action) => action.keys !== undefined && isHeard(action, event.target))
        .toReversed();
      getHotkeyHandler(withKeys.map((action) => [action.keys ?? '', action.run]))(event);
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, [actions, letterKeys]);

  const shown = actions.filter((action) => action.keys !== undefined);
  return (
    <Modal
      opened={isOpen}
      onClose={() => {
        showHelp(null);
      }}
      title={t('shell:keys.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {shown.length === 0 ? (
        <p className={shared.none}>{t('shell:keys.noneHere')}</p>
      ) : (
        <KeyList rows={shown.map((action) => ({ keys: action.keys ?? '', label: action.label }))} />
      )}
      <h3 className={classes.section}>{t('shell:keys.everywhere')}</h3>
      <KeyList
        rows={[
          { keys: 'mod+K', label: t('shell:search') },
          { keys: '?', label: t('shell:keys.title') },
          { keys: 'F1', label: t('shell:help.guide') },
        ]}
      />
      <Switch
        mt="lg"
        label={t('shell:preferences.letterKeys')}
        checked={letterKeys}
        onChange={(event) => {
          change({ letterKeys: event.currentTarget.checked });
        }}
      />
    </Modal>
  );
}

interface KeyListProps {
  readonly rows: readonly { readonly keys: string; readonly label: string }[];
}

function KeyList({ rows }: KeyListProps) {
  return (
    <dl className={classes.list}>
      {rows.map((row) => (
        <div key={row.keys + row.label} className={classes.row}>
          <dt>{row.label}</dt>
          <dd>
            <KeyHint keys={row.keys} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
