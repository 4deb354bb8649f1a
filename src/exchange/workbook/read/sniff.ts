import { zipDirectory, type ZipPart } from './zip-guard';

/** What the first bytes and the directory of a file say it is. */
export type Kind =
  | { readonly kind: 'xlsx'; readonly parts: readonly ZipPart[] }
  | { readonly kind: 'ods'; readonly parts: readonly ZipPart[] }
  | { readonly kind: 'ole' }
  /** Stream of an .xls without its container, as some systems write it. */
  | { readonly kind: 'biff' }
  | { readonly kind: 'text' }
  | { readonly kind: 'damaged-zip' }
  /** Something else; the sentence says what, where it is known. */
  | { readonly kind: 'other'; readonly message: string | null };

const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const foreign: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], '这是PDF文件，不是表格。请向提供单位索取.xlsx或.xls格式的表格'],
  [[0x52, 0x61, 0x72, 0x21], '这是压缩包，请先解压，再选择其中的表格文件'],
  [[0x37, 0x7a, 0xbc, 0xaf], '这是压缩包，请先解压，再选择其中的表格文件'],
  [[0x1f, 0x8b], '这是压缩包，请先解压，再选择其中的表格文件'],
  [[0x89, 0x50, 0x4e, 0x47], '这是图片，不是表格。请向提供单位索取.xlsx或.xls格式的表格'],
  [[0xff, 0xd8, 0xff], '这是图片，不是表格。请向提供单位索取.xlsx或.xls格式的表格'],
];

function startsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign);
}

function zipKind(bytes: Uint8Array): Kind {
  const parts = zipDirectory(bytes);
  if (!parts) return { kind: 'damaged-zip' };
  const has = (name: string): boolean => parts.some((part) => part.name === name);
  if (has('xl/workbook.bin')) return { kind: 'other', message: '这是.xlsb格式，请用Excel打开后另存为.xlsx再导入' };
  if (has('[Content_Types].xml') && parts.some((part) => /(^|\/)workbook\.xml$/i.test(part.name))) {
    return { kind: 'xlsx', parts };
  }
  if (has('content.xml') && has('META-INF/manifest.xml')) return { kind: 'ods', parts };
  if (has('word/document.xml')) return { kind: 'other', message: '这是Word文档，请把其中的表格复制到Excel中再导入' };
  return { kind: 'other', message: '压缩包里不是一份表格。如果是压缩包，请先解压，再选择其中的表格文件' };
}

function isBiff(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x09 && (bytes[1] ?? 1) <= 8 && bytes[1] !== 0x09 && (bytes[3] ?? 1) === 0 && (bytes[2] ?? 0) <= 16
  );
}

/** Tells the kind of a file by its content; its name is not looked at. */
export function sniff(bytes: Uint8Array): Kind {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return zipKind(bytes);
  if (startsWith(bytes, ole)) return { kind: 'ole' };
  for (const [signs, message] of foreign) if (startsWith(bytes, signs)) return { kind: 'other', message };
  return isBiff(bytes) ? { kind: 'biff' } : { kind: 'text' };
}

/** Why a text is a page or a document in markup rather than a list of fields; null where it is not. */
export function markupRefusal(text: string): string | null {
  const head = text.slice(0, 2000).trimStart().toLowerCase();
  const isMarkup = /^(\ufeff)?<(\?xml|!doctype|html|table|head|meta|workbook|style)/.test(head);
  return isMarkup ? '这是网页格式的表格，请用WPS或Excel打开后另存为.xlsx再导入' : null;
}
