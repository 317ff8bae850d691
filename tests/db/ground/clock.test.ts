import { afterEach, expect, it, vi } from 'vitest';
import { clockFrom, clockOf } from '../../../db/ground/kernel/clock.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Within the minute: some milliseconds go by between two readings. */
const minuteOf = (now: number): number => Math.floor(now / 60_000);

it('is set to noon of a day where the user sits, or to a time of it, and goes on from there', async () => {
  const { now, today } = clockFrom('2028-02-29');
  expect([minuteOf(now()), today()]).toEqual([minuteOf(new Date(2028, 1, 29, 12).getTime()), '2028-02-29']);
  const late = clockFrom('2027-12-31T23:59');
  expect([minuteOf(late.now()), late.today()]).toEqual([
    minuteOf(new Date(2027, 11, 31, 23, 59).getTime()),
    '2027-12-31',
  ]);
  const before = now();
  await vi.waitUntil(() => now() > before);
});

it('is the computer’s where nothing, no such day or no such time is given', () => {
  for (const given of [undefined, '', '2027-02-29', 'tomorrow', '2027-03-01T25:00'])
    expect([given, Math.abs(clockFrom(given).now() - Date.now()) < 60_000]).toEqual([given, true]);
});

it('is moved by VIGIE_TODAY, except in a package', () => {
  vi.stubEnv('VIGIE_TODAY', '2031-07-01');
  expect(clockOf('/opt/checkout/dist/main').today()).toBe('2031-07-01');
  for (const folder of [
    '/opt/vigie/resources/app.asar/dist/main',
    'C:\\Vigie\\resources\\app.asar.unpacked\\dist\\main',
  ])
    expect(clockOf(folder).today()).not.toBe('2031-07-01');
});
