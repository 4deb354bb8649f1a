import { eventually } from './register-bench';

/** The whole page's text, dialogs included: they stand beside the page. */
export function pageText(): string {
  return document.body.textContent ?? '';
}

/** What the buttons on the page say. */
export function buttonTexts(): readonly string[] {
  return Array.from(document.querySelectorAll('button'), (one) => one.textContent?.trim() ?? '');
}

/** Presses the last button or link of a label, which in a dialog is the one that carries it out; waits until it is there. */
export async function press(label: string): Promise<void> {
  const found = await eventually(() => {
    const all = Array.from(document.querySelectorAll<HTMLElement>('button, [role="tab"]'));
    const says = (one: HTMLElement): string => one.getAttribute('aria-label') ?? one.textContent?.trim() ?? '';
    // A tab counts what is behind it, and a button that opens a panel bears a mark.
    const last = all.findLast((one) => says(one) === label) ?? all.findLast((one) => says(one).startsWith(label));
    if (!last || last.hasAttribute('disabled')) throw new Error(`no button ${label}`);
    return last;
  });
  found.click();
}

/** Fills a box of a form by its field's name; waits until it is there. */
export async function fill(field: string, value: string): Promise<void> {
  const box = await eventually(() => {
    const found = document.querySelector<HTMLInputElement>(`[data-field="${field}"] :is(input, textarea, select)`);
    if (!found) throw new Error(`no box ${field}`);
    return found;
  });
  box.value = value;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  box.dispatchEvent(new Event('change', { bubbles: true }));
}
