import { computed, shallowRef } from 'vue';
import { checkLists, type DrawLists, type ListProblems, type Weight, type WeightRule } from '@/domain/draw';
import { candidatesOf, weighted, type Candidate, type DrawSource } from '@/services/draw-objects';
import { crewRegisters } from '@/services/draw-known';
import { crewOf, type Crew, type Declared } from '@/services/draw-people';
import { useLists } from '@/ui/stores/lists';
import { useWorkbench } from '@/ui/workbench';

/** What stands in the boxes of the last step. */
export interface DrawForm {
  readonly title: string;
  readonly objectCount: number;
  readonly inspectorsEach: number;
  readonly drawer: string;
  readonly witness: string;
  readonly words: string;
}

/** Key of a register's ticks in this wizard. */
export function listKeyOf(ledger: string): string {
  return `${ledger}/draw`;
}

/** What a person sets in the wizard beside the ticks. */
interface Settings {
  readonly source: DrawSource;
  readonly rule: WeightRule;
  readonly byHand: ReadonlyMap<string, Weight>;
  readonly declared: readonly Declared[];
  readonly form: DrawForm;
}

/** The settings, each for itself; another register starts weights and declarations anew. */
function useSettings(form: DrawForm) {
  const settings = shallowRef<Settings>({
    source: 'enforcement-entity',
    rule: 'equal',
    byHand: new Map(),
    declared: [],
    form,
  });
  function change(next: Partial<Settings>): void {
    const fresh = next.source === undefined ? {} : { byHand: new Map<string, Weight>(), declared: [] };
    settings.value = { ...settings.value, ...fresh, ...next };
  }
  return {
    source: computed(() => settings.value.source),
    rule: computed(() => settings.value.rule),
    byHand: computed(() => settings.value.byHand),
    declared: computed(() => settings.value.declared),
    form: computed(() => settings.value.form),
    change,
  };
}

/** The ticks of the people's registers. */
function usePeopleTicks() {
  const lists = useLists();
  const ticks = (ledger: string): readonly string[] => [...lists.stateOf(listKeyOf(ledger)).selected.value];
  return computed(() => ({
    'supervision-staff': ticks('supervision-staff'),
    'lay-supervisor': ticks('lay-supervisor'),
    expert: ticks('expert'),
  }));
}

/**
 * A draw being put together: what is ticked, weights, declared interests and numbers. Objects and people are read from the
 * registers when a step asks for them; nothing is stored before it is prepared.
 */
export function useDraw() {
  const bench = useWorkbench();
  const lists = useLists();
  const settings = useSettings({
    title: `${bench.session.today().slice(0, 4)}年行政执法监督检查随机抽取`,
    objectCount: 5,
    inspectorsEach: 2,
    drawer: bench.session.profile?.person ?? '',
    witness: '',
    words: '',
  });
  const { source, rule, byHand, declared, form } = settings;
  const candidates = shallowRef<readonly Candidate[]>([]);
  const crew = shallowRef<readonly Crew[]>([]);
  const objectTicks = computed(() => lists.stateOf(listKeyOf(source.value)).selected.value);
  const peopleTicks = usePeopleTicks();
  const peopleCount = computed(() => Object.values(peopleTicks.value).reduce((sum, ids) => sum + ids.length, 0));
  const whole = computed<DrawLists>(() => ({
    title: form.value.title.trim(),
    source: source.value,
    objects: [...weighted(candidates.value, rule.value, byHand.value)],
    people: crew.value.filter(({ unavailable }) => unavailable === null).map(({ person }) => person),
    objectCount: form.value.objectCount,
    inspectorsEach: form.value.inspectorsEach,
  }));
  /** Who was ticked but takes no part, and why; empty where everybody does. */
  const leftOut = computed(() => {
    const names = crew.value.flatMap(({ person, unavailable }) =>
      unavailable === null ? [] : [`${person.name}（${unavailable}）`],
    );
    return names.length === 0 ? '' : `已选但不能参加抽取的${names.length}人：${names.join('、')}`;
  });
  const problems = computed<ListProblems>(() => checkLists(whole.value));

  async function readObjects(): Promise<void> {
    candidates.value = await candidatesOf(bench, source.value, [...objectTicks.value]);
  }

  async function readPeople(): Promise<void> {
    crew.value = await crewOf(bench, peopleTicks.value, candidates.value, declared.value);
  }

  /** Takes the ticks away once the draw is prepared. */
  function clear(): void {
    for (const id of [source.value, ...crewRegisters.map((ledger) => ledger.id)]) {
      lists.stateOf(listKeyOf(id)).selected.value = new Set();
    }
  }

  const read = { readObjects, readPeople, clear };
  return { ...settings, ...read, candidates, crew, objectTicks, peopleCount, whole, leftOut, problems };
}

/** The draw being put together, as its steps get it. */
export type Drawing = ReturnType<typeof useDraw>;
