import { describe, expect, it } from 'vitest';
import { join, sep } from 'node:path';
import { isOurs, isPage, pageAddress, pageOrigin } from '../../electron/main/origin';
import { fileOf, pageHeaders } from '../../electron/main/page-files';
import { addJob, answerWithJob } from '../../electron/main/print-jobs';
import { dataFolder, programName } from '../../electron/main/data-folder';

describe('the place of the data', () => {
  it('keeps the origin and the folder under which bureaus already have data', () => {
    expect(pageOrigin).toBe('app://bureau');
    expect(programName).toBe('supervision-desk');
    expect(dataFolder('/home/a', undefined).root).toBe(join('/home/a', 'supervision-desk'));
    expect(dataFolder('/home/a', undefined).profile).toBe(join('/home/a', 'supervision-desk', 'profile'));
  });
});

describe('an address', () => {
  it.each(['app://bureau/', 'app://bureau/index.html', 'app://bureau/assets/a.js?x=1#y'])('%s is ours', (address) => {
    expect(isOurs(address)).toBe(true);
  });

  it.each([
    'https://evil.example/?next=app://bureau/',
    'app://bureau.evil.example/',
    'app://bureau@evil.example/',
    'app://user@bureau/',
    'app://other/',
    'app:bureau',
    'apps://bureau/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'about:blank',
    '',
  ])('%s is not ours', (address) => {
    expect(isOurs(address)).toBe(false);
  });

  it('is the page only without another path or query', () => {
    expect(isPage(`${pageAddress}#/register/duty-item`)).toBe(true);
    expect(isPage('app://bureau/index.html')).toBe(true);
    expect(isPage('app://bureau/print/1')).toBe(false);
    expect(isPage('app://bureau/?x=1')).toBe(false);
  });
});

describe('a file of the page', () => {
  const folder = join(sep, 'opt', 'page');

  it('is found inside the folder', () => {
    expect(fileOf('app://bureau/', folder)).toBe(join(folder, 'index.html'));
    expect(fileOf('app://bureau/assets/%E8%A1%A8.js', folder)).toBe(join(folder, 'assets', '表.js'));
  });

  it.each([
    'app://bureau/%2e%2e/secret',
    'app://bureau/..%2fsecret',
    'app://bureau/a/..%2f..%2fpage-evil/x',
    'app://bureau/..%5csecret',
    'app://bureau/%00',
    'app://bureau/%E0%A4%A',
    'https://bureau/index.html',
  ])('%s leads to no file outside it', (address) => {
    const file = fileOf(address, folder);
    expect(file === null || file.startsWith(folder + sep)).toBe(true);
  });

  it('refuses what is written to climb out', () => {
    expect(fileOf('app://bureau/..%2fsecret', folder)).toBeNull();
    expect(fileOf('app://bureau/a/..%2f..%2fpage-evil/x', folder)).toBeNull();
  });

  it('comes with a policy that begins with nothing allowed', () => {
    expect(pageHeaders['content-security-policy']).toMatch(/^default-src 'none';/);
    expect(pageHeaders['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
  });
});

describe('a page to print', () => {
  it('is there under its own address until it is done, and may run no script', async () => {
    const jobs = new Map<string, string>();
    const { id, address } = addJob(jobs, '<p>名册</p>');
    const answer = answerWithJob(new Request(address), jobs);
    expect(await answer?.text()).toBe('<p>名册</p>');
    expect(answer?.headers.get('content-security-policy')).not.toContain('script-src');
    jobs.delete(id);
    expect(answerWithJob(new Request(address), jobs)).toBeNull();
    expect(answerWithJob(new Request(`https://evil.example/print/${id}`), jobs)).toBeNull();
  });
});
