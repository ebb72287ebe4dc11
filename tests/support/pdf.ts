import { getDocumentProxy } from 'unpdf';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Entry = NonNullable<Awaited<ReturnType<Pdf['getOutline']>>>[number];

export interface PdfPage {
  /** In points: A4 is 595 by 842. */
  readonly width: number;
  readonly height: number;
  /** As the reader gives it, without any space. Khmer comes in the order of its shapes, so only Latin and digits hold. */
  readonly text: string;
}

export interface PdfHeading {
  /** As written, Khmer too: it does not come from the shapes on the page. */
  readonly title: string;
  /** Counted from 0. */
  readonly page: number;
}

/** What a PDF says: its sheets, and the headings that a reader lists beside them. */
export async function readPdf(bytes: Uint8Array): Promise<{ pages: PdfPage[]; headings: PdfHeading[] }> {
  const pdf = await getDocumentProxy(Uint8Array.from(bytes));
  const pages: PdfPage[] = [];
  for (let n = 1; n <= pdf.numPages; n++) pages.push(await readPage(pdf, n));
  const headings = await readOutline(pdf, (await pdf.getOutline()) ?? []);
  await pdf.loadingTask.destroy();
  return { pages, headings };
}

/** Text without spaces, which a PDF puts where it likes. */
export const solid = (text: string): string => text.replace(/[\s\u00a0\u200b]+/g, '');

async function readPage(pdf: Pdf, n: number): Promise<PdfPage> {
  const page = await pdf.getPage(n);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str : '')).join('');
  return { width: right - left, height: top - bottom, text: solid(text) };
}

async function readOutline(pdf: Pdf, entries: readonly Entry[]): Promise<PdfHeading[]> {
  const found: PdfHeading[] = [];
  for (const { title, dest, items } of entries) {
    const [target] = (typeof dest === 'string' ? await pdf.getDestination(dest) : dest) ?? [];
    found.push({ title, page: target ? await pdf.getPageIndex(target) : -1 });
    found.push(...(await readOutline(pdf, items)));
  }
  return found;
}
