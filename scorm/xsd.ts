import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import { MANIFEST_FILE } from './manifest/names.ts';
import type { Finding } from './rules/rule.ts';

// The published files break rules that libxml2 enforces: ims_xml.xsd binds the xml namespace as default (Namespaces in
// XML §3), imsmd_rootv1p2p1.xsd has wildcards that overlap its own elements (XML Schema 1.0 §3.8.6). Packages carry the
// bytes as published; these readings are for validation only.
const READINGS: Readonly<Record<string, (text: string) => string>> = {
  'ims_xml.xsd': (text) => text.replace('xmlns="http://www.w3.org/XML/1998/namespace"', ''),
  'imsmd_rootv1p2p1.xsd': (text) => text.replace(/(<xsd:group name="grp.any">[\s\S]*?)##any/, '$1##other'),
};

const HOME = 'package:/';

/**
 * Validates the manifest against the control documents in the package itself, as its xsi:schemaLocation names them.
 * The findings are those of a rule `manifest/schema-valid`; none if there is no manifest.
 */
export function validateManifest(files: ReadonlyMap<string, Uint8Array>): Finding[] {
  const manifest = files.get(MANIFEST_FILE);
  if (!manifest) return [];
  const provider = new XmlBufferInputProvider(schemaBuffers(files));
  xmlRegisterInputProvider(provider);
  try {
    return validate(manifest);
  } finally {
    xmlCleanupInputProvider();
  }
}

function validate(manifest: Uint8Array): Finding[] {
  try {
    using document = XmlDocument.fromBuffer(manifest, { url: MANIFEST_FILE });
    const location = document.root.attr('schemaLocation', 'xsi')?.value ?? '';
    using schema = XmlDocument.fromString(wrapper(location), {
      url: `${HOME}wrapper.xsd`,
      option: ParseOption.XML_PARSE_NONET,
    });
    using validator = XsdValidator.fromDoc(schema);
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.details.map(({ message, line, file }) =>
      finding(file ?? MANIFEST_FILE, line, message.trim()),
    );
  }
}

/** A schema that imports every namespace of the manifest, so that elements of all of them are judged. */
function wrapper(location: string): string {
  const words = location.trim().split(/\s+/);
  const imports = words.flatMap((uri, i) =>
    i % 2 === 0 ? [`<xs:import namespace="${uri}" schemaLocation="${HOME}${words[i + 1]}"/>`] : [],
  );
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`;
}

function schemaBuffers(files: ReadonlyMap<string, Uint8Array>): Record<string, Uint8Array> {
  const buffers: Record<string, Uint8Array> = {};
  for (const [name, bytes] of files) {
    if (!/\.(xsd|dtd)$/.test(name)) continue;
    const reading = READINGS[name];
    buffers[HOME + name] = reading
      ? new TextEncoder().encode(reading(new TextDecoder().decode(bytes)))
      : bytes;
  }
  return buffers;
}

const finding = (file: string, line: number, found: string): Finding => ({
  rule: 'manifest/schema-valid',
  severity: 'error',
  message: 'the manifest is not valid against the schemas of its standard',
  hint: 'Mend the element at this line; see the schema files in the package.',
  file: file.replace(HOME, ''),
  line,
  found,
});
