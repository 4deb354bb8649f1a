/**
 * The browser edition: serves the built page on this computer only, with the same headers as the desktop application.
 *
 *   node build/scripts/serve.mjs [--folder dist/page] [--port 4780]
 */
import { createReadStream, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from './workplace.mjs';

/** The browser edition's port. It is part of the origin that holds the data, so it is always the same. */
export const editionPort = 4780;

/** @type {{ headers: Record<string, string>, types: Record<string, string | undefined> }} */
const policy = JSON.parse(readFileSync(join(root, 'resources/page-headers.json'), 'utf8'));

/**
 * Lists a folder once: a request is answered only when its path is one of these, so no path can lead out of the folder.
 *
 * @param {string} folder
 * @returns {Promise<Map<string, string>>} URL path to file
 */
async function listFiles(folder) {
  const files = new Map();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    files.set(`/${relative(folder, file).split(sep).join('/')}`, file);
  }
  const start = files.get('/index.html');
  if (start !== undefined) files.set('/', start);
  return files;
}

/**
 * @param {string | undefined} url
 * @returns {string | null} decoded path of a request, or null where it is not well formed
 */
function pathOf(url) {
  try {
    return decodeURIComponent((url ?? '/').replace(/[?#].*$/s, ''));
  } catch {
    return null;
  }
}

/**
 * Serves a folder on 127.0.0.1. Requests that name another host are refused, so that a page from elsewhere cannot reach
 * it under a name of its own.
 *
 * @param {{ folder: string, port?: number }} options port 0 takes a free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function servePage({ folder, port = 0 }) {
  const files = await listFiles(resolve(folder));
  const server = createServer((request, response) => {
    const path = pathOf(request.url);
    const file = path === null ? undefined : files.get(path);
    const local = /^127\.0\.0\.1(:\d+)?$/.test(request.headers.host ?? '');
    const reading = request.method === 'GET' || request.method === 'HEAD';
    if (!local || !reading || file === undefined) {
      response.writeHead(!local ? 403 : !reading ? 405 : 404, policy.headers).end();
      return;
    }
    const type = policy.types[extname(file).toLowerCase()] ?? 'application/octet-stream';
    response.writeHead(200, { ...policy.headers, 'content-type': type });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).pipe(response);
  });
  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => done(undefined));
  });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${actual}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { folder: { type: 'string' }, port: { type: 'string' } } });
  const { url } = await servePage({
    folder: values.folder ?? join(root, 'dist/page'),
    port: Number(values.port ?? editionPort),
  });
  console.log(`浏览器版已在本机启动：${url}`);
}
