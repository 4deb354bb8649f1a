import type { App, Session } from 'electron';
import { isOurs } from './origin';

/**
 * Whether a request may be made. Data and blob addresses hold their content themselves and reach nothing; everything else
 * must be the application's own.
 *
 * @param inspection whether the developer tools may load their own page, in builds for tests only
 */
export function isRequestAllowed(address: string, inspection: boolean): boolean {
  if (isOurs(address) || address.startsWith('data:') || address.startsWith('blob:app://bureau/')) return true;
  return inspection && address.startsWith('devtools:');
}

/** Refuses every request of a session that leaves the application, whoever makes it: page, worker, frame or style sheet. */
export function guardNetwork(session: Session, inspection: boolean): void {
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isRequestAllowed(details.url, inspection) }),
  );
  // Chromium would fetch dictionaries for it.
  session.setSpellCheckerEnabled(false);
}

/** Switches off what Chromium does on the network by itself, and every name lookup. Before Electron is ready. */
export function silenceChromium(app: App): void {
  const switches: readonly (readonly [string, string?])[] = [
    ['disable-background-networking'],
    ['disable-component-update'],
    ['disable-domain-reliability'],
    ['disable-sync'],
    ['no-pings'],
    ['host-resolver-rules', 'MAP * ~NOTFOUND'],
    ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ];
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
}
