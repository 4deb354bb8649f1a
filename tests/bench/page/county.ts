import { bureauProfile } from '@/domain/workbench';
import { emptyValues } from '@/domain/kernel';
import { createCounty, tenYears, type County } from '../county';
import { context, must, openStorage } from './desk';
import { percentile, timed } from './measure';
import { measureWork } from './county-work';
import { openStored, rawBody, rawHome } from './raw-county';

/** The county of the measurements, the same in every run. */
function county(): County {
  return createCounty(20261122, tenYears);
}

/** Writes the bureau and its ten years into a new profile, commit by commit. */
async function fill(): Promise<void> {
  const storage = await openStorage();
  const profile = {
    ...emptyValues(bureauProfile),
    name: '安澜县司法局',
    shortName: '安澜司法局',
    issuerCode: '安司',
    government: '安澜县人民政府',
    governmentCode: '安政',
    divisionCode: '620799',
    level: 'county',
    rulePack: 'national-2026',
    person: '测速',
  };
  const setup = [{ op: 'create', ledger: bureauProfile.id, values: profile }] as const;
  must(await storage.commit({ kind: 'setup', label: '测速' }, setup, { ...context, origin: '620799' }));
  for (const commit of county().commits) must(await storage.commit({ kind: 'import', label: '测速' }, commit, context));
  await storage.close();
}

/** Bodies to open, one after another. */
function bodies(): readonly { readonly id: string; readonly name: string }[] {
  return county().bodies.map(({ id, values }) => ({ id, name: values.name }));
}

/** What plain IndexedDB takes for the same questions: everything about one body, and what is due in the whole county. */
async function base(): Promise<{ readonly body: number; readonly home: number }> {
  const raw = await openStored();
  const ofBodies: number[] = [];
  const ofHome: number[] = [];
  for (const { id } of bodies().slice(0, 12)) ofBodies.push((await timed(() => rawBody(raw, id))).ms);
  for (let round = 0; round < 5; round += 1) ofHome.push((await timed(() => rawHome(raw, context.today))).ms);
  raw.close();
  return { body: percentile(ofBodies, 0.5), home: percentile(ofHome, 0.5) };
}

/** What is done all day, on a storage that was just opened. */
async function work() {
  const storage = await openStorage();
  const raw = await openStored();
  const figures = await measureWork(storage, raw);
  raw.close();
  await storage.close();
  return figures;
}

export const countyRuns = { fill, bodies, base, work };
