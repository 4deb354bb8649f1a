import { computed, nextTick, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { toHalfWidth, tidy, type FieldProblem } from '@/domain/kernel';
import { bureauProfile, type BureauProfile } from '@/domain/workbench';
import {
  checkProfile,
  saveProfile,
  suggestShortName,
  suggestRulePack,
  type ProfileDraft,
} from '@/services/bureau-profile';
import { refusalText } from '@/services/records';
import { useWorkbench } from '../workbench';

/** Editing the bureau's profile. */
export interface ProfileForm {
  readonly draft: Ref<ProfileDraft>;
  /** Problems of the fields that were left or, after a try to save, of all. */
  readonly problems: ComputedRef<readonly FieldProblem[]>;
  /** Why the storage refused, where it did. */
  readonly refusal: ShallowRef<string | null>;
  readonly saving: Ref<boolean>;
  readonly dirty: ComputedRef<boolean>;
  /** A field was left: tidies it, judges it, and chooses the rule pack that follows from the division code. */
  leave(name: keyof BureauProfile): void;
  /** Saves; true where the profile is on disk. Otherwise the first wrong field has the focus. */
  save(): Promise<boolean>;
}

const names = Object.keys(bureauProfile.fields) as (keyof BureauProfile)[];

function startingDraft(profile: BureauProfile | null): ProfileDraft {
  const empty = Object.fromEntries(names.map((name) => [name, null])) as unknown as ProfileDraft;
  return profile === null ? { ...empty, level: 'county', rulePack: 'national-2026' } : { ...empty, ...profile };
}

function tidied(draft: ProfileDraft): ProfileDraft {
  const entries = names.map((name) => {
    const plain = tidy(draft[name] ?? '');
    const text = name === 'divisionCode' ? toHalfWidth(plain).replace(/\s/g, '') : plain;
    return [name, text === '' ? null : text];
  });
  return Object.fromEntries(entries) as unknown as ProfileDraft;
}

function focusFirstWrong(): void {
  document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

/** Makes the form of the bureau's profile, empty at the first run. */
export function useProfileForm(): ProfileForm {
  const workbench = useWorkbench();
  const start = startingDraft(workbench.session.profile);
  const saved = shallowRef(JSON.stringify(start));
  const draft = ref<ProfileDraft>(start);
  const judged = ref<ReadonlySet<string>>(new Set());
  const refusal = shallowRef<string | null>(null);
  const saving = ref(false);
  let packChosen = workbench.session.profile !== null;

  const all = computed(() => checkProfile(workbench, tidied(draft.value)));
  const problems = computed(() => all.value.filter(({ field }) => field === null || judged.value.has(field)));

  // While the name is typed, so that the suggestion stands before its own field is entered.
  watch(
    () => draft.value.name,
    (name, before) => {
      const untouched = draft.value.shortName === null || draft.value.shortName === suggestShortName(before ?? '');
      if (untouched) draft.value = { ...draft.value, shortName: suggestShortName(tidy(name ?? '')) };
    },
  );

  function leave(name: keyof BureauProfile): void {
    const next = { ...tidied(draft.value) };
    if (name === 'rulePack') packChosen = true;
    if (name === 'divisionCode' && !packChosen) {
      next.rulePack = suggestRulePack(next.divisionCode ?? '', workbench.session.codes) ?? next.rulePack;
    }
    draft.value = next;
    judged.value = new Set([...judged.value, name]);
  }

  async function write(): Promise<boolean> {
    saving.value = true;
    try {
      const answer = await saveProfile(workbench, { ...draft.value });
      refusal.value = answer.ok ? null : refusalText(answer.error);
      if (answer.ok) saved.value = JSON.stringify(draft.value);
      return answer.ok;
    } finally {
      saving.value = false;
    }
  }

  async function save(): Promise<boolean> {
    draft.value = tidied(draft.value);
    judged.value = new Set(names);
    if (all.value.length > 0) {
      await nextTick();
      focusFirstWrong();
      return false;
    }
    return write();
  }

  const dirty = computed(() => JSON.stringify(tidied(draft.value)) !== saved.value);
  return { draft, problems, refusal, saving, dirty, leave, save };
}
