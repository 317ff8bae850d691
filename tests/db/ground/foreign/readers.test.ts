import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { foreignLimits } from '#contract/ground/foreign';
import { fileInMemory } from '../../../../db/documents/tables/source.ts';
import type { ForeignReader } from '../../../../db/ground/foreign/reader.ts';
import { ForeignReaders } from '../../../../db/ground/foreign/readers.ts';
import { readersByNode } from '../../../../db/ground/foreign/startNode.ts';
import { StoreFailure } from '../../../../db/ground/kernel/failure.ts';
import { isWhole } from '../../../support/whole.ts';

const root = resolve(import.meta.dirname, '../../../..');
const start = readersByNode(resolve(root, 'tests/support/hostileReaders.ts'), root);
let readers = new ForeignReaders(start, { wait: 8000 });

afterEach(() => {
  readers.stop();
  readers = new ForeignReaders(start, { wait: 8000 });
});

const readerOf = <A>(name: string, answer: z.ZodType<A>): ForeignReader<null, A> => ({
  name,
  answer,
  read: () => {
    throw new Error('Nothing is read here.');
  },
});

const content = Buffer.from('the content of the file');
const file = () => fileInMemory('x.csv', [content], readers);

const ask = <A>(name: string, answer: z.ZodType<A>, job?: { readonly checkpoint: () => void }): Promise<A> =>
  readers.first(readerOf(name, answer), file(), null, { job });

/** The children of this process, by what the system says of them. */
function children(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[3] === String(process.pid);
      } catch {
        return false;
      }
    })
    .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('hostileReaders'));
}

/** In MiB, the most that the process ever had. */
const most = (pid: number): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return 0;
  }
};

describe('a reader', () => {
  it('has no environment, may read its code alone, write nothing, start nothing and reach nothing', async () => {
    const found = await ask('escapes', z.record(z.string(), z.unknown()));
    expect(found).toEqual({
      environment: {},
      reads: 'ERR_ACCESS_DENIED',
      writes: 'ERR_ACCESS_DENIED',
      starts: 'ERR_ACCESS_DENIED',
      connects: 'Error: A reader has no network.',
      fetches: 'Error: A reader has no network.',
    });
  });

  it.runIf(process.platform === 'linux')(
    'is started with nothing of the store: no argument, variable or open file',
    async () => {
      process.env['VIGIE_SECRET_MARK'] = 'a key';
      try {
        await ask('counts', z.int());
        const [pid, ...more] = children();
        expect(more).toEqual([]);
        const about = `/proc/${pid!}`;
        expect(readFileSync(`${about}/environ`, 'utf8')).not.toContain('VIGIE_SECRET_MARK');
        const args = readFileSync(`${about}/cmdline`, 'utf8').split('\0').slice(1, -1);
        expect(args.filter((each) => !each.startsWith('--'))).toEqual([
          resolve(root, 'tests/support/hostileReaders.ts'),
        ]);
        const open = readdirSync(`${about}/fd`).map((each) => readlinkSync(`${about}/fd/${each}`));
        expect(
          open.filter((each) => each.startsWith('/') && !each.startsWith('/dev/') && !each.startsWith(root)),
        ).toEqual([]);
      } finally {
        delete process.env['VIGIE_SECRET_MARK'];
      }
    },
  );

  it('gives what it answers to be checked: what is not of the kind asked for is no answer', async () => {
    await expect(ask('counts', z.string())).rejects.toThrow('invalid_input: file_damaged');
  });

  it('passes the bytes on, and their hash is computed here', async () => {
    let hash = '';
    const length = await readers.first(readerOf('bytes', z.int()), file(), null, {
      onEnd: (sha256) => {
        hash = sha256;
      },
    });
    expect([length, hash]).toEqual([content.length, createHash('sha256').update(content).digest('hex')]);
  });

  it('is used for the next file in the same thread, and in a fresh one after a large parser', async () => {
    expect([await ask('counts', z.int()), await ask('counts', z.int()), await ask('spends', z.int())]).toEqual([
      1, 2, 3,
    ]);
    expect(await ask('counts', z.int())).toBe(1);
  });
});

describe('a reader that misbehaves', () => {
  const misbehaving: [string, string, number?][] = [
    ['buffers', 'file_takes_too_much_memory'],
    ['one piece', 'file_damaged'],
    ['deep', 'file_damaged'],
    ['throws', 'file_damaged'],
    ['long', 'file_too_large'],
  ];
  // A heap that is nearly full is swept again and again: the time may end first.
  if (isWhole) misbehaving.push(['heap', 'file_takes_too_(?:much_memory|long)', 2500]);
  it.each(misbehaving)(
    'by %s is refused with the reason, and the next file is read',
    async (name, reason, wait = 8000) => {
      readers = new ForeignReaders(start, { wait, answer: 8 * 1024 * 1024 });
      const peak = { mebibytes: 0 };
      const watch = setInterval(() => {
        for (const pid of children()) peak.mebibytes = Math.max(peak.mebibytes, most(pid));
      }, 20);
      try {
        await expect(ask(name, z.unknown())).rejects.toThrow(new RegExp(`^invalid_input: ${reason}$`));
      } finally {
        clearInterval(watch);
      }
      expect(peak.mebibytes).toBeLessThan(1024);
      expect(await ask('bytes', z.int())).toBe(content.length);
    },
  );

  it('by never answering is ended in time, and meanwhile everything else goes on', async () => {
    readers = new ForeignReaders(start, { wait: 1500 });
    let turns = 0;
    const tick = setInterval(() => (turns += 1), 20);
    await expect(ask('spin', z.unknown())).rejects.toThrow('invalid_input: file_takes_too_long');
    clearInterval(tick);
    expect(turns).toBeGreaterThan(10);
    // The system takes a moment to end it.
    await expect.poll(children).toEqual([]);
  });

  it('by answering without end is ended', async () => {
    readers = new ForeignReaders(start, { answers: 20 * 1024 * 1024 });
    const asked = async (): Promise<void> => {
      for await (const answer of readers.answers(readerOf('flood', z.string()), file(), null))
        expect(answer).not.toBe('');
    };
    await expect(asked()).rejects.toThrow('invalid_input: file_too_large');
  });

  it('by ending without a word is said to be damaged, never a fault of Vigie', async () => {
    await expect(ask('exits', z.unknown())).rejects.toThrow('invalid_input: file_damaged');
  });

  it('is ended at once when the job is cancelled, and at the lock', async () => {
    const job = {
      asked: false,
      checkpoint: () => {
        if (job.asked) throw new StoreFailure('cancelled');
      },
    };
    const cancelled = ask('spin', z.unknown(), job);
    job.asked = true;
    await expect(cancelled).rejects.toThrow('cancelled');
    const locked = ask('spin', z.unknown());
    setTimeout(() => {
      readers.stop();
    }, 300);
    await expect(locked).rejects.toThrow('locked');
    await expect.poll(children).toEqual([]);
  });

  it('has limits that no caller raises', () => {
    expect(foreignLimits.memory).toBeLessThanOrEqual(1024);
    expect(foreignLimits.wait).toBeLessThanOrEqual(20_000);
    expect(foreignLimits.answer).toBeLessThanOrEqual(64 * 1024 * 1024);
  });
});
