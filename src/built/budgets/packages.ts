import { unzipSync } from 'fflate';
import type { Dist } from '../dist.ts';
import { BUDGETS, type BudgetRow, judge, type Measured } from './figures.ts';

const RASTER = /\.(png|jpe?g|webp|avif|gif)$/i;

interface PackageFigures {
  readonly file: string;
  readonly bilingual: boolean;
  readonly wire: number;
  /** Largest document, as it lies in memory. */
  readonly document: number;
  readonly files: number;
}

/** Rows for the SCORM 1.2 packages in `packages/`; `packages/index.json` says which they are. */
export function packageRows(dist: Dist): BudgetRow[] {
  const packages = scorm12Packages(dist).map((entry) => figuresOf(dist, entry));
  const { oneLanguage, bilingual, document, files } = BUDGETS.package;
  const of = (pick: (p: PackageFigures) => number, some = packages): Measured[] =>
    some.map((p) => ({ file: p.file, figure: pick(p) }));
  const zip = (p: PackageFigures) => p.wire;
  return [
    judge(
      'SCORM 1.2 package, one language',
      oneLanguage,
      of(
        zip,
        packages.filter((p) => !p.bilingual),
      ),
    ),
    judge(
      'SCORM 1.2 package, bilingual',
      bilingual,
      of(
        zip,
        packages.filter((p) => p.bilingual),
      ),
    ),
    judge(
      'SCORM 1.2 document, uncompressed',
      document,
      of((p) => p.document),
    ),
    judge(
      'SCORM 1.2 files',
      files,
      of((p) => p.files),
      'count',
    ),
  ].filter((row) => row !== undefined);
}

interface IndexEntry {
  readonly file: string;
  readonly language: string;
  readonly standard: string;
}

function scorm12Packages(dist: Dist): IndexEntry[] {
  const index = 'packages/index.json';
  if (!dist.paths.includes(index)) return [];
  const { packages }: { packages: IndexEntry[] } = JSON.parse(dist.text(index));
  return packages.filter(({ standard }) => standard === 'scorm12');
}

function figuresOf(dist: Dist, { file, language }: IndexEntry): PackageFigures {
  const path = `packages/${file}`;
  const zip = dist.read(path);
  let images = 0;
  let document = 0;
  let files = 0;
  // The filter sees every entry's sizes; nothing has to be inflated.
  unzipSync(zip, {
    filter: ({ name, size, originalSize }) => {
      if (!name.endsWith('/')) files += 1;
      if (RASTER.test(name)) images += size;
      if (/\.html?$/i.test(name)) document = Math.max(document, originalSize);
      return false;
    },
  });
  return { file: path, bilingual: language.includes('-'), wire: zip.length - images, document, files };
}
