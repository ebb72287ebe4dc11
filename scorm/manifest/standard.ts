/** The standards a package is made for; also the value of the document's `data-record`. */
export const STANDARDS = ['scorm12', 'scorm2004'] as const;
export type Standard = (typeof STANDARDS)[number];

export interface Namespace {
  readonly uri: string;
  /** Control document at the root of the package. */
  readonly schema: string;
}

interface StandardNamespaces {
  /** IMS content packaging: the default namespace. */
  readonly content: Namespace;
  readonly extensions: readonly (Namespace & { readonly prefix: string })[];
}

/** Namespaces, prefixes and control documents. SCORM 1.2 CAM §2.3.2; SCORM 2004 4th Ed. CAM §3.4. */
export const NAMESPACES: Readonly<Record<Standard, StandardNamespaces>> = {
  scorm12: {
    content: { uri: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2', schema: 'imscp_rootv1p1p2.xsd' },
    extensions: [
      { prefix: 'adlcp', uri: 'http://www.adlnet.org/xsd/adlcp_rootv1p2', schema: 'adlcp_rootv1p2.xsd' },
    ],
  },
  scorm2004: {
    content: { uri: 'http://www.imsglobal.org/xsd/imscp_v1p1', schema: 'imscp_v1p1.xsd' },
    extensions: [
      { prefix: 'adlcp', uri: 'http://www.adlnet.org/xsd/adlcp_v1p3', schema: 'adlcp_v1p3.xsd' },
      { prefix: 'adlseq', uri: 'http://www.adlnet.org/xsd/adlseq_v1p3', schema: 'adlseq_v1p3.xsd' },
      { prefix: 'adlnav', uri: 'http://www.adlnet.org/xsd/adlnav_v1p3', schema: 'adlnav_v1p3.xsd' },
      { prefix: 'imsss', uri: 'http://www.imsglobal.org/xsd/imsss', schema: 'imsss_v1p0.xsd' },
    ],
  },
};

/** The exact text of <schemaversion>: Moodle reads any other as SCORM 1.2. */
export const SCHEMA_VERSIONS: Readonly<Record<Standard, string>> = {
  scorm12: '1.2',
  scorm2004: '2004 4th Edition',
};

/** The attribute that marks a SCO is written differently in the two standards. */
export const SCORM_TYPE: Readonly<Record<Standard, string>> = {
  scorm12: 'adlcp:scormtype',
  scorm2004: 'adlcp:scormType',
};

/** @throws if the standard has no such prefix. */
export function namespaceOf(standard: Standard, prefix: string): string {
  const found = NAMESPACES[standard].extensions.find((extension) => extension.prefix === prefix);
  if (!found) throw new Error(`${standard} has no prefix ${prefix}`);
  return found.uri;
}
