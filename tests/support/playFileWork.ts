import fc from 'fast-check';
import type { CivilDate } from '#contract/ground/dates';
import type { ChargeId, DeviceId, InvestigationId, PersonId, UnitId } from '#contract/ground/ids';
import { authorityInput, noFacts } from './authorities.ts';
import { clearCharges } from './cleared.ts';
import { reason, struck } from './corrections.ts';
import { personInput } from './persons.ts';
import type { TestStore } from './store.ts';

/** Whatever can be done with what counts in a file, and where the file may go: chosen by number, refused where the rules refuse it. */
export const fileWorkStep = fc.record({
  what: fc.constantFrom(
    'open',
    'arrest',
    'charge',
    'advance',
    'accuse',
    'dispose',
    'victim',
    'victimChange',
    'victimRemove',
    'device',
    'deviceChange',
    'authority',
    'authorityChange',
    'support',
    'supportRemove',
    'arrestChange',
    'strike',
    'restore',
    'send',
    'send',
    'conclude',
    'reopen',
    'seal',
    'sealPerson',
    'unseal',
  ),
  a: fc.nat(7),
  b: fc.nat(30),
});
export interface FileWorkStep {
  readonly what: string;
  readonly a: number;
  readonly b: number;
}

/** Acts that may change no month. */
export const quietSteps: readonly string[] = ['send', 'seal', 'sealPerson', 'unseal'];

