import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { BLANK_ADDRESS, PAGE_HEADERS, PAGE_ORIGIN } from './contentPolicy.ts';

/** Kinds that the build makes; anything else in the folder is not served. */
const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface PageFile {
  readonly path: string;
  readonly kind: string;
}

/** The file at an address of the page, or null: never one outside the root. */
export function findPageFile(root: string, address: string): PageFile | null {
  if (!address.startsWith(`${PAGE_ORIGIN}/`) || !URL.canParse(address)) return null;
  const name = decode(new URL(address).pathname);
  if (name === null || /[\\\0:]/.test(name)) return null;
  const path = resolve(root, `.${name === '/' ? '/index.html' : name}`);
  const kind = kinds[extname(path)];
  return kind !== undefined && path.startsWith(resolve(root) + sep) ? { path, kind } : null;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

export async function servePage(root: string, request: Request): Promise<Response> {
  if (request.method !== 'GET') return answer(405, null);
  if (request.url === BLANK_ADDRESS) return answer(200, '<!doctype html><title>Vigie</title>', kinds['.html']);
  const file = findPageFile(root, request.url);
  if (file === null) return answer(404, null);
  try {
    return answer(200, await readFile(file.path), file.kind);
  } catch {
    return answer(404, null);
  }
}

/** A document from memory, under the same policy as the page. */
export function serveDocument(documents: ReadonlyMap<string, string>, request: Request): Response {
  const text = request.method === 'GET' ? documents.get(request.url) : undefined;
  return text === undefined ? answer(404, null) : answer(200, text, kinds['.html']);
}

function answer(status: number, body: Uint8Array<ArrayBuffer> | string | null, kind = 'text/plain'): Response {
  return new Response(body, { status, headers: { ...PAGE_HEADERS, 'Content-Type': kind } });
}
