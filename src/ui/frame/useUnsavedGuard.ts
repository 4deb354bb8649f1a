import { ElMessageBox } from 'element-plus';
import { onBeforeUnmount, onMounted, watch, type Ref } from 'vue';
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router';

/** Asks whether what was typed may be thrown away; true where it may. */
export async function confirmDiscard(): Promise<boolean> {
  try {
    await ElMessageBox.confirm('这里有还没有保存的内容，离开后就没有了。', '还没有保存', {
      confirmButtonText: '不保存，离开',
      cancelButtonText: '留下继续填写',
      type: 'warning',
    });
    return true;
  } catch {
    return false;
  }
}

/** Ways in which a form with unsaved content is left. */
export interface UnsavedGuard {
  /** For ways out that the form has itself (closing a drawer): true where it may close. */
  readonly confirmLeave: () => Promise<boolean>;
  /** Whether somebody is on the way to another page: what is shown after a save must not hold them back. */
  readonly leaving: () => boolean;
}

/** Resolves when a save that is under way has ended. */
function ended(saving: Ref<boolean>): Promise<void> {
  return new Promise((resolve) => {
    const stop = watch(saving, (now) => {
      if (now) return;
      stop();
      resolve();
    });
  });
}

/**
 * Warns before a form with unsaved content is left: to another page of the application, or by closing the window.
 * Whoever leaves while a save is under way is asked only if it fails.
 * Call it in the setup of a component under the router view.
 * @param isDirty whether there is anything unsaved; asked at the moment of leaving.
 * @param saving whether a save is under way.
 */
export function useUnsavedGuard(isDirty: () => boolean, saving?: Ref<boolean>): UnsavedGuard {
  let leaving = false;
  const confirmLeave = async (): Promise<boolean> => {
    leaving = true;
    if (saving?.value) await ended(saving);
    leaving = !isDirty() || (await confirmDiscard());
    return leaving;
  };
  const beforeUnload = (event: BeforeUnloadEvent): void => {
    if (isDirty()) event.preventDefault();
  };
  onMounted(() => window.addEventListener('beforeunload', beforeUnload));
  onBeforeUnmount(() => window.removeEventListener('beforeunload', beforeUnload));
  onBeforeRouteLeave(confirmLeave);
  onBeforeRouteUpdate((to, from) => to.path === from.path || confirmLeave());
  return { confirmLeave, leaving: () => leaving };
}
