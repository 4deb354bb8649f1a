import { defineStore } from 'pinia';
import { ref, watch } from 'vue';

const storageKey = 'supervision-desk.display';

interface DisplayChoice {
  readonly largeType: boolean;
  readonly navigationClosed: boolean;
  /** The first steps on the home page were put away. */
  readonly stepsHidden: boolean;
  /** The notice about missing fonts that the person has read. */
  readonly fontsTold: string;
  /** Deadlines are told by notices outside the window. */
  readonly notices: boolean;
}

/** A browser that forbids storage, or holds nonsense, gives the ordinary display. */
function recall(): DisplayChoice {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<DisplayChoice>;
    return {
      largeType: kept.largeType === true,
      navigationClosed: kept.navigationClosed === true,
      stepsHidden: kept.stepsHidden === true,
      fontsTold: typeof kept.fontsTold === 'string' ? kept.fontsTold : '',
      notices: kept.notices !== false,
    };
  } catch {
    return { largeType: false, navigationClosed: false, stepsHidden: false, fontsTold: '', notices: true };
  }
}

function remember(choice: DisplayChoice): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(choice));
  } catch {
    // The choice then holds until the window closes.
  }
}

/** How this computer shows the desk: large type, what is folded away. Kept on the computer, not in the data. */
export const useDisplay = defineStore('display', () => {
  const kept = recall();
  const largeType = ref(kept.largeType);
  const navigationClosed = ref(kept.navigationClosed);
  const stepsHidden = ref(kept.stepsHidden);
  const fontsTold = ref(kept.fontsTold);
  const notices = ref(kept.notices);
  watch(
    [largeType, navigationClosed, stepsHidden, fontsTold, notices],
    () => {
      document.documentElement.classList.toggle('large-type', largeType.value);
      remember({
        largeType: largeType.value,
        navigationClosed: navigationClosed.value,
        stepsHidden: stepsHidden.value,
        fontsTold: fontsTold.value,
        notices: notices.value,
      });
    },
    { immediate: true },
  );
  return { largeType, navigationClosed, stepsHidden, fontsTold, notices };
});
