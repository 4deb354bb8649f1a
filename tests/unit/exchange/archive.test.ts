import { readdirSync, readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { canonicalJson, jsonSchemaOf, type ArchiveFacts, type ArchiveSink } from '@/domain/kernel';
import { ledgerOf } from '@/domain/registry';
import { stageArchive, verifyArchive, writeArchive } from '@/exchange/archive';
import type { Work } from '@/exchange/work';
import { altered, quiet, row, sampleArchive, sampleSource, sha256, type Opened } from './archive-samples';

const stamp = { program: '0.1.0', createdAt: '2026-11-22T08:00:00.000Z' };
const entities = 'ledgers/enforcement-entity.ndjson';
const commits = 'log/commits.ndjson';
const changes = 'log/changes.ndjson';

function memorySink(): ArchiveSink & { readonly facts: ArchiveFacts[]; readonly pieces: [string, Uint8Array][] } {
  const facts: ArchiveFacts[] = [];
  const pieces: [string, Uint8Array][] = [];
  return {
    facts,
    pieces,
    beginStage: async (given) => void facts.push(given),
    stagePiece: async (path, bytes) => void pieces.push([path, bytes]),
  };
}

/** The sentence with which an archive is refused. */
async function refusal(bytes: Uint8Array): Promise<string> {
  const result = await verifyArchive(bytes, quiet());
  if (result.ok) throw new Error('the archive was accepted');
  return result.error.message;
}

async function refusalOf(change: (opened: Opened) => void): Promise<string> {
  return refusal(altered(await sampleArchive(), change));
}

function withoutLine(text: string, at: number): string {
  return text
    .split('\n')
    .filter((_, line) => line !== at)
    .join('\n');
}

describe('writing an archive', () => {
  test('begins with a manifest of counts, sizes and digests of every other part', async () => {
    const bytes = await sampleArchive();
    expect(strFromU8(bytes.subarray(30, 43))).toBe('manifest.json');
    const files = unzipSync(bytes);
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    expect(manifest).toMatchObject({
      format: 'supervision-desk-archive',
      formatVersion: 1,
      ...stamp,
      schemaVersion: 1,
      origin: '320723',
      bureau: '灌云县司法局',
      head: { seq: 2 },
    });
    const listed = manifest.parts as { path: string; count: number; bytes: number; sha256: string }[];
    expect(listed.map((part) => part.path).sort()).toEqual(
      Object.keys(files)
        .filter((path) => path !== 'manifest.json')
        .sort(),
    );
    for (const part of listed) {
      expect(part.sha256).toBe(sha256(files[part.path] ?? new Uint8Array()));
      expect(part.bytes).toBe(files[part.path]?.length);
    }
    expect(listed.find((part) => part.path === entities)?.count).toBe(4);
  });

  test('carries the JSON Schema of each ledger', async () => {
    const files = unzipSync(await sampleArchive());
    expect(JSON.parse(strFromU8(files['schemas/enforcement-entity.json'] ?? new Uint8Array()))).toEqual(
      JSON.parse(canonicalJson(jsonSchemaOf(ledgerOf('enforcement-entity')))),
    );
  });

  test('gives equal bytes for equal data', async () => {
    expect(sha256(await sampleArchive())).toBe(sha256(await sampleArchive()));
  });

  test('works for a bureau without any data', async () => {
    const result = await writeArchive(sampleSource([], []), stamp, quiet());
    expect(result.ok).toBe(true);
  });

  test('is refused where what was written does not stand up to the verifier', async () => {
    const source = sampleSource();
    const facts = await source.beginCopy();
    const lying = { ...source, beginCopy: async () => ({ ...facts, head: { ...facts.head, seq: 3 } }) };
    const result = await writeArchive(lying, stamp, quiet());
    expect(result).toMatchObject({ ok: false, error: { message: expect.stringContaining('没有保存') } });
  });

  test('lets go of the storage also when it is cancelled or fails', async () => {
    const source = sampleSource();
    const cancelled: Work = { signal: AbortSignal.abort(), onProgress: () => undefined };
    expect(await writeArchive(source, stamp, cancelled)).toEqual({ ok: false, error: { message: '已取消' } });
    expect(source.state.open).toBe(false);
    const failing = { ...source, readPiece: () => Promise.reject(new Error('read')) };
    await expect(writeArchive(failing, stamp, quiet())).rejects.toThrow('read');
    expect(source.state.open).toBe(false);
  });

  test('refuses more parts than a container holds', async () => {
    const source = sampleSource();
    const facts = await source.beginCopy();
    const parts = Array.from({ length: 65_001 }, (_, at) => ({ path: `attachments/${at}`, count: 1 }));
    const full = { ...source, beginCopy: async () => ({ ...facts, parts }) };
    expect(await writeArchive(full, stamp, quiet())).toMatchObject({ ok: false });
  });
});

describe('the verifier accepts', () => {
  test('what the writer wrote, and says what it found', async () => {
    const bytes = await sampleArchive();
    const result = await verifyArchive(bytes, quiet());
    expect(result).toMatchObject({
      ok: true,
      value: { format: 'supervision-desk-archive', formatVersion: 1, program: '0.1.0', bytes: bytes.length },
    });
    expect(result.ok && result.value.facts).toEqual(await sampleSource().beginCopy());
  });

  test('an archive packed again by another program, as long as everything is in it', async () => {
    const result = await verifyArchive(
      altered(await sampleArchive(), () => undefined),
      quiet(),
    );
    expect(result.ok).toBe(true);
  });

  test('a record that is older than a field of its ledger', async () => {
    const archive = await sampleArchive(sampleSource([[row(1, { name: '甲局' })]]));
    expect((await verifyArchive(archive, quiet())).ok).toBe(true);
  });
});

describe('the verifier refuses a container', () => {
  test.each([
    ['that is empty', () => new Uint8Array(), '不是本系统的备份'],
    ['that is something else', () => strToU8('姓名,单位\n张三,某局\n'.repeat(20)), '不是本系统的备份'],
    ['of zeros, as a power cut leaves it', (archive: Uint8Array) => new Uint8Array(archive.length), '不是本系统'],
    ['whose end is missing', (archive: Uint8Array) => archive.slice(0, -100), '不完整'],
    ['cut in the middle', (archive: Uint8Array) => archive.slice(0, archive.length / 2), '不完整'],
    ['with something behind it', (archive: Uint8Array) => new Uint8Array([...archive, 1, 2, 3]), '不完整'],
  ])('%s', async (_name, change, sentence) => {
    expect(await refusal(change(await sampleArchive()))).toContain(sentence);
  });

  test('in which any single byte is changed', async () => {
    const archive = await sampleArchive();
    for (let at = 0; at < archive.length; at += 7) {
      const copy = archive.slice();
      copy[at] = (copy[at] ?? 0) ^ 0xff;
      // A few bytes of the headers say when an entry was written and by which version: they carry no content.
      const result = await verifyArchive(copy, quiet());
      const changed = result.ok ? unzipSync(copy) : null;
      expect(changed === null || sameFiles(changed, unzipSync(archive)), `byte ${at}`).toBe(true);
    }
  }, 30_000);

  test('whose directory claims another size', async () => {
    const archive = await sampleArchive();
    const view = new DataView(archive.buffer);
    const directory = view.getUint32(archive.length - 6, true);
    view.setUint32(directory + 24, 5, true);
    expect(await refusal(archive)).toContain('不一致');
  });

  test('that is encrypted or packed in an unknown way', async () => {
    for (const [offset, value] of [
      [8, 1],
      [10, 14],
    ] as const) {
      const archive = await sampleArchive();
      const view = new DataView(archive.buffer);
      view.setUint16(view.getUint32(archive.length - 6, true) + offset, value, true);
      expect(await refusal(archive)).toContain('结构不对');
    }
  });

  test('with hidden bytes between its entries', async () => {
    const archive = altered(await sampleArchive(), () => undefined);
    const view = new DataView(archive.buffer);
    const directory = view.getUint32(archive.length - 6, true);
    const grown = new Uint8Array(archive.length + 8);
    grown.set(archive.subarray(0, directory));
    grown.set(archive.subarray(directory), directory + 8);
    new DataView(grown.buffer).setUint32(grown.length - 6, directory + 8, true);
    expect(await refusal(grown)).toContain('结构不对');
  });

  test('that would unfold to an abnormal size', async () => {
    const bomb = altered(await sampleArchive(), ({ files }) => {
      files.set('attachments/' + '0'.repeat(64), new Uint8Array(12 * 1024 ** 2));
    });
    expect(await refusal(bomb)).toContain('大得不正常');
  });

  test('whose content gets longer than it claims', async () => {
    const archive = altered(await sampleArchive(), () => undefined);
    const view = new DataView(archive.buffer);
    // Both headers of the first entry agree on a size that is too small.
    const directory = view.getUint32(archive.length - 6, true);
    for (const at of [22, directory + 24]) view.setUint32(at, view.getUint32(at, true) - 1, true);
    expect(await refusal(archive)).toContain('已损坏');
  });
});

function sameFiles(a: Record<string, Uint8Array>, b: Record<string, Uint8Array>): boolean {
  const print = (files: Record<string, Uint8Array>): string =>
    Object.entries(files)
      .map(([path, bytes]) => path + sha256(bytes))
      .sort()
      .join();
  return print(a) === print(b);
}

describe('the verifier refuses a manifest', () => {
  test('that does not come first', async () => {
    const files = unzipSync(await sampleArchive());
    const { 'manifest.json': manifest, ...rest } = files;
    expect(await refusal(zipSync({ ...rest, 'manifest.json': manifest ?? new Uint8Array() }))).toContain('清单');
  });

  test('that cannot be read', async () => {
    const files = unzipSync(await sampleArchive());
    expect(await refusal(zipSync({ ...files, 'manifest.json': strToU8('{') }))).toContain('读不懂');
    expect(await refusal(zipSync({ ...files, 'manifest.json': strToU8('[]') }))).toContain('格式不认识');
  });

  test.each([
    ['of another format', (opened: Opened) => void (opened.manifest['format'] = 'other'), '格式不认识'],
    ['of a newer version', (opened: Opened) => void (opened.manifest['formatVersion'] = 2), '请先升级本程序'],
    ['of no version', (opened: Opened) => void (opened.manifest['formatVersion'] = 0), 'formatVersion'],
    ['without time', (opened: Opened) => void delete opened.manifest['createdAt'], 'createdAt'],
    ['without schema version', (opened: Opened) => void delete opened.manifest['schemaVersion'], 'schemaVersion'],
    ['with a wrong head', (opened: Opened) => void (opened.manifest.head.hash = 'x'), 'head'],
    [
      'with a wrong count',
      (opened: Opened) => void Object.assign(opened.manifest.parts[0] ?? {}, { count: -1 }),
      'parts',
    ],
  ])('%s', async (_name, change, sentence) => {
    expect(await refusalOf(change)).toContain(sentence);
  });

  test('that lists a part which is missing', async () => {
    expect(await refusalOf(({ files }) => void files.delete(entities))).toContain('缺少清单所列');
  });

  test('that does not list a part which is there', async () => {
    const extra = (opened: Opened): void => void opened.files.set('ledgers/duty-item.ndjson', new Uint8Array());
    expect(await refusalOf(extra)).toContain('不在清单上');
  });

  test('that lists a part twice', async () => {
    const twice = ({ manifest }: Opened): void => void manifest.parts.push(...manifest.parts.slice(0, 1));
    expect(await refusalOf(twice)).toContain('出现了两次');
  });

  test.each(['../evil.ndjson', 'ledgers/../../evil.ndjson', '/etc/passwd', 'C:\\evil', 'ledgers\\evil.ndjson'])(
    'with a path that leaves its folder: %s',
    async (path) => {
      expect(await refusalOf(({ files }) => void files.set(path, strToU8('x')))).toContain('不安全的文件名');
    },
  );

  test('with a file of an unknown kind', async () => {
    expect(await refusalOf(({ files }) => void files.set('run.exe', strToU8('MZ')))).toContain('不认识的文件');
  });
});

describe('the verifier refuses a container with two entries of one name', () => {
  test('whichever of them the manifest means', async () => {
    const archive = altered(await sampleArchive(), ({ files }) => {
      files.set('ledgers/enforcement-entitx.ndjson', files.get(entities) ?? new Uint8Array());
    });
    const text = Buffer.from(archive);
    for (let at = text.indexOf('entitx'); at >= 0; at = text.indexOf('entitx', at + 1)) text.write('entity', at);
    expect(await refusal(new Uint8Array(text))).toContain('出现了两次');
  });
});

describe('the verifier refuses a part', () => {
  test('whose content was changed', async () => {
    const path = `attachments/${sha256('一份扫描件')}`;
    expect(await refusalOf(({ files }) => void files.set(path, strToU8('另份扫描件')))).toContain('摘要不符');
  });

  test('of another length', async () => {
    expect(await refusalOf(({ files, text }) => void files.set(entities, strToU8(`${text(entities)} `)))).toContain(
      '长度',
    );
  });

  test('with another number of records than the manifest says', async () => {
    const change = ({ manifest }: Opened): void => {
      for (const part of manifest.parts) if (part.path === entities) part.count += 1;
    };
    expect(await refusalOf(change)).toContain('有4条，清单写的是5条');
  });

  test('whose last line has no end', async () => {
    expect(await refusalOf(({ put, text }) => put(entities, text(entities).slice(0, -1)))).toContain('最后一行不完整');
  });

  test.each([
    ['no JSON', '{"id":'],
    ['a list', '[]'],
    ['nothing', ''],
  ])('with a line that is %s', async (_name, line) => {
    expect(await refusalOf(({ put, text }) => put(entities, `${text(entities)}${line}\n`))).toContain('第5行读不懂');
  });

  test('that is no UTF-8', async () => {
    const change = ({ files, manifest }: Opened): void => {
      const bytes = new Uint8Array([0xff, 0xfe, 10]);
      files.set(entities, bytes);
      const part = manifest.parts.find((one) => one.path === entities);
      if (part) Object.assign(part, { bytes: 3, sha256: sha256(bytes), count: 1 });
    };
    expect(await refusalOf(change)).toContain('读不懂的文字');
  });

  test.each([
    ['id', { id: '7' }],
    ['revision', { revision: 0 }],
    ['origin', { origin: null }],
    ['createdAt', { createdAt: '昨天' }],
    ['createdBy', { createdBy: 1 }],
    ['updatedAt', { updatedAt: null }],
    ['updatedBy', { updatedBy: null }],
    ['rules', { rules: { a: 1 } }],
    ['deletedAt', { deletedAt: true }],
    ['deletedBy', { deletedBy: 3 }],
    ['sample', { sample: 'no' }],
    ['values', { values: [] }],
  ])('with a record whose %s is wrong', async (name, wrong) => {
    const line = `${JSON.stringify({ ...row(1), ...wrong })}\n`;
    expect(await refusalOf(({ put }) => put(entities, line))).toContain(`第1行的“${name}”不对`);
  });

  test.each([
    ['of another type than its schema says', { name: 5 }],
    ['that its schema does not know', { nickname: '小甲' }],
    ['with a wrong item', { fields: ['a', 1] }],
  ])('with a value %s', async (_name, values) => {
    const schema = {
      type: 'object',
      properties: {
        name: { type: 'string' },
        fields: { anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'null' }] },
      },
    };
    const change = ({ put }: Opened): void => {
      put('schemas/enforcement-entity.json', JSON.stringify(schema));
      put(entities, `${JSON.stringify({ ...row(1), values })}\n`);
    };
    const said = await refusalOf((opened) => {
      change(opened);
      for (const part of opened.manifest.parts) if (part.path.startsWith('schemas/')) part.count = 1;
    });
    expect(said).toContain('与数据说明不符');
  });

  test('with two records of one number', async () => {
    const twice = ({ put, text }: Opened): void =>
      put(entities, `${text(entities)}${text(entities).split('\n')[0] ?? ''}\n`);
    expect(await refusalOf(twice)).toContain('编号相同');
  });

  test('without its schema, or with a schema that is none', async () => {
    const schema = 'schemas/enforcement-entity.json';
    const dropped = ({ files, manifest }: Opened): void => {
      files.delete(schema);
      manifest.parts = manifest.parts.filter((part) => part.path !== schema);
    };
    expect(await refusalOf(dropped)).toContain('缺少“ledgers/enforcement-entity.ndjson”的数据说明');
    const empty = ({ put, manifest }: Opened): void => {
      put(schema, '{}');
      for (const part of manifest.parts) if (part.path === schema) part.count = 1;
    };
    expect(await refusalOf(empty)).toContain('不是数据说明');
  });

  test('that is an attachment under another name than its digest', async () => {
    const change = ({ files, manifest }: Opened): void => {
      const part = manifest.parts.find((one) => one.path.startsWith('attachments/'));
      const bytes = part && files.get(part.path);
      if (!part || !bytes) throw new Error('no attachment');
      files.delete(part.path);
      part.path = `attachments/${'a'.repeat(64)}`;
      files.set(part.path, bytes);
    };
    expect(await refusalOf(change)).toContain('与其摘要不符');
  });
});

