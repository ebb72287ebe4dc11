import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';

/** The only package found that ships the published schema of XLIFF 1.2. */
const PACKAGE = 'php-symfony-translation';
const FOLDER = 'usr/share/php/Symfony/Component/Translation/Resources/schemas';

/** The strict schema of XLIFF 1.2 and the one it imports, from the system or from the Debian package. */
function schemaFiles(): { xliff: string; xml: Uint8Array } {
  const read = (root: string) => ({
    xliff: readFileSync(join(root, FOLDER, 'xliff-core-1.2-strict.xsd'), 'utf8'),
    xml: new Uint8Array(readFileSync(join(root, FOLDER, 'xml.xsd'))),
  });
  if (existsSync(join('/', FOLDER, 'xliff-core-1.2-strict.xsd'))) return read('/');
  const folder = mkdtempSync(join(tmpdir(), 'xliff-schema-'));
  try {
    spawnSync('apt-get', ['download', '-qq', PACKAGE], { cwd: folder });
    const deb = readdirSync(folder).find((name) => name.endsWith('.deb'));
    if (deb === undefined) throw new Error(`The schema of XLIFF 1.2 is not here: apt-get install ${PACKAGE}`);
    spawnSync('dpkg-deb', ['-x', deb, '.'], { cwd: folder });
    return read(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the strict schema of XLIFF 1.2 finds wrong with a text, as `line: message`. */
export function schemaFaults(text: string): string[] {
  const { xliff, xml } = schemaFiles();
  xmlRegisterInputProvider(new XmlBufferInputProvider({ 'package:/xml.xsd': xml }));
  try {
    using document = XmlDocument.fromString(text);
    using schema = XmlDocument.fromString(
      xliff.replace(/schemaLocation="[^"]*xml\.xsd"/, 'schemaLocation="package:/xml.xsd"'),
      { url: 'package:/xliff.xsd', option: ParseOption.XML_PARSE_NONET },
    );
    using validator = XsdValidator.fromDoc(schema);
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.details.map(({ line, message }) => `${line}: ${message.trim()}`);
  } finally {
    xmlCleanupInputProvider();
  }
}
