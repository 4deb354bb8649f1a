import { describe, expect, it } from 'vitest';
import { unreadableFile } from '@/domain/workbench';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const zip = (...names: readonly string[]): Uint8Array => bytesOf(`PK\u0003\u0004${names.join('\0')}PK\u0005\u0006`);
const pdf = bytesOf('%PDF-1.7\n1 0 obj\n%%EOF\n');
const jpg = bytesOf('\u00ff\u00d8\u00ff\u00e0JFIF');
const program = bytesOf(`MZ${'\u0000'.repeat(64)}PE\u0000\u0000`);
const png = bytesOf('\u0089PNG\r\n\u001a\n');

describe('a file kept as evidence', () => {
  it.each([
    ['整改报告.pdf', pdf],
    ['现场.JPG', jpg],
    ['截图.png', png],
    ['说明.docx', zip('[Content_Types].xml', 'word/document.xml')],
    ['台账.xlsx', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['旧表.xls', bytesOf('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')],
    ['导出.xls', bytesOf('<html><table></table></html>')],
    ['录音.mp3', bytesOf('ID3')],
    ['录像.mp4', bytesOf('\u0000\u0000\u0000\u0018ftypmp42')],
    ['说明.txt', bytesOf('MZ 是拼音缩写')],
    ['记事本.txt', bytesOf('\u00ff\u00fea\u0000b\u0000')],
  ])('%s is taken where it can be what it says', (name, bytes) => {
    expect(unreadableFile(name, bytes)).toBeNull();
  });

  it.each([
    ['空.pdf', new Uint8Array()],
    ['照片改名.pdf', jpg],
    ['没传完.pdf', bytesOf('%PDF-1.7\n1 0 obj')],
    ['网页.jpg', bytesOf('<html>not found</html>')],
    ['表格改名.docx', zip('[Content_Types].xml', 'xl/workbook.xml')],
    ['没传完.xlsx', bytesOf('PK\u0003\u0004[Content_Types].xml xl/workbook.xml')],
    ['文字.png', bytesOf('hello')],
    ['空.jpg', new Uint8Array()],
    ['程序改名.jpg', program],
    ['程序改名.txt', program],
    ['程序改名.mp3', program],
    ['程序.exe', program],
    ['脚本.bat', bytesOf('del *.*')],
    ['坏了.mp4', bytesOf('<html>')],
    ['二进制.txt', bytesOf('a\u0000b')],
  ])('%s is refused with its name and what to do', (name, bytes) => {
    expect(unreadableFile(name, bytes)).toContain(name);
    expect(unreadableFile(name, bytes)).toMatch(/没有添加/);
  });
});
