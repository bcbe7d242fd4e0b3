// Weighs what comes over the wire for the page that is shown: packed, with headers, as if nothing had been kept.

/** Begins to weigh; gives a function for the parts `{ type, url, packed, bytes }` of the last page. */
export async function weigh(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  let parts = new Map();
  devtools.on('Network.responseReceived', ({ requestId, type, response }) => {
    // What was fetched for the steps on the way here is no part of this page.
    if (type === 'Document') parts = new Map();
    // A browser fetches the icon of the tab when it likes: left out, so that the sum is the same each time.
    if (response.url.includes('/favicon.')) return;
    const packed = Object.keys(response.headers).some((name) => name.toLowerCase() === 'content-encoding');
    parts.set(requestId, { type, url: response.url, packed, bytes: null });
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (parts.has(requestId)) parts.get(requestId).bytes = encodedDataLength;
  });
  return async () => {
    for (let wait = 0; wait < 100 && [...parts.values()].some(({ bytes }) => bytes === null); wait += 1) await page.waitForTimeout(20);
    return [...parts.values()].filter(({ url }) => url.startsWith('http')).map((part) => ({ ...part, bytes: part.bytes ?? 0 }));
  };
}