/** A log that was made anew from its beginning, so that all its digests agree. */
function relogged(opened: Opened, text: string, count: number): void {
  const open = {
    ...{ seq: 1, at: '2026-11-22T01:02:03.004Z', actor: '某人', intent: { kind: 'edit', label: '修改' } },
    ...{ count, parts: [sha256(text)], previous: '0'.repeat(64) },
  };
  const hash = sha256(canonicalJson(open));
  opened.put(commits, `${canonicalJson({ ...open, hash })}\n`);
  opened.put(changes, `${canonicalJson({ seq: 1, part: 0, text })}\n`);
  opened.manifest.head = { seq: 1, hash };
}
describe('the verifier refuses a change log', () => {
  test.each([commits, changes])('that is missing: %s', async (path) => {
    const change = ({ files, manifest }: Opened): void => {
      files.delete(path);
      manifest.parts = manifest.parts.filter((part) => part.path !== path);
    };
    expect(await refusalOf(change)).toContain('缺少修改日志');
  });

  test.each([
    [
      'an altered header',
      ({ put, text }: Opened) => put(commits, text(commits).replace('导入3行', '导入2行')),
      '摘要不对',
    ],
    ['its first commit removed', ({ put, text }: Opened) => put(commits, withoutLine(text(commits), 0)), '接不上'],
    ['its last commit removed', ({ put, text }: Opened) => put(commits, withoutLine(text(commits), 1)), '多余'],
    [
      'its commits in another order',
      ({ put, text }: Opened) => put(commits, `${text(commits).trim().split('\n').reverse().join('\n')}\n`),
      '接不上',
    ],
    ['a header without members', ({ put, text }: Opened) => put(commits, `{}\n${text(commits)}`), '内容不完整'],
    [
      'altered changes',
      ({ put, text }: Opened) => put(changes, text(changes).replace('第1执法', '第8执法')),
      '与摘要不符',
    ],
    ['its first changes removed', ({ put, text }: Opened) => put(changes, withoutLine(text(changes), 0)), '次序不对'],
    ['its last changes removed', ({ put, text }: Opened) => put(changes, withoutLine(text(changes), 2)), '缺失'],
    [
      'its changes in another order',
      ({ put, text }: Opened) => put(changes, `${text(changes).trim().split('\n').reverse().join('\n')}\n`),
      '次序不对',
    ],
    ['changes too many', ({ put, text }: Opened) => put(changes, `${text(changes)}${text(changes)}`), '多余'],
    ['changes without members', ({ put, text }: Opened) => put(changes, `{}\n${text(changes)}`), '多余或不完整'],
    ['another head', ({ manifest }: Opened) => void (manifest.head.hash = 'b'.repeat(64)), '结尾与清单不符'],
    ['a later head', ({ manifest }: Opened) => void (manifest.head.seq = 9), '结尾与清单不符'],
  ])('with %s', async (_name, change, sentence) => {
    expect(await refusalOf(change)).toContain(sentence);
  });

  const entry = { ledger: 'enforcement-entity', id: row(1).id, after: row(1) };

  test('that was made anew but counts wrongly', async () => {
    expect(await refusalOf((opened) => relogged(opened, canonicalJson(entry), 2))).toContain('条数不对');
  });

  test.each([
    ['says neither before nor after', { ledger: 'enforcement-entity', id: row(1).id }],
    ['is about another record', { ...entry, id: row(2).id }],
    ['names no register', { ...entry, ledger: null }],
  ])('whose change %s', async (_name, change) => {
    expect(await refusalOf((opened) => relogged(opened, canonicalJson(change), 1))).toContain('修改内容不完整');
  });

  test('whose change is no JSON', async () => {
    expect(await refusalOf((opened) => relogged(opened, '{"ledger"', 1))).toContain('读不懂');
  });
});

