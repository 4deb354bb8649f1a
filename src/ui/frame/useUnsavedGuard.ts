import { ElMessageBox } from 'element-plus';
import { onBeforeUnmount, onMounted } from 'vue';
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

/**
 * Warns before a form with unsaved content is left: to another page of the application, or by closing the window.
 * Call it in the setup of a component under the router view.
 * @param isDirty whether there is anything unsaved; asked at the moment of leaving.
 * @returns `confirmLeave` for ways out that the form has itself (closing a drawer): true where it may close.
 */
export function useUnsavedGuard(isDirty: () => boolean): { readonly confirmLeave: () => Promise<boolean> } {
  const confirmLeave = async (): Promise<boolean> => !isDirty() || (await confirmDiscard());
  const beforeUnload = (event: BeforeUnloadEvent): void => {
    if (isDirty()) event.preventDefault();
  };
  onMounted(() => window.addEventListener('beforeunload', beforeUnload));
  onBeforeUnmount(() => window.removeEventListener('beforeunload', beforeUnload));
  onBeforeRouteLeave(confirmLeave);
  onBeforeRouteUpdate((to, from) => to.path === from.path || confirmLeave());
  return { confirmLeave };
}
