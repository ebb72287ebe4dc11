import type { Place } from '../dist.ts';
import { gzipBytes, type Wire, wireBytes } from '../wire.ts';
import { BUDGETS, type BudgetRow, judge, type Measured } from './figures.ts';
import { lessonPages, type PageLoad, pageLoad } from './page.ts';

/** Bytes of one lesson on the wire, raster images apart. */
interface LessonBytes {
  readonly load: PageLoad;
  readonly html: Wire;
  readonly js: Wire;
  readonly css: Wire;
  readonly font: Wire;
}

/** Rows for lessons: each Khmer one as the first page ever opened, and each of both languages as the next one. */
export function lessonRows(place: Place, langs: readonly string[]): BudgetRow[] {
  const meter = wireMeter(place);
  const rows: (BudgetRow | undefined)[] = [];
  for (const lang of langs) {
    const lessons = lessonPages(place.dist, lang).map((page) => measure(place, page, meter));
    if (lang === 'km') rows.push(...firstRows(lessons));
    rows.push(judge(`next lesson (${lang})`, BUDGETS.nextLesson, nextLessons(place, lessons)));
  }
  return rows.filter((row) => row !== undefined);
}

function firstRows(lessons: readonly LessonBytes[]): (BudgetRow | undefined)[] {
  const { total, html, js, css, font } = BUDGETS.firstLesson;
  const of = (pick: (lesson: LessonBytes) => Wire): Measured[] =>
    lessons.map((lesson) => measured(lesson.load.page, pick(lesson)));
  const requests = lessons.map(({ load }) => ({ file: load.page, figure: load.beforeReadable }));
  return [
    judge(
      'first Khmer lesson: all',
      total,
      of((l) => sum([l.html, l.js, l.css, l.font])),
    ),
    judge(
      'first Khmer lesson: HTML with its SVG',
      html,
      of((l) => l.html),
    ),
    judge(
      'first Khmer lesson: JS at once',
      js,
      of((l) => l.js),
    ),
    judge(
      'first Khmer lesson: CSS',
      css,
      of((l) => l.css),
    ),
    judge(
      'first Khmer lesson: font',
      font,
      of((l) => l.font),
    ),
    judge('requests before a Khmer lesson is readable', BUDGETS.requestsBeforeReadable, requests, 'count'),
  ];
}

/** A next lesson costs its page, and what not every lesson of its language has brought already. */
function nextLessons(place: Place, lessons: readonly LessonBytes[]): Measured[] {
  const assets = lessons.map(({ load }) => assetsOf(load));
  const common = (file: string) => assets.every((set) => set.has(file));
  return lessons.map(({ load, html }, index) => {
    const fresh = [...(assets[index] ?? [])].filter((file) => !common(file));
    const extra = fresh.reduce((bytes, file) => bytes + gzipBytes(file, place.dist.read(file)), 0);
    return { file: load.page, figure: html.gzip + extra };
  });
}

const assetsOf = ({ styles, fonts, scripts }: PageLoad): Set<string> =>
  new Set([...styles, ...fonts, ...scripts.now]);

function measure(place: Place, page: string, meter: (file: string) => Wire): LessonBytes {
  const load = pageLoad(place, page);
  const of = (files: Iterable<string>) => sum([...files].map(meter));
  return {
    load,
    html: wireBytes(page, place.dist.read(page)),
    js: of(load.scripts.now),
    css: of(load.styles),
    font: of(load.fonts),
  };
}

/** Many pages share their assets: each is compressed once. */
function wireMeter({ dist }: Place): (file: string) => Wire {
  const known = new Map<string, Wire>();
  return (file) => {
    const bytes = known.get(file) ?? wireBytes(file, dist.read(file));
    known.set(file, bytes);
    return bytes;
  };
}

function sum(parts: readonly Wire[]): Wire {
  return parts.reduce((a, b) => ({ gzip: a.gzip + b.gzip, brotli: a.brotli + b.brotli }), {
    gzip: 0,
    brotli: 0,
  });
}

const measured = (file: string, { gzip, brotli }: Wire): Measured => ({ file, figure: gzip, brotli });
