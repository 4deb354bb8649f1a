import type { WebPreferences } from 'electron';

/** Settings that keep a page away from the computer; each must be stated, none left to a default. */
const required = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences;

/** Settings that turn other guards off by their mere presence. */
const forbidden = ['enableBlinkFeatures', 'additionalArguments'] as const;

/**
 * Settings of a window.
 *
 * @param preload full path of its preload program, or null for a window without one
 * @param inspection whether the developer tools may be opened
 */
export function windowPreferences(preload: string | null, inspection: boolean): WebPreferences {
  return { ...required, devTools: inspection, ...(preload === null ? {} : { preload }) };
}

/**
 * Stops the program before a window with loosened settings is made.
 *
 * @throws where a required setting is missing or different, or a forbidden one is there
 */
export function assertWebPreferences(preferences: WebPreferences): WebPreferences {
  for (const [name, value] of Object.entries(required)) {
    const actual: unknown = Reflect.get(preferences, name);
    if (actual !== value) throw new Error(`web preference ${name} must be ${String(value)}`);
  }
  for (const name of forbidden) {
    if (Reflect.get(preferences, name) !== undefined) throw new Error(`web preference ${name} must not be set`);
  }
  return preferences;
}
