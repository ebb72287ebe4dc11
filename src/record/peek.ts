/** Reads a property; a frame of another origin throws, which counts as not there. */
export function peek(from: object, name: string): unknown {
  try {
    return Reflect.get(from, name);
  } catch {
    return undefined;
  }
}
