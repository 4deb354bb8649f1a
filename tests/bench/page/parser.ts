import { readXlsx } from 'hucre/xlsx';

self.onmessage = async (event: MessageEvent<Uint8Array>) => {
  const workbook = await readXlsx(event.data);
  postMessage(workbook.sheets[0]?.rows.length ?? 0);
};
