import { err, ok, type Result } from '@/domain/kernel';
import { linesOfParagraphs, linesOfText, parseLaw, type LawDraft, type TextLine } from '@/domain/law';
import type { LawFileRefusal } from '../contract';
import { decodeText, isReadableText } from '../workbook/read/text';
import { checkZip, inflatePart, zipDirectory } from '../workbook/read/zip-guard';
import { docxParagraphs } from './read-docx';

const largest = 20 * 1024 * 1024;

type Lines = Result<readonly TextLine[], LawFileRefusal>;

function refuse(kind: LawFileRefusal['kind'], message: string): Result<never, LawFileRefusal> {
  return err({ kind, message });
}

function openDocx(bytes: Uint8Array, name: string): Lines {
  const broken = refuse('damaged', `“${name}”已损坏或没有传完整，请用WPS或Word打开后另存为.docx再导入`);
  const parts = zipDirectory(bytes);
  if (!parts) return broken;
  if (!parts.some((part) => part.name === 'word/document.xml')) {
    return refuse('unknown-format', `“${name}”不是Word文档。可以导入的有：.docx、.txt、.md`);
  }
  const checked = checkZip(parts);
  if (!checked.ok) {
    if (checked.error.kind === 'damaged') return broken;
    if (checked.error.kind !== 'encrypted') {
      return refuse('too-large', `“${name}”解压后过大，可能不是正常的文档，没有打开。请把文字复制到新文档中再导入`);
    }
    return refuse('encrypted', `“${name}”设有打开密码，请先在WPS或Word中取消密码，另存后再导入`);
  }
  const text = (path: string): string | null => {
    const part = parts.find((one) => one.name === path);
    if (!part) return '';
    const inflated = inflatePart(bytes, part);
    return inflated ? new TextDecoder().decode(inflated) : null;
  };
  const [document, numbering, styles] = [
    text('word/document.xml'),
    text('word/numbering.xml'),
    text('word/styles.xml'),
  ];
  if (document === null || numbering === null || styles === null) return broken;
  return ok(linesOfParagraphs(docxParagraphs({ document, numbering, styles })));
}

const foreign: readonly (readonly [readonly number[], string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], '是旧版Word（.doc）或WPS（.wps）格式，请打开后另存为.docx再导入'],
  [[0x25, 0x50, 0x44, 0x46], '是PDF，不能直接导入。请用WPS或Word打开后另存为.docx，或把文字复制到记事本存成.txt'],
  [[0x89, 0x50, 0x4e, 0x47], '是图片，请先识别成文字再导入'],
  [[0xff, 0xd8, 0xff], '是图片，请先识别成文字再导入'],
  [[0x52, 0x61, 0x72, 0x21], '是压缩包，请先解压，再选择其中的文件'],
];

function readLines(bytes: Uint8Array, name: string): Lines {
  if (bytes.length === 0) return refuse('empty', `“${name}”是空文件，请确认选对了文件`);
  if (bytes.length > largest) return refuse('too-large', `“${name}”超过20 MB。请删去图片，或只留下正文文字再导入`);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return openDocx(bytes, name);
  for (const [signs, what] of foreign) {
    if (signs.every((sign, at) => bytes[at] === sign)) return refuse('unknown-format', `“${name}”${what}`);
  }
  const decoded = decodeText(bytes);
  if (!decoded || !isReadableText(decoded.text)) {
    return refuse('unknown-format', `“${name}”里没有可读的文字。可以导入的有：.docx、.txt、.md`);
  }
  if (/^\s*(<!doctype html|<html|<\?xml)/i.test(decoded.text)) {
    return refuse('unknown-format', `“${name}”是网页，请把其中的文字复制到记事本，存成.txt再导入`);
  }
  return ok(linesOfText(decoded.text));
}

/**
 * Reads a law's text out of a file: .docx by its paragraphs and counted numbers, .txt and .md in UTF-8, UTF-16 or GB18030,
 * told by content whatever the name says.
 * @param bytes the whole file, at most 20 MB.
 * @param name file name with its ending.
 * @returns title, note, articles and remarks; a refusal with its sentence where the file cannot be read or has neither
 * articles nor numbered headings.
 */
export function readLaw(bytes: Uint8Array, name: string): Result<LawDraft, LawFileRefusal> {
  const lines = readLines(bytes, name);
  return lines.ok ? parseLaw(lines.value, name) : lines;
}
