import { expect, it } from 'vitest';
import { finding } from '@/domain/finding';
import { addAttachment } from '@/services/attachments';
import type { Workbench } from '@/services/workbench';
import { errorOf, valueOf } from './desk';
import { found, openFindingDesk } from './finding-desk';

const program = Uint8Array.from(`MZ${'\0'.repeat(64)}PE\0\0`, (sign) => sign.charCodeAt(0));
const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0x4a, 0x46, 0x49, 0x46]);

/** The desk as it is when the person chooses a file. */
function choosing(bench: Workbench, name: string, bytes: Uint8Array): Workbench {
  const openFile = () => Promise.resolve({ ok: true, value: { name, bytes } } as const);
  return { ...bench, shell: { ...bench.shell, openFile } as Workbench['shell'] };
}

it('evidence that is no readable file is refused with its name, and nothing is stored', async () => {
  const { bench, bodies } = await openFindingDesk();
  const [row] = await found(bench, bodies.market, 1);
  const owner = { ledger: finding.id, id: row?.id ?? '' };
  const digest = await bench.storage.stateDigest();
  const refused: readonly (readonly [string, Uint8Array, string])[] = [
    ['现场照片.jpg', new Uint8Array(), '“现场照片.jpg”是空文件，没有添加'],
    ['现场照片.jpg', program, '“现场照片.jpg”是程序，不是可以作为证据查看的文件'],
    ['安装包.exe', program, '“安装包.exe”是程序'],
    ['现场照片.jpg', Uint8Array.of(1, 2, 3), '“现场照片.jpg”的内容不是完整的JPG文件'],
  ];
  for (const [name, bytes, message] of refused) {
    expect(errorOf(await addAttachment(choosing(bench, name, bytes), owner))).toContain(message);
  }
  expect(await bench.storage.stateDigest()).toBe(digest);
  const kept = valueOf(await addAttachment(choosing(bench, '现场照片.jpg', photo), owner));
  expect(kept).toMatchObject({ done: true, name: '现场照片.jpg' });
  expect(await bench.storage.countRows({ ledger: 'attachment' })).toBe(1);
});
