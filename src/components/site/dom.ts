/** The first descendant that matches, or an error: what an element's own markup promises is there. */
export function part<E extends Element>(root: ParentNode, selector: string, type: new () => E): E {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new TypeError(`expected ${type.name} at "${selector}"`);
  return found;
}

export function parts<E extends Element>(root: ParentNode, selector: string, type: new () => E): E[] {
  return Array.from(root.querySelectorAll(selector)).filter((found): found is E => found instanceof type);
}

/**
 * What this project's own build wrote as JSON into a script element of the page: `T` is the writer's type.
 * @throws if the element is not there.
 */
export function dataIn<T>(root: ParentNode, selector: string): T {
  return JSON.parse(part(root, selector, HTMLScriptElement).textContent ?? '') as T;
}

/** Defines a custom element once; a second script on the same page does not break the first. */
export function define(name: string, type: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, type);
}

export function create<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
