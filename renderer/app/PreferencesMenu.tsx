import { Menu, SegmentedControl, Switch, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconKey } from '@tabler/icons-react';
import { density as densities, theme as themes } from '#contract/shell';
import { usePreferences } from '../bridge/preferences.ts';
import { useText } from '../i18n/text.ts';
import { ChangePassphraseDialog } from './ChangePassphraseDialog.tsx';
import classes from './HeaderBand.module.css';
import { setLetterKeys, useLetterKeys } from './letterKeys.ts';

export function PreferencesMenu() {
  const t = useText();
  const { preferences, change } = usePreferences();
  const letterKeys = useLetterKeys();
  const [changing, { open, close }] = useDisclosure(false);
  return (
    <>
      <Menu width={280} position="bottom-end" closeOnItemClick={false}>
        <Menu.Target>
          <UnstyledButton className={classes.button} aria-label={t('shell:preferences.open')}>
            <IconAdjustmentsHorizontal size={14} stroke={1.75} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('shell:preferences.theme')}</Menu.Label>
          <SegmentedControl
            fullWidth
            mx="sm"
            mb="sm"
            aria-label={t('shell:preferences.theme')}
            value={preferences.theme}
            onChange={(theme) => {
              change({ theme });
            }}
            data={themes.options.map((value) => ({ value, label: t(`codes:theme.${value}`) }))}
          />
          <Menu.Label>{t('shell:preferences.density')}</Menu.Label>
          <SegmentedControl
            fullWidth
            mx="sm"
            mb="sm"
            aria-label={t('shell:preferences.density')}
            value={preferences.density}
            onChange={(density) => {
              change({ density });
            }}
            data={densities.options.map((value) => ({ value, label: t(`codes:density.${value}`) }))}
          />
          <Switch
            m="sm"
            label={t('shell:preferences.letterKeys')}
            checked={letterKeys}
            onChange={(event) => {
              setLetterKeys(event.currentTarget.checked);
            }}
          />
          <Menu.Divider />
          <Menu.Item leftSection={<IconKey size={16} stroke={1.5} />} onClick={open} closeMenuOnClick>
            {t('shell:preferences.changePassphrase')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changing && <ChangePassphraseDialog onClose={close} />}
    </>
  );
}
