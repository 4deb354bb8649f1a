/** Pages that are opened most: their code is fetched while nothing else is to be done. */
const pages: readonly (() => Promise<unknown>)[] = [
  () => import('./views/home/HomePage.vue'),
  () => import('./views/register/RegisterPage.vue'),
  () => import('./views/body/BodyPage.vue'),
  () => import('./views/finding/FindingPage.vue'),
  () => import('./views/inspection/InspectionPage.vue'),
  () => import('./views/document/DocumentPage.vue'),
  () => import('./views/register/RecordPage.vue'),
];

function whenIdle(work: () => void): void {
  // A browser without it is left to fetch pages as they are opened.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work);
}

/** Fetches the code of the pages that are opened most, one after another, so that the first opening does not wait for it. */
export function fetchAhead(next = 0): void {
  const page = pages[next];
  if (!page) return;
  whenIdle(() => {
    // What cannot be fetched now is fetched, and complained of, when it is opened.
    page().then(
      () => fetchAhead(next + 1),
      () => undefined,
    );
  });
}
