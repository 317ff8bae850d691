import { Button } from '@mantine/core';
import { createSpotlight } from '@mantine/spotlight';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useRegisteredActions, useScreenKeys } from '../../../lib/screenKeys.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { Palette, toEntry } from '../../../ui/Palette.tsx';

const [store, menu] = createSpotlight();

/** Everything that can be added to the file, found by its name: one key opens it, Enter opens the form. */
export function AddMenu() {
  const t = useText();
  const [query, setQuery] = useState('');
  const additions = useRegisteredActions().filter(({ isAddition }) => isAddition === true);
  const label = t('investigations:add.button');
  useScreenKeys([{ keys: 'Q', label, run: menu.open }]);
  return (
    <>
      <Button
        size="compact-sm"
        leftSection={<IconPlus size={14} stroke={2} aria-hidden />}
        rightSection={<KeyHint keys="Q" />}
        onClick={menu.open}
      >
        {label}
      </Button>
      <Palette
        store={store}
        label={label}
        hint={t('investigations:add.hint')}
        nothingFound={t('common:noResults')}
        query={query}
        onQuery={setQuery}
        actions={additions.map(toEntry)}
        shortcut={null}
      />
    </>
  );
}
