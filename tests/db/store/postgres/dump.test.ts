import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../../../../db/ground/kernel/clock.ts';
import { markedFile } from '../../../support/caseFiles.ts';
import { dump } from '../../../support/dumped.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import { serverWorkspace, type ServerWorkspace } from '../../../support/serverWorkspace.ts';
import { addUnit, administrator, today, type TestStore } from '../../../support/store.ts';
import { officeWork } from './officeWork.ts';

/** What the privacy assessment lists as clear: numbers of files and of their sources, and the platform of an identifier. */
const numbers = /\tZQXMARKED(-?1|-2026)?(?=\t)/g;

describe.skipIf(postgresMissing)(`what is written on a server [${postgresMissing || 'PostgreSQL'}]`, () => {
  let shared: ServerWorkspace;
  let desk: TestStore;
  let text: string;
  const marker = 'ZQXMARKED';

  beforeAll(async () => {
    shared = await serverWorkspace();
    desk = shared.desk();
    await desk.signInAs(administrator.login);
    const unitId = await addUnit(desk);
    const colleague = {
      login: 'officer',
      displayName: `${marker} officer`,
      roles: ['investigator' as const, 'supervisor' as const],
      unitIds: [unitId],
      passphrase: administrator.passphrase,
    };
    const { id } = await desk.call('users.create', colleague);
    await desk.signInAs('officer');
    // The work is of a certain day, and only the sign-in compares clocks.
    Object.assign(desk.store.options, { clock: fixedClock(today) });
    await markedFile(desk, unitId, marker, { lead: id });
    await officeWork(desk, unitId, id);
    text = dump(shared.database);
  });
  afterAll(() => shared.dispose());

  it('has in a dump no word of a case, nor the keys', () => {
    const { key } = desk.store.requireUnlocked();
    expect(text.split('\n').filter((line) => line.replace(numbers, '').toUpperCase().includes(marker))).toEqual([]);
    for (const form of ['hex', 'base64'] as const) expect(text).not.toContain(key.toString(form));
    // It was there: what is sealed is in the same places.
    const people = ['person.name', 'identifier.value', 'device.place', 'authority.place'];
    for (const place of [...people, 'note.text', 'referral.summary', 'audit_value.value'])
      expect(text).toContain(`v1:${place}:`);
  });

  it('is listed in the order of its words, and a name that is taken is known', async () => {
    const { session } = await desk.call('session.current', {});
    const unitId = session!.unitIds[0]!;
    const facts = { unitId, operationId: null, version: null, beganOn: '2026-10-01', endedOn: null } as const;
    for (const name of ['Zulu', 'Alpha', 'Mike']) await desk.call('operations.save', { ...facts, name });
    const { operations } = await desk.call('operations.list', { filter: {} });
    const names = operations.map(({ name }) => name).filter((name) => ['Zulu', 'Alpha', 'Mike'].includes(name));
    expect(names).toEqual(['Alpha', 'Mike', 'Zulu']);
    expect(await desk.refusal('operations.save', { ...facts, name: 'Mike' })).toMatchObject({ reason: 'name_taken' });
  });

  it('is read by who has the key, and not where it was moved or changed', async () => {
    const { rows } = await desk.call('investigations.list', {
      filter: {},
      sort: { column: 'number', descending: false },
      from: { at: 'start' },
      size: 50,
    });
    expect(rows.map(({ title }) => title)).toContain(`${marker} title`);
    const { run } = shared.database;
    const read = () => desk.refusal('users.directory', {});
    const [own] = await run('SELECT display_name AS text FROM "user" ORDER BY login');
    for (const planted of [`(SELECT display_name FROM "user" WHERE login = 'officer')`, `'plain'`, `repeat('x', 9)`]) {
      await run(`UPDATE "user" SET display_name = ${planted} WHERE login = 'admin'`);
      expect(await read()).toEqual({ code: 'corrupt' });
    }
    await run(`UPDATE "user" SET display_name = $1 WHERE login = 'admin'`, [own?.['text']]);
    await desk.call('users.directory', {});
  });
});
