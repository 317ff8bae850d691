import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { vigie } from '../db/entry/cli/support.ts';
import { postgresMissing } from '../support/postgres.ts';
import { serverWorkspace } from '../support/serverWorkspace.ts';
import { addUnit, administrator } from '../support/store.ts';

const root = resolve(import.meta.dirname, '../..');
const pages = { en: 'docs/server.md', fr: 'docs/server.fr.md' } as const;
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, inside = '']) => inside);
/** Commands and names, which are the same in both languages. */
const codeIn = (text: string): string[] => [...found(text, /^```\n([^`]+)```$/gm), ...found(text, /`([^`\n]+)`/g)];

describe('the administrator guide of a server', () => {
  it('has the same parts, points and commands in both languages', () => {
    const [en, fr] = Object.values(pages).map((page) => {
      const text = textOf(page);
      return [found(text, /^(#+|-|\d\.) /gm), codeIn(text)];
    });
    expect(en?.[0]?.length).toBeGreaterThan(30);
    expect(fr).toEqual(en);
  });

  it.each(Object.values(pages))('leads to documents and headings that are there: %s', (page) => {
    const links = found(textOf(page), /\]\(([^)]+)\)/g);
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      const [path = '', heading] = link.split('#');
      const target = join(dirname(page), path);
      expect(existsSync(join(root, target)), link).toBe(true);
      const headings = found(textOf(target), /^#+ (.+)$/gm).map((each) =>
        each
          .toLowerCase()
          .replace(/[^\p{L}\p{N} -]/gu, '')
          .replaceAll(' ', '-'),
      );
      if (heading !== undefined) expect(headings).toContain(heading);
    }
  });

  it('writes the commands as they are', async () => {
    const help = (await Promise.all(['init', 'check'].map((each) => vigie(['server', each, '--help'])))).map(
      ({ out }) => out,
    );
    const commands = found(textOf(pages.en), /^(vigie server .+)$/gm);
    expect(commands.length).toBe(2);
    for (const [index, command] of commands.entries())
      for (const option of found(command, /(--[a-z-]+)/g)) expect(help[index]).toContain(option);
  });

  it.skipIf(postgresMissing)(
    `allows 60 desks the connections that each opens [${postgresMissing || 'PostgreSQL'}]`,
    async () => {
      const shared = await serverWorkspace();
      const desk = shared.desk();
      await desk.signInAs(administrator.login);
      const unitId = await addUnit(desk);
      const officer = { login: 'officer', displayName: 'Officer', roles: ['investigator' as const], unitIds: [unitId] };
      await desk.call('users.create', { ...officer, passphrase: administrator.passphrase });
      await desk.signInAs('officer');
      await desk.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-11-02' });
      await desk.call('backlog.ageing', { on: '2026-11-20' });
      const [open] = await shared.database.run(
        'SELECT max(connections)::int AS most FROM (SELECT count(*) AS connections FROM pg_stat_activity WHERE usename IN (SELECT role FROM vigie.login) GROUP BY usename) AS own',
      );
      expect(open?.['most']).toBe(3);
      const [entry] = await shared.database.run(
        `SELECT rolconnlimit AS most FROM pg_roles WHERE rolname = current_database() || '_entry'`,
      );
      const allowed = Number(found(textOf(pages.en), /^max_connections = (\d+)$/gm)[0]);
      expect(allowed).toBeGreaterThanOrEqual(60 * 4 + Number(entry?.['most']));
      await shared.dispose();
    },
  );
});
