import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import policy from '#resources/page-headers.json';
import { isOurs } from './origin';

const types: Readonly<Record<string, string | undefined>> = policy.types;

/** Headers of every answer, with the content security policy. */
export const pageHeaders: Readonly<Record<string, string>> = policy.headers;

/**
 * Finds the file that an address of the page means.
 *
 * @param folder full path of the built page
 * @returns full path inside the folder, or null where the address is not ours or leads out of the folder
 */
export function fileOf(address: string, folder: string): string | null {
  if (!isOurs(address)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = join(folder, path === '/' ? 'index.html' : path);
  const inside = relative(folder, file);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  return file;
}

/** An answer without content, for what is not there or not allowed. */
export function emptyAnswer(status: number): Response {
  return new Response(null, { status, headers: pageHeaders });
}

/**
 * Answers a request of the page with one of its files.
 *
 * @param folder full path of the built page
 */
export async function answerWithFile(request: Request, folder: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return emptyAnswer(405);
  const file = fileOf(request.url, folder);
  if (file === null) return emptyAnswer(403);
  try {
    const bytes = await readFile(file);
    const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream';
    const body = request.method === 'HEAD' ? null : new Uint8Array(bytes);
    return new Response(body, { status: 200, headers: { ...pageHeaders, 'content-type': type } });
  } catch {
    return emptyAnswer(404);
  }
}
