const QUOTED = `(?:"[^"]*"|'[^']*')`;
const NAMED = `(?:PUBLIC\\s+${QUOTED}|SYSTEM)\\s+["']([^"']+)["']`;
const IMPORTS = /<\w+:(?:import|include|redefine)\b[^>]*?schemaLocation\s*=\s*"([^"]+)"/g;
const DOCTYPE = new RegExp(`<!DOCTYPE\\s+\\S+\\s+${NAMED}`, 'g');
const ENTITY = new RegExp(`<!ENTITY\\s+%\\s+\\S+\\s+${NAMED}`, 'g');

/** Files that a schema or DTD needs: its imports and includes, its DOCTYPE, and the parameter entities of a DTD. */
export function namedBy(text: string): string[] {
  const uncommented = text.replace(/<!--[\s\S]*?-->/g, '');
  const named = [IMPORTS, DOCTYPE, ENTITY].flatMap((pattern) => [...uncommented.matchAll(pattern)]);
  return named.map(([, name = '']) => name).filter((name) => !/^[a-z]+:\/\//i.test(name));
}
