import { protocol } from 'electron';
import type { Session } from 'electron';
import { pageScheme } from './origin';
import { answerWithFile } from './page-files';
import { answerWithJob } from './print-jobs';
import type { PrintJobs } from './print-jobs';

/**
 * Makes app: a scheme with an origin of its own. IndexedDB needs `standard`, Web Crypto needs `secure`. Electron takes
 * this once, and only before it is ready.
 */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges }]);
}

/** Serves the page, and nothing else, under app: in a session. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(pageScheme, (request) => answerWithFile(request, folder));
}

/** Serves the pages to print, and the style sheets and pictures they use, under app: in the session of print windows. */
export function servePrintJobs(session: Session, jobs: PrintJobs, folder: string): void {
  session.protocol.handle(pageScheme, (request) => answerWithJob(request, jobs) ?? answerWithFile(request, folder));
}
