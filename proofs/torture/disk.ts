import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Chance } from './promise.ts';
import type { Step } from './trace.ts';

interface Inode {
  synced: Buffer;
  /** Changes that no sync has followed: after a cut of power each of them is there or is not. */
  pending: ((bytes: Buffer) => Buffer)[];
  /** Where the next write without a place goes. */
  end: number;
}

type Names = Map<string, Inode>;

/**
 * A disk that remembers what was synced. Names change in their order, as a journaling file system keeps them, and are safe once their
 * folder, or the file itself, was synced.
 */
export class Disk {
  private readonly folder: string;
  private readonly names: Names = new Map();
  private safeNames: Names = new Map();
  private namings: ((names: Names) => void)[] = [];

  constructor(folder: string) {
    this.folder = folder;
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, name);
      if (statSync(path).isFile()) this.names.set(path, { synced: readFileSync(path), pending: [], end: 0 });
    }
    this.safeNames = new Map(this.names);
  }

  private rename(change: (names: Names) => void): void {
    change(this.names);
    this.namings.push(change);
  }

  private keepNames(): void {
    for (const change of this.namings) change(this.safeNames);
    this.namings = [];
  }

  apply(step: Step): void {
    if (step.kind === 'said') return;
    if (step.kind === 'sync' && step.path === this.folder) this.keepNames();
    if (!step.path.startsWith(`${this.folder}/`)) return;
    if (step.kind === 'open' && (step.isEmptied || !this.names.has(step.path))) {
      const inode: Inode = { synced: Buffer.alloc(0), pending: [], end: 0 };
      this.rename((names) => names.set(step.path, inode));
    }
    if (step.kind === 'rename')
      this.rename((names) => {
        const inode = names.get(step.path);
        if (inode) names.set(step.to, inode);
        names.delete(step.path);
      });
    if (step.kind === 'unlink') this.rename((names) => names.delete(step.path));
    const inode = this.names.get(step.path);
    if (inode) applyTo(inode, step);
    if (step.kind === 'sync') this.keepNames();
  }

  /** Writes what may be there after a cut of power at this moment. */
  writeAfterCut(target: string, chance: Chance): void {
    const names = new Map(this.safeNames);
    for (const change of this.namings.slice(0, chance.below(this.namings.length + 1))) change(names);
    mkdirSync(target, { recursive: true });
    for (const [path, { synced, pending }] of names) {
      if (path.endsWith('-shm')) continue;
      const kept = pending.filter(() => chance.below(2) === 0);
      const bytes = kept.reduce((before, change) => change(before), synced);
      const place = join(target, path.slice(this.folder.length + 1));
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, bytes);
    }
  }
}

function applyTo(inode: Inode, step: Step): void {
  if (step.kind === 'write') {
    const at = step.at ?? inode.end;
    inode.end = at + step.bytes.length;
    inode.pending.push((before) => {
      const after = Buffer.alloc(Math.max(before.length, at + step.bytes.length));
      before.copy(after);
      step.bytes.copy(after, at);
      return after;
    });
  }
  if (step.kind === 'truncate') inode.pending.push((before) => Buffer.concat([before], step.length));
  if (step.kind === 'sync') {
    inode.synced = inode.pending.reduce((before, change) => change(before), inode.synced);
    inode.pending = [];
  }
}
