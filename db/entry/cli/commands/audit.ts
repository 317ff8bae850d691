import type { Command } from 'commander';
import { exitCodes, type Outcome } from '../outcome.ts';
import { addAccess, addGroup, type Tools } from '../tools.ts';
import { inWorkspace, type Access } from '../workspace.ts';

function verifyAudit(tools: Tools, access: Access): Promise<Outcome> {
  const { say, count } = tools.words;
  return inWorkspace(tools, access, async ({ call }) => {
    const value = await call('audit.verify', {});
    const lines = value.intact
      ? [
          say('auditIntact', { entries: count(value.entries) }),
          say('auditHead', { head: value.head }),
          say('auditTail'),
        ]
      : [say('auditBroken', { entry: value.firstBroken ?? 0 }), say('auditBrokenAdvice')];
    return { exitCode: value.intact ? exitCodes.done : exitCodes.notVerified, value, lines };
  });
}

export function addAuditCommands(program: Command, tools: Tools): void {
  const { say } = tools.words;
  const group = addGroup(program, 'audit', say('help.audit'));
  addAccess(group.command('verify').description(say('help.auditVerify')), tools.words).action(tools.runs(verifyAudit));
}
