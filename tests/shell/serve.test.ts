import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editionPort, servePage } from '../../build/scripts/serve.mjs';

let folder = '';
let server: Awaited<ReturnType<typeof servePage>>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  mkdirSync(join(folder, 'page', '资源'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'page', 'index.html'), '<h1>工作台</h1>');
  writeFileSync(join(folder, 'page', '资源', 'a.js'), 'export {}');
  server = await servePage({ folder: join(folder, 'page') });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
}

/** Sends a path exactly as written: fetch would tidy it up first. */
function ask(path: string, options: { method?: string; host?: string } = {}): Promise<Answer> {
  const { hostname, port, host } = new URL(server.url);
  return new Promise((done, fail) => {
    const asked = request(
      { hostname, port, path, method: options.method ?? 'GET', headers: { host: options.host ?? host } },
      (answer) => {
        answer.resume();
        answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers }));
      },
    );
    asked.on('error', fail);
    asked.end();
  });
}

describe('the browser edition', () => {
  it('serves the page and its parts with their types', async () => {
    expect(await (await fetch(server.url)).text()).toBe('<h1>工作台</h1>');
    expect((await ask('/')).headers['content-type']).toBe('text/html; charset=utf-8');
    const script = await ask('/%E8%B5%84%E6%BA%90/a.js');
    expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect((await ask('/', { method: 'HEAD' })).status).toBe(200);
  });

  it('sends the same policy with every answer', async () => {
    for (const path of ['/', '/none', '/%E8%B5%84%E6%BA%90/a.js']) {
      expect((await ask(path)).headers['content-security-policy']).toMatch(/^default-src 'none';/);
    }
  });

  it.each(['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '//secret.txt', '/%00', '/%E0%A4%A', '/资源'])(
    'gives out nothing for %s',
    async (path) => {
      expect((await ask(encodeURI(path).replaceAll('%25', '%'))).status).toBe(404);
    },
  );

  it('answers reading only, under its own address only', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
    expect((await ask('/', { host: 'evil.example' })).status).toBe(403);
    expect((await ask('/', { host: '127.0.0.1.evil.example' })).status).toBe(403);
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it('keeps the port under which browsers already have data', () => {
    expect(editionPort).toBe(4780);
  });
});
