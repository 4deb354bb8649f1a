import { defineStore } from 'pinia';
import { ref } from 'vue';
import type { App } from 'vue';

/** Code of the last unexpected error, until the person has put the note away. */
export const useTrouble = defineStore('trouble', () => {
  const code = ref<string | null>(null);
  return { code };
});

/** Errors that browsers report without anything being wrong. */
const harmless = ['ResizeObserver loop'];

/** Places of a stack without its message, which could carry what a person typed. */
function placesOf(error: Error): string {
  const lines = (error.stack ?? '').split('\n');
  return lines.filter((line) => /^\s*at /.test(line)).join('\n');
}

/**
 * A short code of an unexpected error: equal errors give equal codes, and nothing in it can be read as content.
 * (FNV-1a over the error's name and the places of its stack.)
 */
export function troubleCode(error: unknown): string {
  const text = error instanceof Error ? `${error.name}\n${placesOf(error)}` : typeof error;
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return `E-${hash.toString(16).toUpperCase().padStart(8, '0').slice(0, 6)}`;
}

/** Shows and logs an unexpected error by its code only. */
export function reportTrouble(error: unknown): string {
  const code = troubleCode(error);
  console.error(`unexpected ${code}`);
  useTrouble().code = code;
  return code;
}

function isHarmless(message: string): boolean {
  return harmless.some((start) => message.startsWith(start));
}

/** Catches what no view caught: in rendering and handlers, in promises, and in scripts. */
export function catchUnexpected(app: App): void {
  app.config.errorHandler = (error) => void reportTrouble(error);
  window.addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    reportTrouble(event.reason);
  });
  window.addEventListener('error', (event) => {
    if (isHarmless(event.message)) return;
    event.preventDefault();
    reportTrouble(event.error);
  });
}
