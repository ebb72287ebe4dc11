import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDERS = ['source', 'target', 'tm', 'glossary', 'dictionary', 'omegat'];

/** A project of OmegaT 3.6 in a folder of its own; whole passages are its segments. */
function projectFile(from: string, to: string): string {
  const folders = FOLDERS.filter((name) => name !== 'omegat').map(
    (name) => `<${name}_dir>__DEFAULT__</${name}_dir>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
${folders.join('\n')}
<glossary_file>__DEFAULT__</glossary_file>
<source_lang>${from}</source_lang><target_lang>${to}</target_lang>
<sentence_seg>false</sentence_seg>
<support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
`;
}

/** The system's OmegaT working on some files in its console mode. */
export class OmegatProject {
  readonly root: string = mkdtempSync(join(tmpdir(), 'omegat-'));
  readonly folder: string = join(this.root, 'project');

  constructor(files: ReadonlyMap<string, string>, from: string, to: string) {
    for (const name of FOLDERS) mkdirSync(join(this.folder, name), { recursive: true });
    writeFileSync(join(this.folder, 'omegat.project'), projectFile(from, to));
    for (const [name, text] of files) writeFileSync(join(this.folder, 'source', name), text);
  }

  /** What a translator would have written: OmegaT's own list of segments, each with a new text. */
  translateAll(translation: (segment: string) => string): void {
    const memory = join(this.root, 'memory.tmx');
    this.run(
      'console-createpseudotranslatetmx',
      `--pseudotranslatetmx=${memory}`,
      '--pseudotranslatetype=equal',
    );
    const text = readFileSync(memory, 'utf8').replace(
      /(<tuv lang="km">\s*<seg>)([\s\S]*?)(<\/seg>)/g,
      (_, before: string, segment: string, after: string) => before + translation(segment) + after,
    );
    writeFileSync(join(this.folder, 'omegat/project_save.tmx'), text);
  }

  /** Opens all files and saves their translations, as its menu does. */
  save(): void {
    this.run('console-translate');
  }

  translated(name: string): string {
    return readFileSync(join(this.folder, 'target', name), 'utf8');
  }

  /** How many segments it found in all files, or in one. */
  segments(name?: string): number {
    const stats = readFileSync(join(this.folder, 'omegat/project_stats.txt'), 'utf8');
    const line = stats.split('\n').find((row) => row.startsWith(name ?? 'Total:')) ?? '';
    return Number(line.split('\t')[1]?.trim());
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private run(mode: string, ...options: string[]): void {
    const args = [this.folder, `--mode=${mode}`, `--config-dir=${join(this.root, 'config')}`, ...options];
    const ran = spawnSync('omegat', args, { encoding: 'utf8' });
    if (ran.error) {
      throw new Error(
        'There is no OmegaT on this machine. Install it (Debian: apt-get install omegat) and try again.',
      );
    }
    if (ran.status !== 0) throw new Error(`OmegaT ended with ${ran.status}:\n${ran.stdout}\n${ran.stderr}`);
  }
}
