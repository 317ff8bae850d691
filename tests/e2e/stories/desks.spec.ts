import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import type { Locale } from '../../../electron/contract/ground/codes.ts';
import { expectAccessible } from '../../support/axe.ts';
import { ask } from '../../support/ask.ts';
import { addColleague } from '../../support/caseWorkspace.ts';
import { storyLanguages } from '../../support/languages.ts';
import { answerDialogs, launchVigie, test as base } from '../../support/launch.ts';
import { newDatabase, postgresMissing, type TestDatabase } from '../../support/postgres.ts';
import { endWith, startAgain, startServer } from '../../support/postgresServer.ts';
import { shoot as shootScreen } from '../../support/shots.ts';
import { isWhole } from '../../support/whole.ts';
import { desksWords } from './desksWords.ts';

const passphrase = 'a passphrase for tests';
/** Nothing else has these words. */
const typedAway = 'Quetzal of the away draft';

interface Desk {
  vigie: ElectronApplication;
  page: Page;
}

const test = base.extend<{ database: TestDatabase; other: Desk }>({
  database: async ({}, use) => {
    // A server of its own, which is killed in between.
    const folder = mkdtempSync(join(tmpdir(), 'vigie-postgres-'));
    endWith(process.pid, folder);
    const server = await startServer(folder, { durable: true });
    await use(await newDatabase(server));
    process.kill(Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n', 1)[0]), 'SIGQUIT');
  },
  /** A second desk: an application of its own. */
  other: async ({ userData, root }, use) => {
    const own = join(userData, 'other');
    mkdirSync(own);
    const vigie = await launchVigie({ userData: own, root, day: null });
    const desk = { vigie, page: await vigie.firstWindow() };
    await use(desk);
    await desk.vigie.close().catch(() => undefined);
  },
});

/** `vigie server init`, as an administrator runs it once: its folder is what each desk gets a copy of. */
function init({ server, name }: TestDatabase, root: string, parent: string): string {
  const folder = join(parent, 'North.vigie');
  const file = (path: string, text: string): string => {
    writeFileSync(join(parent, path), text);
    return join(parent, path);
  };
  const place = ['--host', `${server.host}:${String(server.port)}`, '--database', name, '--user', server.superuser];
  const known = ['--fingerprint', server.fingerprint, '--password-file', file('password', server.password)];
  const wanted = ['--kind', 'unit', '--workspace', folder, '--login', 'roy', '--display-name', 'J. Roy'];
  const args = [...place, ...known, ...wanted, '--passphrase-file', file('phrase', passphrase)];
  const ran = spawnSync(process.execPath, [join(root, 'dist', 'main', 'vigie.cjs'), 'server', 'init', ...args], {
    encoding: 'utf8',
  });
  expect(ran.stderr.split('\n').filter((line) => line.startsWith('vigie: '))).toEqual([]);
  expect(ran.status).toBe(0);
  return folder;
}

// The server has the computer's clock, and refuses a desk of another.
test.use({ day: null });

for (const locale of storyLanguages('fr')) {
  const say = desksWords[locale];
  const name =
    locale === 'en'
      ? 'two desks work one unit on a server: one logs, the other sees it'
      : 'deux postes travaillent à une unité sur un serveur : l’un inscrit, l’autre voit';
  const open = async ({ vigie, page }: Desk, folder: string, language: Locale) => {
    await answerDialogs(vigie, { open: folder });
    await ask(page, 'app.setPreferences', { locale: language, theme: 'auto', density: 'compact' });
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await page.reload();
    await page.getByRole('button', { name: say.open }).click();
    await expect(page.getByText(say.on)).toBeVisible();
  };
  const signIn = async ({ page }: Desk, login: string) => {
    await page.getByLabel(say.login).fill(login);
    await page.getByLabel(say.passphrase, { exact: true }).fill(passphrase);
    await page.getByRole('button', { name: say.signIn }).click();
  };
  test(name, async ({ vigie, window, other, database, root, userData }) => {
    test.skip(postgresMissing !== '', postgresMissing);
    const first = { vigie, page: window };
    let running = database.server;
    const shoot = (desk: Desk, what: string) => shootScreen(desk.vigie, desk.page, `desks-${what}-${locale}`);
    const folder = init(database, root, userData);

    await test.step('a server with another certificate is not signed in to', async () => {
      const wrong = join(userData, 'Wrong.vigie');
      cpSync(folder, wrong, { recursive: true });
      const path = join(wrong, 'server.json');
      const pinned = readFileSync(path, 'utf8').replace(database.server.fingerprint, Array(32).fill('00').join(':'));
      writeFileSync(path, pinned);
      await open(other, wrong, locale);
      await signIn(other, 'roy');
      await expect(other.page.getByText(say.certificate)).toBeVisible();
      await shoot(other, 'certificate');
      await ask(other.page, 'workspaces.close', {});
    });

    await test.step('each desk opens its copy, and a person’s passphrase opens the workspace there', async () => {
      await open(first, folder, locale);
      await shoot(first, 'sign-in');
      await expectAccessible(window, 'the sign-in to a server');
      await signIn(first, 'roy');
      await window.getByRole('navigation').first().waitFor();
      const { id: unitId } = await ask(window, 'units.save', {
        code: 'U07',
        name: { en: 'Unit 7', fr: 'Unité 7' },
        service: 'Northern service',
        active: true,
      });
      const { session } = await ask(window, 'session.current', {});
      const roles = ['administrator', 'investigator', 'supervisor'] as const;
      await ask(window, 'users.grant', { userId: session!.user.id, version: 1, roles: [...roles], unitIds: [unitId] });
      const colleague = { displayName: 'W. West', roles: ['investigator' as const], unitIds: [unitId], passphrase };
      await addColleague(window, { login: 'west', ...colleague });
      const copy = join(userData, 'other', 'North.vigie');
      cpSync(folder, copy, { recursive: true });
      await open(other, copy, locale);
      await signIn(other, 'west');
      await other.page.getByRole('navigation').first().waitFor();
    });

    await test.step('what one logs, the other sees without touching anything', async () => {
      for (const page of [window, other.page])
        await page.evaluate(() => {
          location.hash = '/referrals';
        });
      await expect(window.getByRole('button', { name: say.log }).first()).toBeVisible();
      await other.page.getByRole('heading', { level: 1 }).waitFor();
      await window.keyboard.press('c');
      await window.getByLabel('Source', { exact: true }).first().selectOption('cybertip');
      await window.getByRole('button', { name: say.save }).click();
      await expect(window.getByRole('form').getByRole('status').first()).toHaveText(/-00001/);
      await expect(other.page.getByRole('grid').getByText(/-00001/)).toBeVisible();
      await shoot(other, 'seen');
    });

    const { rows } = await ask(window, 'referrals.list', {
      ...{ filter: {}, sort: { column: 'receivedOn', descending: true }, from: { at: 'start' }, size: 10 },
    });
    const [referral] = rows;
    const dialogOf = (page: Page) => page.getByRole('dialog');
    const summaryOf = (page: Page) => dialogOf(page).getByLabel(say.summary, { exact: true });
    /** A form compares with the row that it was opened on: it is opened again until that is what the other desk has saved. */
    const edit = async (page: Page, text: string, from = '') => {
      await expect(async () => {
        if (await dialogOf(page).isVisible()) await page.keyboard.press('Escape');
        await expect(dialogOf(page)).toBeHidden({ timeout: 2000 });
        await page.getByRole('complementary').getByRole('heading', { level: 2 }).focus();
        await page.keyboard.press('e');
        await expect(summaryOf(page)).toHaveValue(from, { timeout: 2000 });
      }).toPass();
      await summaryOf(page).fill(text);
    };
    const save = async (page: Page) => {
      await dialogOf(page).getByRole('button', { name: say.submit, exact: true }).click();
      await expect(dialogOf(page)).toBeHidden();
    };
    const kept = async (page: Page) =>
      (await ask(page, 'referrals.get', { referralId: referral!.id })).referral.summary;

    await test.step('each is told who else has the referral open', async () => {
      for (const page of [window, other.page])
        await page.evaluate((id) => {
          location.hash = `/inbox/${id}`;
        }, referral!.id);
      await expect(window.getByText(say.alsoOpen)).toBeVisible();
      await shoot(first, 'open');
    });

    await test.step('both edit one summary, and both texts are shown', async () => {
      await edit(window, 'Text of Roy');
      await edit(other.page, 'Text of West');
      await save(other.page);
      const notice = dialogOf(window).getByRole('alert').filter({ hasText: say.changedToo });
      await expect(notice).toContainText('Text of West');
      await expect(summaryOf(window)).toHaveValue('Text of Roy');
      await shoot(first, 'both');
      await expectAccessible(window, 'two texts of one summary');
      await notice.getByRole('button', { name: say.keepMine }).click();
      await save(window);
      expect(await kept(other.page)).toBe('Text of Roy');
    });

    await test.step('a draft is compared with what was saved since it was begun', async () => {
      const place = { form: 'referral_edit' as const, subject: referral!.id, unitId: referral!.unitId };
      const typed = async () => (await ask(other.page, 'drafts.get', place)).draft?.values['summary'];
      await edit(other.page, 'Draft of West', 'Text of Roy');
      await expect.poll(typed).toBe('Draft of West');
      await other.page.keyboard.press('Escape');
      await edit(window, 'Saved by Roy since', 'Text of Roy');
      await save(window);
      const notice = dialogOf(other.page).getByRole('alert').filter({ hasText: say.changedToo });
      // Also where the page has read by then what was saved, and where it was closed without a choice.
      for (let opened = 0; opened < 2; opened += 1) {
        await edit(other.page, 'Draft of West', 'Draft of West');
        await expect(notice).toContainText('Saved by Roy since');
        if (opened === 0) await other.page.keyboard.press('Escape');
      }
      await shoot(other, 'draft-both');
      await notice.getByRole('button', { name: say.keepMine }).click();
      await save(other.page);
      expect(await kept(window)).toBe('Draft of West');
    });

    await test.step('the server is killed and started again, and both go on', async () => {
      await edit(window, 'Before the server went', 'Draft of West');
      process.kill(running.pid, 'SIGKILL');
      for (const page of [window, other.page]) await expect(page.getByText(say.away).first()).toBeVisible();
      await shoot(other, 'away');
      running = await startAgain(running);
      await expect(window.getByText(say.away).first()).toBeHidden();
      await save(window);
      expect(await kept(other.page)).toBe('Before the server went');
      await edit(other.page, 'After it came back', 'Before the server went');
      await save(other.page);
      expect(await kept(window)).toBe('After it came back');
    });

    await test.step('the settings name the one server, whose data centre makes the backups', async () => {
      await window.evaluate(() => {
        location.hash = '/admin/settings';
      });
      await expect(window.getByRole('heading', { name: say.server })).toBeVisible();
      await expect(window.getByText(say.peer)).toBeVisible();
      await shoot(first, 'settings');
      await window.evaluate(() => {
        location.hash = '/admin/backups';
      });
      await expect(window.getByText(say.backups)).toBeVisible();
      await shoot(first, 'backups');
      await window.evaluate((id) => {
        location.hash = `/inbox/${id}`;
      }, referral!.id);
    });

    // Drafts of a lost desk are tried at the store, too (postgres/drafts).
    if (!isWhole) return;

    await test.step('a desk is killed while the server is away, and takes its draft up again', async () => {
      const own = join(userData, 'other');
      const files = () =>
        readdirSync(own, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name));
      await edit(other.page, 'Typed', 'After it came back');
      process.kill(running.pid, 'SIGKILL');
      await expect(other.page.getByText(say.away).first()).toBeVisible();
      // The form covers what every screen says.
      await expect(dialogOf(other.page).getByText(say.away)).toBeVisible();
      await summaryOf(other.page).fill(typedAway);
      await shoot(other, 'away-draft');
      await expect.poll(() => files().some((path) => path.includes('drafts-'))).toBe(true);
      other.vigie.process().kill('SIGKILL');
      for (const path of files())
        for (const encoding of ['utf8', 'utf16le'] as const)
          expect(readFileSync(path).includes(Buffer.from(typedAway, encoding)), path).toBe(false);
      running = await startAgain(running);
      const vigie = await launchVigie({ userData: own, root, day: null });
      Object.assign(other, { vigie, page: await vigie.firstWindow() });
      await open(other, join(own, 'North.vigie'), locale);
      await signIn(other, 'west');
      await other.page.getByRole('navigation').first().waitFor();
      await other.page.evaluate((id) => {
        location.hash = `/inbox/${id}`;
      }, referral!.id);
      await edit(other.page, typedAway, typedAway);
      await expect(dialogOf(other.page).getByText(say.takenUp)).toBeVisible();
      await shoot(other, 'draft');
      await save(other.page);
      expect(await kept(window)).toBe(typedAway);
      // The form is closed by then: the draft is discarded behind it.
      await expect.poll(() => files().filter((path) => path.includes('drafts-'))).toEqual([]);
    });

    await test.step('one desk is killed, and the other goes on', async () => {
      other.vigie.process().kill('SIGKILL');
      await edit(window, 'Alone', typedAway);
      await save(window);
      expect(await kept(window)).toBe('Alone');
      // Half a minute after it was last heard of; the store's own rule is tried without the wait.
      await expect(window.getByText(say.alsoOpen)).toBeHidden({ timeout: 60_000 });
    });
  });
}
