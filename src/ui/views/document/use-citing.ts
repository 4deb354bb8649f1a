import { onBeforeUnmount, onMounted, type Ref } from 'vue';

type TextBox = HTMLInputElement | HTMLTextAreaElement;

function isTextBox(target: EventTarget | null): target is TextBox {
  if (target instanceof HTMLTextAreaElement) return true;
  const plain = target instanceof HTMLInputElement && target.type === 'text' && target.inputMode === '';
  return plain && target.getAttribute('role') !== 'combobox' && !target.closest('.date');
}

/** A citation whose article the template leaves open: 《行政执法监督条例》第〔　〕条. */
const openCitation = /《[^《》]*》第〔[\s\u3000]*〕条/;

/** The place of a text put into a box: the citation left open there, else what is selected, else the cursor. */
function placeIn(box: TextBox): readonly [number, number] {
  const open = openCitation.exec(box.value);
  if (open) return [open.index, open.index + open[0].length];
  return [box.selectionStart ?? box.value.length, box.selectionEnd ?? box.value.length];
}

/** Puts a text into a box, which hears of it as of any key. */
function put(box: TextBox, text: string): void {
  const [from, to] = placeIn(box);
  box.focus();
  box.setRangeText(text, from, to, 'end');
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * Remembers the text box of a form that was used last, so that a citation can be put at its cursor from a panel beside it.
 * @param form the element around the boxes.
 * @returns `insert`: puts a text at the cursor of that box, else at the end of the first box of several lines; false
 * where the form has neither.
 */
export function useCiting(form: Readonly<Ref<HTMLElement | null>>): { readonly insert: (text: string) => boolean } {
  let last: TextBox | null = null;
  const note = (event: FocusEvent): void => {
    if (isTextBox(event.target) && form.value?.contains(event.target)) last = event.target;
  };
  onMounted(() => document.addEventListener('focusin', note));
  onBeforeUnmount(() => document.removeEventListener('focusin', note));
  return {
    insert(text) {
      const box = last?.isConnected ? last : (form.value?.querySelector<HTMLTextAreaElement>('textarea') ?? null);
      if (box === null) return false;
      put(box, text);
      return true;
    },
  };
}
