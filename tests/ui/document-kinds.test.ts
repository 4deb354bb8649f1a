import { expect, test } from 'vitest';
import { compileDocument, sampleData, sampleFacts, shippedKinds, type DocumentKind } from '@/domain/document';
import { exportKinds, importKinds, planKindImport } from '@/services/document-kind-files';
import { copyKind, kindOf, kindsInForce, ownKinds, removeKindCopy, saveKindCopy } from '@/services/document-kinds';
import type { Shell } from '@/shell/contract';
import { openBench, type TestBench } from './register-bench';

interface Files {
  readonly shell: Partial<Shell>;
  saved: { name: string; bytes: Uint8Array } | null;
}

/** A shell that keeps what was saved and hands it out again. */
function files(): Files {
  const held: Files = {
    saved: null,
    shell: {
      saveFile: (request) => {
        held.saved = { name: request.name, bytes: request.bytes };
        return Promise.resolve({ ok: true, value: { name: request.name } });
      },
      openFile: () => Promise.resolve({ ok: true, value: held.saved }),
    },
  };
  return held;
}

function shipped(id: string): DocumentKind {
  const kind = shippedKinds().find((one) => one.id === id);
  if (!kind) throw new Error(`no kind ${id}`);
  return kind;
}

async function copied(desk: TestBench, id: string) {
  const made = await copyKind(desk.bench, shipped(id));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

test('a copy takes the place of the shipped kind for drafters until it is removed', async () => {
  const desk = await openBench();
  const before = await kindsInForce(desk.bench);
  const own = await copied(desk, 'supervision-directive');
  expect(own.kind).toMatchObject({ id: 'supervision-directive-own', name: '督办函', packs: {} });
  const inForce = await kindsInForce(desk.bench);
  expect(inForce).toHaveLength(before.length);
  expect(inForce.find((kind) => kind.name === '督办函')?.id).toBe(own.kind.id);
  expect((await kindOf(desk.bench, 'supervision-directive'))?.name).toBe('督办函');
  expect((await kindOf(desk.bench, own.kind.id))?.id).toBe(own.kind.id);
  expect((await removeKindCopy(desk.bench, own)).ok).toBe(true);
  expect((await kindsInForce(desk.bench)).find((kind) => kind.name === '督办函')?.id).toBe('supervision-directive');
  expect(await kindOf(desk.bench, own.kind.id)).toBeNull();
});

test('a second copy gets a name and an identifier of its own, and a name taken twice is refused', async () => {
  const desk = await openBench();
  const first = await copied(desk, 'supervision-directive');
  const second = await copied(desk, 'supervision-directive');
  expect(second.kind).toMatchObject({ id: 'supervision-directive-own-2', name: '督办函（2）' });
  const again = await saveKindCopy(desk.bench, second.row, { ...second.kind, name: first.kind.name });
  expect(again).toMatchObject({ ok: false, error: [{ message: '已有名为“督办函”的本局模板，请换一个名称' }] });
});

test('changed wording is kept; wording with a mistake is refused with its paragraph and nothing is written', async () => {
  const desk = await openBench();
  const own = await copied(desk, 'supervision-directive');
  const wording = { ...own.kind.wording, body: ['请办理{{案由}}。', '逾期报{{本机管全称}}。'] };
  const refused = await saveKindCopy(desk.bench, own.row, { ...own.kind, wording });
  expect(refused.ok ? [] : refused.error.map((one) => one.message)).toEqual([
    '正文第2段：“{{本机管全称}}”没有对应的填写项，是不是“本机关全称”？',
  ]);
  expect((await ownKinds(desk.bench)).kinds[0]?.row.revision).toBe(own.row.revision);
  const right = { ...own.kind, wording: { ...wording, body: ['请办理{{案由}}。'] } };
  expect((await saveKindCopy(desk.bench, own.row, right)).ok).toBe(true);
  const kept = (await ownKinds(desk.bench)).kinds[0]?.kind;
  expect(kept?.wording.body).toEqual(['请办理{{案由}}。']);
  const stale = await saveKindCopy(desk.bench, own.row, { ...right, purpose: '另一个用途' });
  expect(stale.ok).toBe(false);
});

test('under another rule pack the shipped kinds have its names, and a copy keeps the variant it was made from', async () => {
  const desk = await openBench();
  const row = desk.bench.session.profileRow;
  if (!row) throw new Error('no profile');
  await desk.bench.storage.commit(
    { kind: 'settings', label: '换规定' },
    [
      {
        op: 'update',
        ledger: 'bureau-profile',
        id: row.id,
        changes: { rulePack: 'guangdong-2016' },
        revision: row.revision,
      },
    ],
    desk.bench.session.context(),
  );
  const kind = await kindOf(desk.bench, 'supervision-suggestion');
  expect(kind).toMatchObject({ name: '行政执法督察建议书', code: '执督建' });
  const made = kind && (await copyKind(desk.bench, kind));
  expect(made?.ok && made.value.kind.name).toBe('行政执法督察建议书');
});

test('kinds go out into a file and come back, after saying what will be added and replaced', async () => {
  const held = files();
  const desk = await openBench({ shell: held.shell });
  const directive = await copied(desk, 'supervision-directive');
  const circular = await copied(desk, 'circular');
  const saved = await exportKinds(desk.bench, [directive.kind, circular.kind]);
  expect(saved).toEqual({ ok: true, value: '文书模板20261122.sdt' });
  await removeKindCopy(desk.bench, circular);
  const plan = await planKindImport(desk.bench);
  if (!plan.ok || !plan.value) throw new Error(JSON.stringify(plan));
  expect(plan.value).toMatchObject({ bureau: '安澜县司法局', exportedOn: '2026-11-22' });
  expect(plan.value.added.map((kind) => kind.name)).toEqual(['通报']);
  expect(plan.value.replaced.map(({ item }) => item.name)).toEqual(['督办函']);
  expect((await ownKinds(desk.bench)).kinds).toHaveLength(1);
  expect(await importKinds(desk.bench, plan.value)).toEqual({ ok: true, value: 2 });
  const kinds = (await ownKinds(desk.bench)).kinds.map(({ kind }) => kind);
  expect(kinds.map((kind) => kind.name)).toEqual(['督办函', '通报']);
  for (const kind of kinds) {
    const profile = desk.bench.session.profile;
    if (!profile) throw new Error('no profile');
    const facts = sampleFacts(kind, profile, '2026-11-22');
    expect(compileDocument(kind, sampleData(kind, '2026-11-22'), facts).ok).toBe(true);
  }
});

test('a file that is none, is newer, is broken or names unknown placeholders is refused with sentences', async () => {
  const held = files();
  const desk = await openBench({ shell: held.shell });
  const says = async (text: string): Promise<readonly string[]> => {
    held.saved = { name: '模板.sdt', bytes: new TextEncoder().encode(text) };
    const plan = await planKindImport(desk.bench);
    return plan.ok ? [] : plan.error;
  };
  const file = (change: object) =>
    JSON.stringify({
      format: 'supervision-desk-kinds',
      version: 1,
      exportedOn: '2026-11-22',
      bureau: '甲县司法局',
      kinds: [shipped('circular')],
      ...change,
    });
  expect(await says('不是模板')).toEqual(['这不是文书模板文件，请选择由工作台“导出模板”得到的 .sdt 文件']);
  expect(await says(file({ version: 2 }))).toEqual(['这个模板文件由更新版本的工作台导出，请先升级本机的工作台再导入']);
  expect(await says(file({ kinds: [] }))).toEqual(['模板文件不完整，请重新导出后再导入']);
  expect(await says(file({ kinds: [{ name: '半个' }] }))).toEqual([
    '“半个”的内容不完整或者被改坏了，请从原来的工作台重新导出',
  ]);
  const circular = shipped('circular');
  const wrong = { ...circular, wording: { ...circular.wording, body: ['{{不存在之物}}'] } };
  expect((await says(file({ kinds: [wrong] })))[0]).toContain('“通报”：正文：“{{不存在之物}}”没有对应的填写项');
  expect((await says(file({ kinds: [circular, { ...circular, id: 'other' }] })))[0]).toContain('两个名为“通报”');
  expect(await says(file({}))).toEqual([]);
  expect((await ownKinds(desk.bench)).kinds).toEqual([]);
});

test('a kind that a newer program wrote is named instead of lost', async () => {
  const desk = await openBench();
  await desk.add('kind-copy', { code: 'new-kind', name: '新式文书', content: '{"id":"new-kind"}' });
  const own = await ownKinds(desk.bench);
  expect(own.kinds).toEqual([]);
  expect(own.unreadable.map((row) => row.values.name)).toEqual(['新式文书']);
  expect((await kindsInForce(desk.bench)).length).toBe(shippedKinds().length);
});
