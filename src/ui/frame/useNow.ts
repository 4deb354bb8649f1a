import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';

/** The present moment in milliseconds, renewed every half minute while the component stands. */
export function useNow(clock: () => number): Ref<number> {
  const now = ref(clock());
  let timer = 0;
  onMounted(() => {
    timer = window.setInterval(() => (now.value = clock()), 30_000);
  });
  onBeforeUnmount(() => window.clearInterval(timer));
  return now;
}
