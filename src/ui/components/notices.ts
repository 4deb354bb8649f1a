import './notices.css';
import { ElMessage, type MessageHandler, type MessageOptions } from 'element-plus';
import { h } from 'vue';
import { refusalText, undoCommit } from '@/services/records';
import type { Workbench } from '@/services/workbench';

/** Short news at the foot of the window. */
export interface Notices {
  /** Something was changed; where the commit's number is given it can be undone from here. */
  readonly changed: (text: string, seq?: number) => void;
  readonly told: (text: string) => void;
  readonly failed: (text: string) => void;
}

/** Long enough to read and to reach for. */
const undoTime = 10_000;

type Options = Pick<MessageOptions, 'message' | 'type' | 'duration'>;

/** It stands on the empty middle of the status bar, where it hides nothing. */
const offset = 2;

/** One notice at a time: the newest takes the place of the former, so that 撤销 always means the last change. */
let standing: MessageHandler | null = null;

function put(options: Options): MessageHandler {
  standing?.close();
  standing = ElMessage({ ...options, placement: 'bottom', offset, showClose: true });
  return standing;
}

/** Makes the notices of a desk. */
export function createNotices(bench: Workbench): Notices {
  // What went wrong stays until it is read; all else goes by itself.
  const show = (text: string, type: 'success' | 'info' | 'error'): void => {
    put({ message: text, type, duration: type === 'error' ? 0 : 4000 });
  };
  const undo = async (seq: number): Promise<void> => {
    const answer = await undoCommit(bench, seq);
    if (answer.ok) show('已撤销', 'success');
    else show(`没有撤销：${refusalText(answer.error)}`, 'error');
  };
  return {
    changed(text, seq = 0) {
      if (seq === 0) {
        show(text, 'success');
        return;
      }
      const shown = put({
        type: 'success',
        duration: undoTime,
        message: h('span', { class: 'notice-line' }, [
          text,
          h(
            'button',
            {
              type: 'button',
              class: 'notice-undo',
              onClick: () => {
                shown.close();
                void undo(seq);
              },
            },
            '撤销',
          ),
        ]),
      });
    },
    told: (text) => show(text, 'info'),
    failed: (text) => show(text, 'error'),
  };
}
