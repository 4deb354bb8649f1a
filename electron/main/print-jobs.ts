import { randomUUID } from 'node:crypto';
import { pageHeaders } from './page-files';
import { isOurs, pageAddress } from './origin';

/** Pages waiting to be printed: job id to HTML. */
export type PrintJobs = Map<string, string>;

const jobPath = /^\/print\/([0-9a-f-]{36})$/;

/** A printed page runs no script and sends nothing; it may use the application's own style sheets, fonts and pictures. */
const printPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Keeps a page for its print window and gives the address it has there. */
export function addJob(jobs: PrintJobs, html: string): { readonly id: string; readonly address: string } {
  const id = randomUUID();
  jobs.set(id, html);
  return { id, address: `${pageAddress}print/${id}` };
}

/** Answers a request for a waiting page; null where the address means something else. */
export function answerWithJob(request: Request, jobs: PrintJobs): Response | null {
  if (!isOurs(request.url)) return null;
  const id = jobPath.exec(new URL(request.url).pathname)?.[1];
  const html = id === undefined ? undefined : jobs.get(id);
  if (html === undefined) return null;
  const headers = {
    ...pageHeaders,
    'content-security-policy': printPolicy,
    'content-type': 'text/html; charset=utf-8',
  };
  return new Response(html, { status: 200, headers });
}
