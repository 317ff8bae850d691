import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { role, workspaceKind } from '../../../electron/contract/ground/codes.ts';
import type { Session } from '../../../electron/contract/store/session.ts';
import { screens } from '../../../renderer/app/screens.tsx';
import { isGroup, menuOf } from '../../../renderer/app/menu.ts';
import { landingPath, screensOf } from '../../../renderer/app/screensOf.ts';

const sessions = fc
  .record({
    roles: fc.subarray(role.options, { minLength: 1 }),
    kind: fc.constantFrom(...workspaceKind.options),
    agreementIds: fc.constantFrom(null, ['some']),
  })
  .map(
    ({ kind, ...rights }): Session => ({ ...rights, unitIds: [], user: {}, workspace: { kind } }) as unknown as Session,
  );

describe('the menu', () => {
  test('shows what a role may use in this kind of workspace, and nothing else', () => {
    fc.assert(
      fc.property(sessions, (session) => {
        const shown = screensOf(session);
        for (const screen of screens) {
          const rightKind = screen.workspace === undefined || screen.workspace === session.workspace.kind;
          const rightRole = screen.roles === 'anyone' || screen.roles.some((each) => session.roles.includes(each));
          const seesEnough = !screen.allAgreements || session.agreementIds === null;
          expect(shown.includes(screen)).toBe(rightKind && rightRole && seesEnough);
        }
      }),
    );
  });

  test('lands everyone on a screen of their own', () => {
    fc.assert(
      fc.property(sessions, (session) => {
        expect(screensOf(session).map((screen) => screen.path)).toContain(landingPath(session));
      }),
    );
    const administrator = {
      roles: ['administrator'],
      agreementIds: null,
      workspace: { kind: 'unit' },
    } as unknown as Session;
    expect(landingPath(administrator)).toBe('/admin');
  });

  const sessionOf = (...roles: string[]) =>
    ({ roles, agreementIds: null, workspace: { kind: 'unit' } }) as unknown as Session;
  const entries = (session: Session) =>
    menuOf(screensOf(session), true).map((part) => (isGroup(part) ? part.group : part.path));
  const dailyWork = ['/inbox', '/referrals', '/investigations', '/due', '/week', '/devices', '/backlog', 'more'];

  test('has eight entries for an investigator, and two groups more for a supervisor', () => {
    expect(entries(sessionOf('investigator'))).toEqual(dailyWork);
    expect(entries(sessionOf('supervisor'))).toEqual([...dailyWork, 'reporting', 'records']);
    expect(entries(sessionOf('supervisor', 'administrator')).slice(0, 10)).toEqual([
      ...dailyWork,
      'reporting',
      'records',
    ]);
  });

  test('has every screen once, in a group, at once, or under the entry that leads to it', () => {
    fc.assert(
      fc.property(sessions, fc.boolean(), (session, worksCases) => {
        const available = screensOf(session);
        const listed = menuOf(available, worksCases).flatMap((part) => (isGroup(part) ? part.screens : [part]));
        const under = available.filter((screen) => screen.under !== undefined);
        expect([...listed, ...under].map(({ path }) => path).toSorted()).toEqual(
          available.map(({ path }) => path).toSorted(),
        );
        for (const screen of under) expect(available.map(({ path }) => path)).toContain(screen.under);
      }),
    );
  });

  test('has one screen for each path in a kind of workspace', () => {
    for (const kind of workspaceKind.options) {
      const paths = screens.filter((each) => (each.workspace ?? kind) === kind).map((screen) => screen.path);
      expect(new Set(paths).size).toBe(paths.length);
    }
  });
});
