import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, vi } from 'vitest';
import { type Command, codeOf } from '../../../src/cli/command.ts';
import { ledger } from '../../../src/cli/ledger.ts';
import { lintContentCommand } from '../../../src/cli/lint-content.ts';
import { lintKm } from '../../../src/cli/lint-km.ts';
import { make } from '../../../src/cli/new.ts';
import { review } from '../../../src/cli/review.ts';
import { status } from '../../../src/cli/status.ts';
import { loadTree } from '../../../src/curriculum/load.ts';
import { type ContentTree, readTree } from '../../../src/curriculum/tree.ts';
import { EMPTY_LEDGER, type Ledger } from '../../../src/workshop/ledger.ts';
import { recordAll } from '../../../src/workshop/record.ts';
import { type Workshop, workshopOf } from '../../../src/workshop/workshop.ts';
import { Files } from '../../fixtures/content/edit.ts';

export const VALID = readTree('tests/fixtures/content/valid');

/** The valid curriculum with edits, and a workshop over it. */
export function opened(
  edit: (files: Files) => Files = (files) => files,
  ledger: Ledger = EMPTY_LEDGER,
): Workshop {
  return openedTree(edit(new Files(VALID)).tree, ledger);
}

export function openedTree(tree: ContentTree, ledger: Ledger = EMPTY_LEDGER): Workshop {
  return workshopOf(loadTree(tree).curriculum, tree, ledger);
}

/** What the ledger says after everything was translated, on 1 November. */
export function recorded(edit?: (files: Files) => Files): Ledger {
  return recordAll(opened(edit), '2026-11-01').ledger;
}

/** Commands read and check all content several times over; a busy machine needs longer than the default. */
vi.setConfig({ testTimeout: 120_000 });

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder of its own with a copy of some content, removed after the test. */
export function folderWith(content: string): Folder {
  const root = mkdtempSync(join(tmpdir(), 'workshop-'));
  folders.push(root);
  cpSync(content, join(root, 'content'), { recursive: true });
  return new Folder(root);
}

export class Folder {
  readonly root: string;
  constructor(root: string) {
    this.root = root;
  }

  read(path: string): string {
    return readFileSync(join(this.root, 'content', path), 'utf8');
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.root, 'content', path), text);
  }

  /** Throws when there is nothing to replace. */
  edit(path: string, from: string, to: string): void {
    const text = this.read(path);
    if (!text.includes(from)) throw new Error(`${path} does not contain: ${from}`);
    this.write(
      path,
      text.replace(from, () => to),
    );
  }

  tree(): ContentTree {
    return readTree(this.root);
  }

  /** Runs a command in this process, as `npm run` would; what is no command of the workshop in one of its own. */
  run(name: string, ...args: string[]): Ended {
    const command = COMMANDS[name];
    const all = [...args, '--root', this.root];
    if (command !== undefined) return here(command, all);
    const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${name}.ts`, ...all], {
      encoding: 'utf8',
    });
    return { code: status, out: stdout, err: stderr };
  }
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  new: make,
  status,
  ledger,
  review,
  'lint-km': lintKm,
  'lint-content': lintContentCommand,
};

function here(command: Command, args: string[]): Ended {
  let [out, err] = ['', ''];
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
  try {
    const code = codeOf(command, args);
    return { code, out, err };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}
