import { UnstyledButton } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useSession } from '../bridge/session.ts';
import { useText } from '../i18n/text.ts';
import { FictitiousStripe } from '../ui/FictitiousStripe.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { BackupAge } from './BackupAge.tsx';
import { SeenAgreements } from './SeenAgreements.tsx';
import classes from './HeaderBand.module.css';
import { HelpMenu } from './HelpMenu.tsx';
import { PreferencesMenu } from './PreferencesMenu.tsx';
import { lock } from './lock.ts';

/** On every screen: the marking, whose workspace it is, and the way to lock it. */
export function HeaderBand() {
  const t = useText();
  const { user, workspace } = useSession();
  return (
    <header className={classes.header}>
      <div className={classes.band}>
        <strong className={classes.marking}>{workspace.marking}</strong>
        <span className={classes.workspace} title={workspace.name}>
          {workspace.name}
        </span>
        <SeenAgreements />
        {!workspace.demonstration && <BackupAge />}
        <span className={classes.user} title={user.displayName}>
          {user.displayName}
        </span>
        <LanguageSwitch />
        <HelpMenu />
        <PreferencesMenu />
        <UnstyledButton className={classes.button} title={t('shell:lock')} onClick={lock}>
          <IconLock size={14} stroke={1.75} aria-hidden />
          <span className={classes.name}>{t('shell:lock')}</span>
        </UnstyledButton>
      </div>
      {workspace.demonstration && <FictitiousStripe day={workspace.day} />}
    </header>
  );
}
