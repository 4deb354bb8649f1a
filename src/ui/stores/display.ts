import { defineStore } from 'pinia';
import { ref, watch } from 'vue';

const storageKey = 'supervision-desk.display';

interface DisplayChoice {
  readonly largeType: boolean;
  readonly navigationClosed: boolean;
}

/** A browser that forbids storage, or holds nonsense, gives the ordinary display. */
function recall(): DisplayChoice {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<DisplayChoice>;
    return { largeType: kept.largeType === true, navigationClosed: kept.navigationClosed === true };
  } catch {
    return { largeType: false, navigationClosed: false };
  }
}

function remember(choice: DisplayChoice): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(choice));
  } catch {
    // The choice then holds until the window closes.
  }
}

/** How this computer shows the desk: large type, navigation open or closed. Kept on the computer, not in the data. */
export const useDisplay = defineStore('display', () => {
  const kept = recall();
  const largeType = ref(kept.largeType);
  const navigationClosed = ref(kept.navigationClosed);
  watch(
    [largeType, navigationClosed],
    () => {
      document.documentElement.classList.toggle('large-type', largeType.value);
      remember({ largeType: largeType.value, navigationClosed: navigationClosed.value });
    },
    { immediate: true },
  );
  return { largeType, navigationClosed };
});
