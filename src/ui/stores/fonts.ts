import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { findFonts, fontsSentence, type FontChoice } from '@/services/fonts';

/** Which fonts print official documents on this computer: looked up once, after the start. */
export const useFonts = defineStore('fonts', () => {
  const choices = shallowRef<readonly FontChoice[] | null>(null);
  /** What is missing and what replaces it; null where nothing is missing, or while nobody has looked. */
  const sentence = computed(() => (choices.value === null ? null : fontsSentence(choices.value)));
  let looking: Promise<readonly FontChoice[]> | null = null;

  async function check(): Promise<void> {
    looking ??= findFonts();
    choices.value = await looking;
  }

  return { choices, sentence, check };
});
