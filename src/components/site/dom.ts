/** The first descendant that matches, or an error: what an element's own markup promises is there. */
export function part<E extends Element>(root: ParentNode, selector: string, type: new () => E): E {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new TypeError(`expected ${type.name} at "${selector}"`);
  return found;
}

export function parts<E extends Element>(root: ParentNode, selector: string, type: new () => E): E[] {
  return Array.from(root.querySelectorAll(selector)).filter((found): found is E => found instanceof type);
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
