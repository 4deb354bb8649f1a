import type { Notices } from '@/ui/components/notices';

/** Puts a text on the clipboard and says so; says what to do where the browser does not allow it. */
export async function copyText(notices: Notices, text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notices.told(`已复制${what}`);
  } catch {
    notices.failed('没有复制成功：浏览器不允许。请选中文字后按 Ctrl+C 复制');
  }
}
