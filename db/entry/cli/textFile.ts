import { readFileSync, statSync } from 'node:fs';
import { requireText } from '../../documents/tables/detect.ts';
import { parseForeignJson, repeatedField } from '../../ground/kernel/foreignJson.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { InputFailure } from './outcome.ts';
import { requireFile } from './paths.ts';

export const mebibyte = 1024 * 1024;
const largestJson = mebibyte;

/** The text of a file in UTF-8, with or without a byte order mark. What is binary, in another encoding or too large is refused. */
export function textOf(path: string, largest: number): string {
  const full = requireFile(path);
  if (statSync(full).size > largest)
    throw new InputFailure('file.tooLarge', { path, megabytes: String(largest / mebibyte) });
  return decoded(readFileSync(full), path);
}

export function decoded(bytes: Buffer, path: string): string {
  try {
    requireText(bytes, true);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputFailure('file.notText', { path });
  }
}

/** What a JSON file written by hand holds; InputFailure with the place of the fault where it is broken, or the field that is there twice. */
export function readJson(path: string): unknown {
  const text = textOf(path, largestJson);
  const value = parsed(text, path);
  const field = repeatedField(text);
  if (field !== null) throw new InputFailure('json.fieldTwice', { path, field });
  return value;
}

function parsed(text: string, path: string): unknown {
  try {
    return parseForeignJson(text);
  } catch (error) {
    if (error instanceof StoreFailure) throw error;
    const place = /line (?<line>\d+) column (?<column>\d+)/.exec(String(error))?.groups;
    throw place
      ? new InputFailure('json.badAt', { path, line: place['line'] ?? '', column: place['column'] ?? '' })
      : new InputFailure('json.bad', { path });
  }
}
