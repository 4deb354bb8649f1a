import type { WorkbookRefusal } from '../../contract';
import { err, type Result } from '@/domain/kernel';

/** What a file may cost. Beyond it a file is refused in words before it can exhaust the computer. */
export const limits = {
  fileBytes: 64 * 1024 * 1024,
  rows: 200_000,
  columns: 512,
  /** All parts of a zip together, inflated. */
  inflatedBytes: 512 * 1024 * 1024,
  /** Inflated size of a part against its packed size, where the part is larger than freeBytes. */
  ratio: 200,
  freeBytes: 8 * 1024 * 1024,
  parts: 10_000,
} as const;

/** A refusal with its sentence. */
export function refuse(kind: WorkbookRefusal['kind'], message: string): Result<never, WorkbookRefusal> {
  return err({ kind, message });
}

export const damaged = '文件已损坏或没有传完整，请用WPS或Excel打开后另存为.xlsx再导入';
export const encrypted = '文件设有打开密码，请先在WPS或Excel中取消密码，另存后再导入';
export const notWorkbook = '这不是表格文件。可以导入的有：.xlsx、.xls、.et、.ods、.csv';
export const expands = '文件解压后过大，可能不是正常的表格文件，没有打开。请把需要的内容复制到新表格中再导入';
