import { describe, expect } from 'vitest';
import type { PaperId } from '#contract/ground/ids';
import { authorityInput } from '../../../support/authorities.ts';
import { beginPaper, createPaperDesk, getPaper, issueInput } from '../../../support/papers.ts';
import { personInput } from '../../../support/persons.ts';
import { ofEach } from '../../../support/fixtures/make.ts';

const { it, made: desk } = ofEach(createPaperDesk);

describe('a paper', () => {
  it('withholds whom arrests, devices and authorities name, and their places from a requester', async () => {
    const { test, file, subject } = desk;
    const arrested = { investigationId: file, arrestedOn: '2026-10-06', youth: false, personId: subject };
    await test.call('arrests.record', arrested);
    const linked = { personId: subject, place: '100, rue Fictive, chez Zoé' };
    await test.call('devices.record', {
      ...{ investigationId: file, kind: 'phone', count: 1, label: null, authorityId: null, seizedOn: '2026-10-07' },
      ...{ queuedOn: null, lab: null, beganOn: null, examinedOn: null, endedOn: null, endReason: null, ...linked },
    });
    const warrant = { dueOn: '2026-10-08', ...linked };
    await test.call('authorities.record', authorityInput(file, 'search_warrant', '2026-10-04', warrant));
    const own = { kind: 'investigation', id: file } as const;
    const { id: witness } = await test.call('persons.add', personInput(own, 'witness', { name: 'Luc Roy' }));
    const withheld = async (id: PaperId) => {
      const { records } = await getPaper(desk, id);
      const naming = records.filter(({ section }) => ['authorities', 'charges', 'devices'].includes(section));
      return Object.fromEntries(
        naming.map(({ on, fields }): [string, string[]] => [
          on ?? '',
          fields.filter(({ isRedacted }) => isRedacted).map(({ code }) => code),
        ]),
      );
    };
    const crown = await beginPaper(desk);
    const none = { '2026-10-05': [] };
    const names = { '2026-10-04': ['person'], '2026-10-06': ['person'], '2026-10-07': ['person'] };
    expect(await withheld(crown)).toEqual({ ...none, ...names });
    const toWitness = await beginPaper(desk, { kind: 'access', requesterId: witness });
    expect(await withheld(toWitness)).toMatchObject({
      '2026-10-04': ['person', 'place'],
      '2026-10-06': ['person'],
      '2026-10-07': ['person', 'place'],
    });
    const toSubject = await beginPaper(desk, { kind: 'access', requesterId: subject });
    expect(await withheld(toSubject)).toMatchObject({ '2026-10-04': [], '2026-10-06': [], '2026-10-07': [] });
    await test.call('papers.issue', await issueInput(desk, crown));
    const printed = desk.pages.map(({ html }) => html).join('\n');
    expect(printed).toContain('100, rue Fictive, chez');
    for (const name of ['Tremblay', 'Zoé']) expect(printed).not.toContain(name);
  });
});
