import { Menu } from 'electron';
import type { ContextMenuParams, MenuItemConstructorOptions, WebContents } from 'electron';
import type { MenuOrder } from '../../src/shell/contract';

/** What the menu can set going. */
export interface MenuActions {
  /** Sends an order to the page. */
  order(order: MenuOrder): void;
  /** Makes the page larger (1), smaller (-1) or its usual size (0). */
  zoom(direction: 1 | -1 | 0): void;
  openCopies(): void;
  about(): void;
}

type Item = MenuItemConstructorOptions;

function fileMenu(actions: MenuActions): Item {
  return {
    label: '文件(&F)',
    submenu: [
      { label: '备份…', click: () => actions.order('backup') },
      { label: '恢复…', click: () => actions.order('restore') },
      { label: '打开副本所在文件夹', click: () => actions.openCopies() },
      { type: 'separator' },
      { label: '设置', accelerator: 'CommandOrControl+,', click: () => actions.order('settings') },
      { type: 'separator' },
      { label: '退出', role: 'quit' },
    ],
  };
}

function editMenu(actions: MenuActions): Item {
  return {
    label: '编辑(&E)',
    submenu: [
      { label: '撤销', role: 'undo' },
      { label: '重做', role: 'redo' },
      { type: 'separator' },
      { label: '剪切', role: 'cut' },
      { label: '复制', role: 'copy' },
      { label: '粘贴', role: 'paste' },
      { label: '全选', role: 'selectAll' },
      { type: 'separator' },
      // The page listens for the key itself, as it does in the browser.
      {
        label: '全局搜索',
        accelerator: 'CommandOrControl+K',
        registerAccelerator: false,
        click: () => actions.order('search'),
      },
    ],
  };
}

function viewMenu(actions: MenuActions): Item {
  const larger = (): void => actions.zoom(1);
  return {
    label: '视图(&V)',
    submenu: [
      { label: '放大', accelerator: 'CommandOrControl+Plus', click: larger },
      // The key without Shift, and the one of the number pad.
      {
        label: '放大',
        accelerator: 'CommandOrControl+=',
        visible: false,
        acceleratorWorksWhenHidden: true,
        click: larger,
      },
      { label: '放大', accelerator: 'CommandOrControl+numadd', visible: false, click: larger },
      { label: '缩小', accelerator: 'CommandOrControl+-', click: () => actions.zoom(-1) },
      { label: '缩小', accelerator: 'CommandOrControl+numsub', visible: false, click: () => actions.zoom(-1) },
      { label: '实际大小', accelerator: 'CommandOrControl+0', click: () => actions.zoom(0) },
      { type: 'separator' },
      { label: '全屏', role: 'togglefullscreen' },
    ],
  };
}

function helpMenu(actions: MenuActions): Item {
  return {
    label: '帮助(&H)',
    submenu: [
      { label: '使用帮助', accelerator: 'F1', click: () => actions.order('help') },
      { label: '关于', click: () => actions.about() },
    ],
  };
}

/** The menu bar. */
export function menuTemplate(actions: MenuActions): Item[] {
  return [fileMenu(actions), editMenu(actions), viewMenu(actions), helpMenu(actions)];
}

/** What the right mouse button offers at a place of the page; nothing where there is nothing to copy or to fill in. */
export function contextTemplate(place: Pick<ContextMenuParams, 'isEditable' | 'selectionText'>): Item[] {
  const copy: Item = { label: '复制', role: 'copy' };
  if (place.isEditable) {
    return [
      { label: '剪切', role: 'cut' },
      copy,
      { label: '粘贴', role: 'paste' },
      { type: 'separator' },
      { label: '全选', role: 'selectAll' },
    ];
  }
  return place.selectionText.trim() === '' ? [] : [copy];
}

/** Puts up the menu bar. */
export function installMenu(actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(actions)));
}

/** Opens the small menu at the mouse. */
export function installContextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, place) => {
    const template = contextTemplate(place);
    if (template.length > 0) Menu.buildFromTemplate(template).popup();
  });
}
