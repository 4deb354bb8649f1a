import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import type { DesktopBridge } from '../../src/shell/contract';
import { expect, test } from './fixtures';
import { processesUsing } from './processes';

/** A page that tries to get out: every attempt must fail, and a server on this computer must hear of none. */

test.use({
  expectedErrors:
    /Content Security Policy|net::ERR_|violates the following|Not allowed to load|Refused to|Failed to load/,
});

interface Listener {
  readonly address: string;
  readonly requests: string[];
  close(): Promise<void>;
}

/** A server that anything which does get out would reach. */
async function listen(): Promise<Listener> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response
      .writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/html' })
      .end('<h1>outside</h1>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    requests,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

let listener: Listener;
test.beforeEach(async () => {
  listener = await listen();
});
test.afterEach(async () => listener.close());

/** The page asks main and gets an answer: whatever it tried before has been dealt with by then. */
const settle = (): Promise<unknown> =>
  (globalThis as unknown as { desktop: DesktopBridge }).desktop.invoke('getZoom', null);

test('the listener hears of a request that does get out', async () => {
  await fetch(`${listener.address}/probe`);
  expect(listener.requests).toEqual(['/probe']);
});

test('the page can neither leave nor open another window', async ({ page, desk }) => {
  const here = page.url();
  expect(here).toMatch(/^app:\/\/bureau\//);
  for (const where of [`${listener.address}/gone`, 'file:///etc/passwd', 'https://evil.example/?app://bureau/']) {
    await page.evaluate((target) => {
      location.href = target;
    }, where);
    await page.evaluate(settle);
  }
  await page.evaluate((target) => {
    const link = Object.assign(document.createElement('a'), { href: `${target}/link`, target: '_blank' });
    document.body.append(link);
    link.click();
    const form = Object.assign(document.createElement('form'), { action: `${target}/form`, method: 'post' });
    document.body.append(form);
    form.submit();
  }, listener.address);
  await page.evaluate(settle);
  expect(await page.evaluate((target) => window.open(`${target}/popup`) === null, listener.address)).toBe(true);
  expect(page.url()).toBe(here);
  expect(desk.app?.windows()).toHaveLength(1);
  expect(listener.requests).toEqual([]);
});

test('nothing the page asks for reaches the network', async ({ page }) => {
  const outcomes = await page.evaluate(async (target) => {
    const socket = new Promise<string>((done) => {
      try {
        const opened = new WebSocket(target.replace('http', 'ws'));
        opened.onopen = () => done('reached');
        opened.onerror = () => done('refused');
      } catch {
        done('refused');
      }
    });
    const image = new Promise<string>((done) => {
      const picture = new Image();
      picture.onload = () => done('reached');
      picture.onerror = () => done('refused');
      picture.src = `${target}/image`;
    });
    const fetched = fetch(`${target}/fetch`, { mode: 'no-cors' }).then(
      () => 'reached',
      () => 'refused',
    );
    navigator.sendBeacon(`${target}/beacon`);
    for (const rel of ['prefetch', 'preconnect', 'stylesheet', 'icon']) {
      document.head.append(Object.assign(document.createElement('link'), { rel, href: `${target}/${rel}` }));
    }
    document.body.append(Object.assign(document.createElement('iframe'), { src: `${target}/frame` }));
    return Promise.all([socket, image, fetched]);
  }, listener.address);
  expect(outcomes).toEqual(['refused', 'refused', 'refused']);
  await page.evaluate(settle);
  expect(listener.requests).toEqual([]);
});

test('the session refuses requests also where no policy of a page stands before it', async ({ desk }) => {
  const outcome = await desk.app?.evaluate(
    ({ net }, target) =>
      net.fetch(`${target}/main`).then(
        () => 'reached',
        () => 'refused',
      ),
    listener.address,
  );
  expect(outcome).toBe('refused');
  const lookup = await desk.app?.evaluate(({ session }) =>
    session.defaultSession.resolveHost('localhost').then(
      () => 'found',
      () => 'refused',
    ),
  );
  expect(lookup).toBe('refused');
  expect(listener.requests).toEqual([]);
});

test('the page has no Node, no webview and only the three doors of the bridge', async ({ page }) => {
  const found = await page.evaluate(() => {
    const all = globalThis as unknown as Record<string, unknown>;
    return {
      node: ['require', 'process', 'Buffer', 'module', 'global', '__dirname'].filter((name) => all[name] !== undefined),
      doors: Object.keys(all['desktop'] as object).sort(),
      webview:
        'loadURL' in document.createElement('webview') || 'getWebContentsId' in document.createElement('webview'),
      secure: isSecureContext,
      origin: location.origin,
    };
  });
  expect(found).toEqual({
    node: [],
    doors: ['invoke', 'onMenuOrder', 'onOpenPage'],
    webview: false,
    secure: true,
    origin: 'app://bureau',
  });
});

test('the policy starts from nothing and stops inline script and eval', async ({ page }) => {
  const header = await page.evaluate(() => fetch('/').then((answer) => answer.headers.get('content-security-policy')));
  expect(header).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(header).not.toContain('unsafe');
  const ran = await page.evaluate(() => {
    const all = globalThis as unknown as { ran: boolean };
    all.ran = false;
    document.head.append(Object.assign(document.createElement('script'), { textContent: 'globalThis.ran = true' }));
    document.body.append(Object.assign(document.createElement('div'), { innerHTML: '<img src=x onerror="ran=true">' }));
    return all.ran;
  });
  expect(ran).toBe(false);
});

test('the page gets files of the application only', async ({ page }) => {
  const statuses = await page.evaluate(() =>
    Promise.all(
      ['/', '/..%2f..%2fpackage.json', '/%2e%2e/electron/main.cjs', '/electron/main.cjs', '/print/1'].map((path) =>
        fetch(path).then((answer) => answer.status),
      ),
    ),
  );
  expect(statuses).toEqual([200, 403, 404, 404, 404]);
  expect(await page.evaluate(() => fetch('/', { method: 'POST' }).then((answer) => answer.status))).toBe(405);
});

test('permissions are denied', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const queries = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'].map((name) =>
      navigator.permissions.query({ name: name as PermissionName }).then((status) => status.state),
    );
    const media = navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied',
    );
    const screen = navigator.mediaDevices.getDisplayMedia().then(
      () => 'granted',
      () => 'denied',
    );
    const place = new Promise<string>((done) => {
      navigator.geolocation.getCurrentPosition(
        () => done('granted'),
        () => done('denied'),
      );
    });
    return Promise.all([...queries, Notification.requestPermission(), media, screen, place]);
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

test('a request against the contract is refused as a value, and frames have no bridge', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const { desktop } = globalThis as unknown as {
      desktop: { invoke(verb: unknown, request: unknown): Promise<unknown> };
    };
    return Promise.all([
      desktop.invoke('setZoom', { percent: 5000 }),
      desktop.invoke('readSnapshot', { name: '../stamp.json' }),
      desktop.invoke('openFile', { purpose: 'workbook\u0000', path: '/etc/passwd' }),
      desktop.invoke('__proto__', null),
      desktop.invoke('shell:openExternal', 'https://evil.example/'),
    ]);
  });
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'refused' } });
  const inFrame = await page.evaluate(
    () =>
      new Promise<string>((done) => {
        const frame = document.createElement('iframe');
        frame.srcdoc = '<p>frame</p>';
        frame.onload = () => done(typeof (frame.contentWindow as unknown as { desktop: unknown }).desktop);
        document.body.append(frame);
      }),
  );
  expect(inFrame).toBe('undefined');
});

test('the page runs in the sandbox of Chromium', async ({ page, desk }) => {
  await page.evaluate(settle);
  const renderers = processesUsing(desk.profile).filter(({ command }) => command.includes('--type=renderer'));
  expect(renderers.length).toBeGreaterThan(0);
  for (const { id, command } of renderers) {
    expect(command).not.toContain('--no-sandbox');
    expect(readFileSync(`/proc/${id}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
  }
});
