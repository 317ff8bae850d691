import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { z } from 'zod';
import { auditHead } from '#contract/accounts/audit';
import { exitCodes, InputFailure, type Outcome } from '../outcome.ts';
import { addAccess, addGroup, type Tools } from '../tools.ts';
import { inWorkspace, type Access } from '../workspace.ts';

type Head = z.infer<typeof auditHead>;

interface Asked extends Access {
  readonly head?: string;
  readonly fromFile?: string;
}

function parseHead(text: string): Head {
  const [hash = '', sequence] = text.trim().toLowerCase().split('@');
  const head = auditHead.safeParse({ hash, ...(sequence !== undefined && { sequence: Number(sequence) }) });
  if (!head.success) throw new InputFailure('auditHeadInvalid', { head: text });
  return head.data;
}

const carrier = z.object({ auditHead: z.string() });

/** The head that a pack, a return or its manifest carries. */
function headIn(path: string): Head {
  const read = (): unknown => {
    try {
      return JSON.parse(readFileSync(path, 'utf8'));
    } catch {
      return null;
    }
  };
  const found = z
    .union([carrier, z.object({ payload: carrier }).transform(({ payload }) => payload)])
    .safeParse(read());
  if (!found.success) throw new InputFailure('auditNoHead', { path });
  return parseHead(found.data.auditHead);
}

function headOf({ head, fromFile }: Asked): Head | undefined {
  if (head !== undefined) return parseHead(head);
  return fromFile === undefined ? undefined : headIn(fromFile);
}

function verifyAudit(tools: Tools, asked: Asked): Promise<Outcome> {
  const { say, count } = tools.words;
  const head = headOf(asked);
  return inWorkspace(tools, asked, async ({ call }) => {
    const value = await call('audit.verify', head ? { head } : {});
    const { entries, given, values } = value;
    if (!value.intact) {
      const lines = [say('auditBroken', { entry: value.firstBroken ?? 0 }), say('auditBrokenAdvice')];
      return { exitCode: exitCodes.notVerified, value, lines };
    }
    const isMissing = given?.foundAt === null;
    const foundAt = given?.foundAt ?? 0;
    const lines = [
      say('auditIntact', { entries: count(entries) }),
      say('auditValues', { checked: count(values.checked), forgotten: count(values.forgotten) }),
      say('auditHead', { head: `${value.head}@${String(entries)}` }),
      given === null
        ? say('auditTail')
        : isMissing
          ? say('auditHeadMissing')
          : say('auditHeadFound', { entry: foundAt }),
    ];
    return { exitCode: isMissing ? exitCodes.notVerified : exitCodes.done, value, lines };
  });
}

export function addAuditCommands(program: Command, tools: Tools): void {
  const { say } = tools.words;
  const group = addGroup(program, 'audit', say('help.audit'));
  addAccess(group.command('verify').description(say('help.auditVerify')), tools.words)
    .option(`--head <${say('arg.head')}>`, say('option.auditHead'))
    .option(`--from-file <${say('arg.file')}>`, say('option.auditFromFile'))
    .action(tools.runs(verifyAudit));
}
