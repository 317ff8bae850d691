import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { storePath } from '../folder.ts';

/** A whole store in the workspace's folder that is no backup: nothing removes it but a person. */
interface StoreBeside {
  readonly name: string;
  readonly madeAt: number;
  /** The folder of its key slots. */
  readonly keys: string;
}

const stamped = /^before-restore-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/;
/** Prepared by another program: see `exchange`. */
const rejected = /^restore\.rejected-/;

const namesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** What a restore moved next to the folder. */
export function storesBeside(folder: string): readonly StoreBeside[] {
  return namesIn(folder).flatMap((name): StoreBeside[] => {
    if (rejected.test(name) && existsSync(storePath(join(folder, name))))
      return [{ name, madeAt: 0, keys: join(folder, name) }];
    const [, year, month, day, hour, minute, second, thousandth] = stamped.exec(name) ?? [];
    if (year === undefined || !existsSync(storePath(join(folder, name)))) return [];
    const madeAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${thousandth}Z`);
    return [{ name, madeAt, keys: join(folder, name) }];
  });
}
