import type { Session } from 'electron';

/** What the page is allowed, each with its reason. Everything else is denied. */
const allowed: ReadonlyMap<string, string> = new Map([
  ['clipboard-sanitized-write', 'the clerk copies numbers and names out of a record'],
  ['persistent-storage', 'asks Chromium not to clear the database when the disk runs short'],
]);

/** Whether the page has a permission, by Chromium's name of it. */
export function isPermitted(permission: string): boolean {
  return allowed.has(permission);
}

/** Lays the table over a session: requests, checks, devices and screen pictures. */
export function guardPermissions(session: Session): void {
  // Drops what an earlier handler may have granted.
  session.setPermissionRequestHandler(null);
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isPermitted(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isPermitted(permission));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}
