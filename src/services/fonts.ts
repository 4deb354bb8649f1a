import { fontRoles, rareFont, roleFonts, type FontRole } from '@/domain/fonts';
import { err, ok, type Result } from '@/domain/kernel';
import { pageLoaded } from '@/shell/page-loaded';

/** Which font prints a role on this computer. */
export interface FontChoice {
  readonly role: FontRole;
  readonly label: string;
  /** The office font that the role should have. */
  readonly wanted: string;
  /** wanted: it is installed; second: another office font is; shipped: the font that comes with the application is used. */
  readonly state: 'wanted' | 'second' | 'shipped';
  /** Name of the font in use. */
  readonly used: string;
}

/** Whether the system knows a font by this full or PostScript name, asked as a style sheet's local() asks it. */
async function isInstalled(name: string): Promise<boolean> {
  try {
    await new FontFace('probe', `local(${JSON.stringify(name)})`).load();
    return true;
  } catch {
    return false;
  }
}

async function choose(role: FontRole, installed: (name: string) => Promise<boolean>): Promise<FontChoice> {
  const { label, office, shipped } = roleFonts[role];
  const wanted = office[0].name;
  for (const font of office) {
    const known = await Promise.all(font.localNames.map(installed));
    if (!known.includes(true)) continue;
    return { role, label, wanted, state: font.name === wanted ? 'wanted' : 'second', used: font.name };
  }
  return { role, label, wanted, state: 'shipped', used: shipped };
}

/** Looks which office fonts are installed on this computer, and what replaces the missing ones; one entry a role. */
export async function findFonts(installed = isInstalled): Promise<readonly FontChoice[]> {
  return Promise.all(fontRoles.map((role) => choose(role, installed)));
}

/** What is missing and what replaces it, in one sentence; null where no shipped font has to help out. */
export function fontsSentence(fonts: readonly FontChoice[]): string | null {
  const missing = fonts.filter((font) => font.state === 'shipped');
  if (missing.length === 0) return null;
  const wanted = missing.map((font) => font.wanted).join('、');
  const used = missing.map((font) => font.used).join('、');
  return `本机没有装${wanted}，打印公文时用随软件提供的${used}代替。`;
}

/** Waits until the fonts that a previewed page needs are there; err says in words that one is not. */
export async function fontsReady(page: Document): Promise<Result<true, string>> {
  return (await pageLoaded(page)) ? ok(true) : err('预览用的字体没有载入，版面可能与打印不同。请关闭预览后再打开。');
}

/** The shipped fonts with their licence and the file that holds its whole text. */
export const fontLicences = [
  {
    fonts: fontRoles.map((role) => roleFonts[role].shipped).join('、'),
    holder: 'Fandol team',
    licence: 'GNU GPL 第 3 版，附字体例外',
    file: 'COPYING.txt',
  },
  { fonts: `${rareFont}（补字）`, holder: 'Adobe', licence: 'SIL Open Font License 1.1', file: 'OFL.txt' },
] as const;

/** Text of a licence, read from the application's own files. */
export async function readLicence(file: (typeof fontLicences)[number]['file']): Promise<Result<string, string>> {
  const answer = await fetch(`/fonts/${file}`);
  return answer.ok ? ok(await answer.text()) : err(`许可文件 ${file} 没有找到，请重新安装本软件。`);
}