const ofMonth = (month: number, day: number): CivilDate =>
  `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CivilDate;

const act = { basis: 'court_order', reference: 'ON-1', reason: 'Order of the court' } as const;

/** Plays file work of an officer of both units on the real dispatch. */
export class FileWorkPlay {
  private readonly test: TestStore;
  private readonly units: readonly UnitId[];
  private readonly files: InvestigationId[] = [];

  constructor(test: TestStore, units: readonly UnitId[]) {
    this.test = test;
    this.units = units;
  }

  async step({ what, a, b }: FileWorkStep): Promise<void> {
    const acts: Readonly<Record<string, (id: InvestigationId, b: number) => Promise<unknown>>> = {
      open: () => this.open(b),
      arrest: (id) => this.arrest(id, b),
      charge: (id) => this.charge(id, b),
      advance: (id) => this.advance(id, b),
      accuse: (id) => this.accuse(id, b),
      dispose: (id) => this.dispose(id, b),
      victim: (id) => this.victim(id, b),
      victimChange: (id) => this.victimChange(id, b),
      victimRemove: (id) => this.victimRemove(id, b),
      device: (id) => this.device(id, b),
      deviceChange: (id) => this.deviceChange(id, b),
      authority: (id) => this.authority(id, b),
      authorityChange: (id) => this.authorityChange(id, b),
      support: (id) => this.support(id, b),
      supportRemove: (id) => this.supportRemove(id, b),
      arrestChange: (id) => this.arrestChange(id, b),
      strike: (id) => this.strike(id, b),
      restore: (id) => this.restore(id, b),
      send: (id) => this.send(id, b),
      clear: (id) => this.clear(id),
      conclude: (id) => this.move('investigations.conclude', id),
      reopen: (id) => this.move('investigations.reopen', id),
      seal: (id) => this.seal(id),
      sealPerson: (id) => this.sealPerson(id, b),
      unseal: () => this.unseal(b),
    };
    const id = this.files[a % Math.max(1, this.files.length)];
    if (id === undefined && what !== 'open') return;
    try {
      await acts[what]!(id as InvestigationId, b);
    } catch (error) {
      if (!(error instanceof Error && /conflict|invalid_input|not_found/.test(error.message))) throw error;
    }
  }

  /** Concludes what can be concluded. */
  async concludeAll(): Promise<void> {
    for (const index of this.files.keys()) {
      await this.step({ what: 'clear', a: index, b: 0 });
      await this.step({ what: 'conclude', a: index, b: 0 });
    }
  }

  private async clear(id: InvestigationId): Promise<void> {
    const { charges } = await this.get(id);
    if (charges.length > 0) await clearCharges(this.test, id, ofMonth(10, 30));
  }

  private async open(b: number): Promise<void> {
    const unitId = this.units[b % 2] as UnitId;
    const opened = { unitId, openedOn: ofMonth(1 + (b % 3), 1), referralIds: [], lead: null };
    this.files.push((await this.test.call('investigations.open', opened)).id);
  }

  private get(id: InvestigationId) {
    return this.test.call('investigations.get', { investigationId: id });
  }

  private arrest(id: InvestigationId, b: number) {
    return this.test.call('arrests.record', { investigationId: id, arrestedOn: ofMonth(4 + (b % 7), 2), youth: false });
  }

  private async arrestChange(investigationId: InvestigationId, b: number) {
    const { arrests } = await this.get(investigationId);
    const held = arrests[b % Math.max(1, arrests.length)];
    if (held === undefined) return;
    const arrestedOn = ofMonth(4 + (b % 5), 4);
    const which = { investigationId, arrestId: held.id, version: held.version };
    await this.test.call('arrests.change', { ...which, arrestedOn, reason });
  }

  private async strike(id: InvestigationId, b: number) {
    const { arrests, charges } = await this.get(id);
    const held = [
      ...arrests.map((row) => ({ record: 'arrest' as const, row })),
      ...charges.map((row) => ({ record: 'charge' as const, row })),
    ][b % Math.max(1, arrests.length + charges.length)];
    if (held === undefined) return;
    const file = { kind: 'investigation', id } as const;
    await this.test.call('corrections.strike', struck(file, held.record, held.row.id, held.row.version));
  }

  private async restore(id: InvestigationId, b: number) {
    const file = { kind: 'investigation', id } as const;
    const { corrections } = await this.test.call('corrections.list', { file });
    const out = corrections.filter(({ mayRestore }) => mayRestore);
    const held = out[b % Math.max(1, out.length)];
    if (held !== undefined) await this.test.call('corrections.restore', { file, correctionId: held.id, reason });
  }

  private async charge(investigationId: InvestigationId, b: number): Promise<void> {
    const { persons } = await this.test.call('persons.list', { file: { kind: 'investigation', id: investigationId } });
    const subject = persons.find(({ role, from }) => role === 'subject' && from === null);
    const file = { kind: 'investigation', id: investigationId } as const;
    const personId =
      subject?.id ?? (await this.test.call('persons.add', personInput(file, 'subject', { ageBand: '18_plus' }))).id;
    await this.test.call('charges.record', {
      investigationId,
      laidOn: ofMonth(4 + (b % 7), 3),
      section: '163.1(4)',
      counts: 1 + (b % 3),
      stage: b % 4 === 0 ? 'recommended' : 'laid',
      personId: b % 5 === 0 ? null : personId,
      offenceOn: null,
    });
  }

  private async chargeOf(id: InvestigationId, b: number) {
    const { charges } = await this.get(id);
    const held = charges[b % Math.max(1, charges.length)];
    return { investigationId: id, chargeId: (held?.id ?? id) as ChargeId, version: held?.version ?? 1 };
  }

  private async advance(id: InvestigationId, b: number) {
    const on = ofMonth(4 + (b % 7), 20);
    return this.test.call('charges.advance', { ...(await this.chargeOf(id, b)), stage: 'laid', on });
  }

  private async accuse(id: InvestigationId, b: number) {
    const file = { kind: 'investigation', id } as const;
    const fresh = await this.test.call('persons.add', personInput(file, 'subject', { ageBand: '18_plus' }));
    const personId = b % 2 === 0 ? null : fresh.id;
    return this.test.call('charges.change', { ...(await this.chargeOf(id, b)), personId, offenceOn: null, reason });
  }

  private async dispose(id: InvestigationId, b: number) {
    const outcome = b % 3 === 0 ? null : ({ disposition: 'withdrawn', disposedOn: ofMonth(10, 1 + (b % 20)) } as const);
    return this.test.call('charges.dispose', { ...(await this.chargeOf(id, b)), outcome, reason });
  }

  private victimFacts(b: number) {
    const safe = b % 2 === 0 ? { safeguardedOn: ofMonth(6 + (b % 4), 5), safeguardedBy: 'Agency' } : {};
    return { ageBand: '12_13' as const, identifiedOn: ofMonth(2 + (b % 5), 5), ...safe };
  }

  private victim(id: InvestigationId, b: number) {
    return this.test.call('persons.add', personInput({ kind: 'investigation', id }, 'victim', this.victimFacts(b)));
  }

  private async victimOf(id: InvestigationId, b: number) {
    const file = { kind: 'investigation', id } as const;
    const { persons } = await this.test.call('persons.list', { file });
    const victims = persons.filter(({ role, from }) => role === 'victim' && from === null);
    const held = victims[b % Math.max(1, victims.length)];
    return { file, personId: (held?.id ?? id) as PersonId, version: held?.version ?? 1 };
  }

  private async victimChange(id: InvestigationId, b: number) {
    const { file, ...which } = await this.victimOf(id, b);
    return this.test.call('persons.change', { ...personInput(file, 'victim', this.victimFacts(b)), ...which, reason });
  }

  private async victimRemove(id: InvestigationId, b: number) {
    const { file, personId, version } = await this.victimOf(id, b);
    return this.test.call('corrections.strike', struck(file, 'person', personId, version));
  }

  private deviceFacts(b: number) {
    return {
      kind: 'phone' as const,
      count: 1 + (b % 3),
      label: null,
      authorityId: null,
      seizedOn: ofMonth(2 + (b % 4), 7),
      queuedOn: null,
      lab: null,
      beganOn: null,
      examinedOn: b % 2 === 0 ? ofMonth(7 + (b % 3), 7) : null,
      endedOn: b % 7 === 0 ? ofMonth(11, 1) : null,
      endReason: b % 7 === 0 ? ('returned' as const) : null,
      locked: b % 2 === 0,
      unlockedOn: null,
    };
  }

  private device(investigationId: InvestigationId, b: number) {
    return this.test.call('devices.record', { investigationId, ...this.deviceFacts(b) });
  }

  private async deviceChange(investigationId: InvestigationId, b: number) {
    const { devices } = await this.test.call('devices.list', { investigationId });
    const held = devices[b % Math.max(1, devices.length)];
    const which = { deviceId: (held?.id ?? investigationId) as DeviceId, version: held?.version ?? 1 };
    return this.test.call('devices.change', { investigationId, ...which, ...this.deviceFacts(b), reason });
  }

  private authority(id: InvestigationId, b: number) {
    return this.test.call(
      'authorities.record',
      authorityInput(id, 'search_warrant', ofMonth(2 + (b % 6), 9), { dueOn: ofMonth(9, 9) }),
    );
  }

  private async authorityChange(investigationId: InvestigationId, b: number) {
    const { authorities } = await this.test.call('authorities.list', { investigationId });
    const held = authorities[b % Math.max(1, authorities.length)];
    if (held === undefined) return;
    const end = b % 3 === 0 ? { endedOn: ofMonth(11, 2), endReason: 'revoked' } : {};
    const facts = { ...noFacts, startedOn: ofMonth(2 + (b % 6), 10), dueOn: ofMonth(9, 9), ...end };
    await this.test.call('authorities.change', {
      ...facts,
      investigationId,
      authorityId: held.id,
      version: held.version,
      reason,
    });
  }

  private support(investigationId: InvestigationId, b: number) {
    const referredOn = ofMonth(4 + (b % 7), 11);
    return this.test.call('support.add', { investigationId, referredOn, service: 'victim_services' });
  }

  private async supportRemove(investigationId: InvestigationId, b: number) {
    const { referrals } = await this.test.call('support.list', { investigationId });
    const held = referrals[b % Math.max(1, referrals.length)];
    const file = { kind: 'investigation', id: investigationId } as const;
    return this.test.call('corrections.strike', struck(file, 'support_referral', held?.id ?? file.id, held?.version));
  }

  private async send(id: InvestigationId, b: number): Promise<void> {
    const { investigation } = await this.get(id);
    const on = ofMonth(3 + (b % 4), 15);
    const toUnitId = this.units.find((each) => each !== investigation.unitId) ?? null;
    const proposed = { referralId: null, investigationId: id, toUnitId, toService: null, on, message: null };
    const { id: transferId } = await this.test.call('transfers.propose', proposed);
    const { receivedId } = await this.test.call('transfers.accept', { transferId, version: 1, on });
    if (receivedId !== null) this.files[this.files.indexOf(id)] = receivedId as InvestigationId;
  }

  private async move(what: 'investigations.conclude' | 'investigations.reopen', id: InvestigationId): Promise<void> {
    const { version } = (await this.get(id)).investigation;
    await this.test.call(what, { investigationId: id, version, on: ofMonth(11, 10) });
  }

  private seal(id: InvestigationId) {
    return this.test.call('seals.seal', { ...act, investigationIds: [id], referralIds: [] });
  }

  private async sealPerson(id: InvestigationId, b: number) {
    const file = { kind: 'investigation', id } as const;
    const persons = (await this.test.call('persons.list', { file })).persons.filter(({ from }) => from === null);
    const personId = (persons[b % Math.max(1, persons.length)]?.id ?? id) as PersonId;
    return this.test.call('seals.sealPerson', { ...act, file, personId, authorityId: null });
  }

  private async unseal(b: number): Promise<void> {
    const { seals } = await this.test.call('seals.list', { filter: {} });
    const held = seals.filter(({ unsealed }) => unsealed === null)[b % 2];
    if (held === undefined) return;
    await this.test.call('seals.unseal', { sealId: held.id, authority: 'Order set aside', reason: 'Set aside' });
  }
}
