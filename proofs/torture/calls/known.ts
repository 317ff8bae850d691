import { relative } from 'node:path';
import type { Failure } from '#contract/ground/errors';
import type { Answered } from '../../../tests/support/store.ts';

const kept = 8;

/** What one side's methods were asked and answered: in making its workspace, and by its callers since. */
export class Known {
  private readonly inputs = new Map<string, Answered[]>();
  private readonly made = new Set<Answered>();
  private readonly refusals = new Map<string, Map<string, number>>();
  readonly done = new Set<string>();

  /** The calls by which the workspace was made: they show what each method wants, and are not calls of anybody here. */
  begin(answered: readonly Answered[], parent: string): void {
    if (this.made.size > 0) return;
    for (const each of answered) {
      const one = { ...each, paths: within(each.paths, parent) };
      this.made.add(one);
      this.keep(one);
    }
  }

  learn(answered: Answered, parent: string): void {
    this.done.add(answered.method);
    this.keep({ ...answered, paths: within(answered.paths, parent) });
  }

  refused(method: string, { code, reason, fields }: Failure): void {
    const by = this.refusals.get(method) ?? new Map<string, number>();
    this.refusals.set(method, by);
    const what = [code, reason, ...(fields ?? []).map((field) => `${field.path}: ${field.code}`)].join(' ').trim();
    by.set(what, (by.get(what) ?? 0) + 1);
  }

  of(method: string): readonly Answered[] {
    return this.inputs.get(method) ?? [];
  }

  /** For what a method was refused most. */
  whyNot(method: string): string {
    const all = [...(this.refusals.get(method) ?? [])].sort(([, one], [, other]) => other - one);
    return all.length === 0
      ? 'not asked'
      : all
          .slice(0, 3)
          .map(([what, times]) => `${what} x ${String(times)}`)
          .join('; ');
  }

  private keep(answered: Answered): void {
    const { method } = answered;
    this.inputs.set(method, [...this.of(method).slice(1 - kept), answered]);
  }
}

const within = (paths: Answered['paths'], parent: string): Answered['paths'] =>
  Object.fromEntries(Object.entries(paths).map(([field, path]) => [field, relative(parent, path)]));