describe('the verifier refuses records that do not agree with the log', () => {
  const lineOf = (number: number, values = {}): string => `${canonicalJson(row(number, values))}\n`;

  test.each([
    [
      'one that was changed',
      (opened: Opened) => opened.text(entities).replace('第1执法大队', '第8执法大队'),
      '不是最后一次',
    ],
    ['one too many', (opened: Opened) => opened.text(entities) + lineOf(9), '不是最后一次'],
    ['one too few', (opened: Opened) => withoutLine(opened.text(entities), 0), '不见了'],
  ])('%s', async (_name, change, sentence) => {
    expect(await refusalOf((opened) => opened.put(entities, change(opened)))).toContain(sentence);
  });

  test('a change whose record was something else before', async () => {
    const text = canonicalJson({ ledger: 'enforcement-entity', id: row(1).id, before: row(2), after: row(1) });
    const other = text.replaceAll(row(2).id, row(1).id);
    expect(await refusalOf((opened) => relogged(opened, other, 1))).toContain('接不上');
  });

  test('a description of a file that is not there', async () => {
    const values = { ownerLedger: 'x', ownerId: 'y', name: '扫描件', mediaType: 'image/png', size: 3 };
    const missing = { ...row(1), values: { ...values, sha256: 'c'.repeat(64) } };
    const change = (opened: Opened): void => {
      const text = canonicalJson({ ledger: 'attachment', id: missing.id, after: missing });
      const schema = canonicalJson(jsonSchemaOf(ledgerOf('attachment')));
      for (const path of ['ledgers/attachment.ndjson', 'schemas/attachment.json']) {
        opened.manifest.parts.push({ path, count: 1, bytes: 0, sha256: '' });
      }
      opened.put(entities, '');
      opened.put('ledgers/attachment.ndjson', `${canonicalJson(missing)}\n`);
      opened.put('schemas/attachment.json', `${schema}\n`);
      relogged(opened, text, 1);
    };
    expect(await refusalOf(change)).toContain('缺少附件');
  });
});

