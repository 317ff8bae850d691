import { afterEach, describe, expect, it, vi } from 'vitest';
import { beginPaper, createPaperDesk, getPaper, issueInput, type Paper } from '../../../support/papers.ts';
import type { TestStore } from '../../../support/store.ts';

const opened: TestStore[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const test of opened.splice(0)) test.dispose();
});

const changed = ({ issued }: Paper) => issued.filter(({ standing }) => standing !== 'unchanged');

describe('what was issued on a computer in one time zone', () => {
  it('is unchanged in another, is exported again there, and leaves a further paper nothing to give', async () => {
    vi.stubEnv('TZ', 'America/St_Johns');
    const desk = await createPaperDesk();
    opened.push(desk.test);
    const first = await beginPaper(desk);
    await desk.test.call('papers.issue', await issueInput(desk, first));
    for (const zone of ['America/Vancouver', 'Asia/Kolkata']) {
      vi.stubEnv('TZ', zone);
      const paper = await getPaper(desk, first);
      expect(paper.issued.length).toBeGreaterThan(5);
      expect(changed(paper)).toEqual([]);
      expect(paper.since).toEqual({ added: 0, changed: 0, removed: 0 });
      const again = { investigationId: desk.file, paperId: first, folder: desk.test.grant(desk.test.parent) };
      expect((await desk.test.call('papers.export', again)).folderName).toContain('D-1');
    }
    const further = await beginPaper(desk, { supplements: first, reference: 'D-2' });
    expect((await getPaper(desk, further)).records).toEqual([]);
  });
});
