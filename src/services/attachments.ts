import { err, ok, type CommitReceipt, type CommitRefusal, type Result } from '@/domain/kernel';
import { unreadableFile } from '@/domain/workbench';
import type { AttachmentInfo } from '@/storage/contract';
import type { Workbench } from './workbench';

/** The record that a file belongs to. */
export interface AttachmentOwner {
  readonly ledger: string;
  readonly id: string;
}

/** What became of a step with a file: done, given up by the person, or refused with a Chinese sentence. */
export type FileStep = Result<{ readonly done: boolean; readonly name: string; readonly seq: number }, string>;

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain',
  zip: 'application/zip',
};

/** Media type of a file by the ending of its name; what is not known is plain bytes. */
export function mediaTypeOf(name: string): string {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return mediaTypes[ending] ?? 'application/octet-stream';
}

function step(done: boolean, name: string, seq = 0): FileStep {
  return ok({ done, name, seq });
}

function sentence(error: CommitRefusal): string {
  return error.kind === 'invalid' ? (error.problems[0]?.message ?? '附件未能保存') : error.message;
}

/** Lets the person choose a file and stores it with the record. */
export async function addAttachment(bench: Workbench, owner: AttachmentOwner): Promise<FileStep> {
  const opened = await bench.shell.openFile({ purpose: 'attachment' });
  if (!opened.ok) return err(opened.error.message);
  if (opened.value === null) return step(false, '');
  const { name, bytes } = opened.value;
  const unreadable = unreadableFile(name, bytes);
  if (unreadable !== null) return err(unreadable);
  const file = { name, mediaType: mediaTypeOf(name), bytes };
  const stored = await bench.storage.attach(owner, file, bench.session.context());
  return stored.ok ? step(true, name, stored.value.seq) : err(sentence(stored.error));
}

/** Writes a stored file to a place that the person chooses. */
export async function saveAttachment(bench: Workbench, file: AttachmentInfo): Promise<FileStep> {
  const bytes = await bench.storage.attachmentBytes(file.sha256);
  if (bytes === null) return err(`“${file.name}”的内容找不到了，请到“系统—备份”检查数据`);
  const saved = await bench.shell.saveFile({ purpose: 'attachment', name: file.name, bytes });
  if (!saved.ok) return err(saved.error.message);
  return step(saved.value !== null, saved.value?.name ?? '');
}

/** Takes a file off its record; it can be undone like any change. */
export function removeAttachment(bench: Workbench, id: string): Promise<Result<CommitReceipt, CommitRefusal>> {
  return bench.storage.commit(
    { kind: 'attach', label: '移除附件' },
    [{ op: 'remove', ledger: 'attachment', id }],
    bench.session.context(),
  );
}
