import { Menu, UnstyledButton } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useText } from '../i18n/text.ts';
import { useGo } from '../lib/useGo.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { showHelp } from './help.ts';
import classes from './HeaderBand.module.css';

const pages = [
  ['guide', 'F1'],
  ['tour', null],
  ['keys', '?'],
  ['news', null],
] as const;

/** The help of the application's menu, on the page as well. */
export function HelpMenu() {
  const t = useText();
  const go = useGo();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton className={classes.button} title={t('shell:help.menu')}>
          <IconHelpCircle size={14} stroke={1.75} aria-hidden />
          <span className={classes.name}>{t('shell:help.menu')}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {pages.map(([page, keys]) => (
          <Menu.Item
            key={page}
            rightSection={keys !== null && <KeyHint keys={keys} />}
            onClick={() => {
              showHelp(page);
            }}
          >
            {t(`shell:help.${page}`)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={go('/about')}>{t('common:aboutVigie')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
