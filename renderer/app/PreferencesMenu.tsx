import { Divider, Popover, SegmentedControl, Stack, Switch, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconCalendarOff, IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { caseRoles } from '#contract/ground/access';
import { density as densities, theme as themes } from '#contract/store/shell';
import { usePreferences } from '../bridge/preferences.ts';
import { useHasRole, useSession } from '../bridge/session.ts';
import { LeaveDialog } from '../features/casework/leave/LeaveDialog.tsx';
import { useText } from '../i18n/text.ts';
import { ChangePassphraseDialog } from './ChangePassphraseDialog.tsx';
import classes from './HeaderBand.module.css';

/** What is kept for this computer, and the user's own passphrase and leave. */
export function PreferencesMenu() {
  const t = useText();
  const [opened, { close, toggle }] = useDisclosure(false);
  const [changing, passphrase] = useDisclosure(false);
  const [leaving, leave] = useDisclosure(false);
  const { user, workspace } = useSession();
  const worksOnCases = useHasRole(...caseRoles) && workspace.kind === 'unit';
  const item = (icon: ReactNode, text: string, open: () => void) => (
    <UnstyledButton
      className={classes.item}
      onClick={() => {
        close();
        open();
      }}
    >
      {icon}
      {text}
    </UnstyledButton>
  );
  return (
    <>
      <Popover opened={opened} onChange={close} width={296} position="bottom-end" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton className={classes.button} onClick={toggle} aria-label={t('shell:preferences.open')}>
            <IconAdjustmentsHorizontal size={14} stroke={1.75} aria-hidden />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p="md" aria-label={t('shell:preferences.open')}>
          <Stack gap="md">
            <Choices />
            <Divider />
            {worksOnCases &&
              item(<IconCalendarOff size={16} stroke={1.5} aria-hidden />, t('fileWork:leave.mine'), leave.open)}
            {item(
              <IconKey size={16} stroke={1.5} aria-hidden />,
              t('shell:preferences.changePassphrase'),
              passphrase.open,
            )}
          </Stack>
        </Popover.Dropdown>
      </Popover>
      {changing && <ChangePassphraseDialog onClose={passphrase.close} />}
      {leaving && <LeaveDialog officer={user.id} onClose={leave.close} />}
    </>
  );
}

function Choices() {
  const t = useText();
  const { preferences, change } = usePreferences();
  return (
    <>
      <Labelled label={t('shell:preferences.theme')}>
        <SegmentedControl
          fullWidth
          aria-label={t('shell:preferences.theme')}
          value={preferences.theme}
          onChange={(theme) => {
            change({ theme });
          }}
          data={themes.options.map((value) => ({ value, label: t(`codes:theme.${value}`) }))}
        />
      </Labelled>
      <Labelled label={t('shell:preferences.density')}>
        <SegmentedControl
          fullWidth
          aria-label={t('shell:preferences.density')}
          value={preferences.density}
          onChange={(density) => {
            change({ density });
          }}
          data={densities.options.map((value) => ({ value, label: t(`codes:density.${value}`) }))}
        />
      </Labelled>
      <Switch
        label={t('shell:preferences.letterKeys')}
        checked={preferences.letterKeys}
        onChange={(event) => {
          change({ letterKeys: event.currentTarget.checked });
        }}
      />
    </>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <div className={classes.label} aria-hidden>
        {label}
      </div>
      {children}
    </div>
  );
}
