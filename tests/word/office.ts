import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Word files turned into PDF by an office program, in a folder of their own. */
export interface Converted {
  /** Path of the PDF of a file by its name without ending. */
  pdf(name: string): string;
  remove(): void;
}

/**
 * Fonts of the test machine alone, one Chinese face for every name that an office knows: widths of Chinese characters are
 * alike in all, so that lines break as they do with the office's fonts.
 */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>/usr/share/fonts</dir><cachedir>${join(folder, 'font-cache')}</cachedir>
<match target="pattern"><edit name="family" mode="append" binding="same"><string>Noto Serif CJK SC</string></edit></match>
</fontconfig>`;
}

/** LibreOffice of the machine. The tests fail where there is none, since nothing else says how an office opens the files. */
function office(): string {
  const found = ['soffice', 'libreoffice'].find((name) => {
    try {
      execFileSync('which', [name], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
  if (found) return found;
  throw new Error(
    '没有找到 LibreOffice，无法检查 Word 文件的版式。请安装 libreoffice-writer（Debian：libreoffice-writer-nogui）。',
  );
}

/**
 * Turns Word files into PDF in one run of LibreOffice with a profile of its own.
 * @param files their bytes by their names without ending
 */
export function convertToPdf(files: Readonly<Record<string, Uint8Array>>): Converted {
  const program = office();
  const folder = mkdtempSync(join(tmpdir(), 'word-files-'));
  const out = join(folder, 'pdf');
  mkdirSync(out);
  const fonts = join(folder, 'fonts.conf');
  writeFileSync(fonts, fontSettings(folder));
  const paths = Object.entries(files).map(([name, bytes]) => {
    const path = join(folder, `${name}.docx`);
    writeFileSync(path, bytes);
    return path;
  });
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const order = [profile, '--headless', '--norestore', '--convert-to', 'pdf', '--outdir', out, ...paths];
  execFileSync(program, order, { stdio: 'ignore', env: { ...process.env, FONTCONFIG_FILE: fonts }, timeout: 300_000 });
  return {
    pdf: (name) => join(out, `${name}.pdf`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
