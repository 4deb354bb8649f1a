/** What the content of a file must look like, by the ending of its name. */
type Check = (bytes: Uint8Array) => boolean;

/** How far from its ends a PDF file may carry other bytes. */
const pdfSlack = 1024;

function startsWith(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

/** ISO 32000-1, 7.5.2 and 7.5.5: a header in front, %%EOF at the end; a file cut off on its way lacks the end. */
const pdf: Check = (bytes) =>
  textOf(bytes.subarray(0, pdfSlack)).includes('%PDF-') && textOf(bytes.subarray(-pdfSlack)).includes('%%EOF');

const jpeg: Check = (bytes) => startsWith(bytes, 0xff, 0xd8, 0xff);
const png: Check = (bytes) => startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** A zip archive whose directory at the end is there; names of its entries stand in it as plain text. */
function zipWith(...names: readonly string[]): Check {
  return (bytes) => {
    if (!startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return false;
    const text = textOf(bytes);
    return text.includes('PK\u0005\u0006') && names.every((name) => text.includes(name));
  };
}

/** Old office files: compound files, or HTML and RTF that office programs save under these endings. */
const oldOffice: Check = (bytes) =>
  startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1) ||
  /^(\uFEFF|ï»¿)?\s*(<|\{\\rtf)/.test(textOf(bytes.subarray(0, pdfSlack)));

/** Plain text has no zero bytes, unless it is marked as UTF-16. */
const plainText: Check = (bytes) =>
  startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) || !bytes.includes(0);

/** ISO/IEC 14496-12, 4.3: the type of the file stands behind the length of its first box. */
const isoMedia: Check = (bytes) => textOf(bytes.subarray(4, 8)) === 'ftyp';

const programEndings: ReadonlySet<string> = new Set(
  'exe dll com scr msi bat cmd ps1 vbs vbe js jse wsf hta jar lnk reg apk sh'.split(' '),
);

/** How far into a Windows program its own signature stands at the most. */
const programHeader = 4096;

/** A program for Windows or Linux, whatever its name. */
function isProgram(bytes: Uint8Array): boolean {
  const windows = startsWith(bytes, 0x4d, 0x5a) && textOf(bytes.subarray(0, programHeader)).includes('PE\u0000\u0000');
  return windows || startsWith(bytes, 0x7f, 0x45, 0x4c, 0x46);
}

const checks: Readonly<Record<string, Check>> = {
  pdf,
  jpg: jpeg,
  jpeg,
  png,
  docx: zipWith('[Content_Types].xml', 'word/'),
  xlsx: zipWith('[Content_Types].xml', 'xl/'),
  doc: oldOffice,
  xls: oldOffice,
  zip: zipWith(),
  txt: plainText,
  csv: plainText,
  gif: (bytes) => startsWith(bytes, 0x47, 0x49, 0x46, 0x38),
  bmp: (bytes) => startsWith(bytes, 0x42, 0x4d),
  mp4: isoMedia,
  m4a: isoMedia,
};

/**
 * Whether a file that somebody keeps as evidence can be what its name says. Only the outer form is looked at: that is
 * what goes wrong with files that were renamed, or broken off while they were copied or scanned.
 * @param bytes the whole content.
 * @returns a Chinese sentence, or null where nothing speaks against it; endings that are not known are let through,
 * programs never.
 */
export function unreadableFile(name: string, bytes: Uint8Array): string | null {
  if (bytes.length === 0) return `“${name}”是空文件，没有添加`;
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (programEndings.has(ending) || isProgram(bytes)) {
    return `“${name}”是程序，不是可以作为证据查看的文件，没有添加；请添加照片、录音录像或者文档`;
  }
  const check = checks[ending];
  if (!check || check(bytes)) return null;
  return `“${name}”的内容不是完整的${ending.toUpperCase()}文件，打不开，没有添加；请用原来的软件重新另存或重新扫描后再添加`;
}
