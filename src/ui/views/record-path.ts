import { extensions } from './extensions';

/** Address of a record's page: its own where its register has one, else the general record page. */
export function recordPath(ledgerId: string, id: string): string {
  return extensions[ledgerId]?.open?.(id) ?? `/register/${ledgerId}/${id}`;
}

/** Address of the page that has everything about a supervised body. */
export function bodyPath(id: string): string {
  return `/body/${id}`;
}