describe('the verifier', () => {
  test('can be cancelled', async () => {
    const work: Work = { signal: AbortSignal.abort(), onProgress: () => undefined };
    expect(await verifyArchive(await sampleArchive(), work)).toEqual({ ok: false, error: { message: '已取消' } });
  });

  test('shares no code with the writer', () => {
    const folder = new URL('../../../src/exchange/archive/', import.meta.url);
    const imports = (name: string): string[] =>
      readdirSync(new URL(`${name}/`, folder))
        .map((file) => readFileSync(new URL(`${name}/${file}`, folder), 'utf8'))
        .flatMap((text) => [...text.matchAll(/from '([^']+)'/g)].map((match) => match[1] ?? ''));
    const verifier = imports('verifier');
    expect(verifier.some((path) => path.includes('writer') || path === 'fflate')).toBe(false);
    expect(verifier.filter((path) => path.startsWith('@/domain'))).toEqual([]);
    expect(imports('writer').some((path) => path.includes('verifier'))).toBe(false);
  });

  test('refuses a packed part whose stream is damaged', async () => {
    const archive = await sampleArchive();
    archive.fill(0xaa, 43, 60);
    expect(await refusal(archive)).toContain('已损坏');
  });
});

describe('staging an archive', () => {
  test('hands over every part but the schemas, byte for byte, in pieces that end with a line', async () => {
    const many = Array.from({ length: 1_500 }, (_, at) =>
      row(at + 1, { remark: '负责城市管理领域的行政处罚'.repeat(24) }),
    );
    const archive = await sampleArchive(sampleSource([many]));
    const sink = memorySink();
    const result = await stageArchive(archive, sink, quiet());
    expect(result.ok).toBe(true);
    const files = unzipSync(archive);
    const joined = new Map<string, Uint8Array[]>();
    for (const [path, piece] of sink.pieces) joined.set(path, [...(joined.get(path) ?? []), piece]);
    for (const [path, pieces] of joined) {
      expect(sha256(Buffer.concat(pieces))).toBe(sha256(files[path] ?? new Uint8Array()));
      if (path.endsWith('.ndjson')) expect(pieces.every((piece) => piece.at(-1) === 10)).toBe(true);
    }
    expect(joined.get(entities)?.length).toBeGreaterThan(1);
    expect([...joined.keys()].some((path) => path.startsWith('schemas/'))).toBe(false);
    const filled = (sink.facts[0]?.parts ?? []).filter((part) => (files[part.path]?.length ?? 0) > 0);
    expect([...joined.keys()].sort()).toEqual(filled.map((part) => part.path).sort());
  }, 30_000);

  test('stages nothing of an archive that is refused', async () => {
    const sink = memorySink();
    const result = await stageArchive((await sampleArchive()).slice(0, -9), sink, quiet());
    expect(result.ok).toBe(false);
    expect(sink.facts).toEqual([]);
  });

  test('stops when it is cancelled', async () => {
    const control = new AbortController();
    const sink = memorySink();
    const work: Work = { signal: control.signal, onProgress: () => control.abort() };
    expect(await stageArchive(await sampleArchive(), sink, work)).toEqual({ ok: false, error: { message: '已取消' } });
    expect(sink.pieces).toHaveLength(1);
  });
});
