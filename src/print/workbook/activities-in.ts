import { type DefaultTreeAdapterTypes, parseFragment, serializeOuter } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** The HTML of the elements marked `data-activity` in a lesson's HTML, in document order. */
export function activitiesIn(html: string): string {
  return marked(parseFragment(html))
    .map((activity) => serializeOuter(activity))
    .join('\n');
}

function marked(node: Node): Element[] {
  if ('attrs' in node && node.attrs.some(({ name }) => name === 'data-activity')) return [node];
  return 'childNodes' in node ? node.childNodes.flatMap(marked) : [];
}
