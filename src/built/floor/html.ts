import { tagsOf } from '../html.ts';
import type { Finding } from './browsers.ts';

const DIALOG = 'Safari 15.4 (shown open where unknown)';
const ATTRIBUTES: Readonly<Record<string, string>> = {
  popover: 'Chrome 114, Firefox 125, Safari 17 (shown open where unknown)',
  shadowrootmode: 'Chrome 111, Firefox 123, Safari 16.4',
  command: 'Chrome 135',
};
const EXTRA_ATTRIBUTES: Readonly<Record<string, string>> = { inert: 'Chrome 102, Safari 15.5' };
const SCRIPT_TYPES: Readonly<Record<string, string>> = { importmap: 'Chrome 89, Safari 16.4' };
const LOOKED_AT = [
  'dialog',
  'template',
  'script',
  'button',
  'div',
  'section',
  'aside',
  'nav',
  'main',
  'p',
  'ul',
];

/** Whether a style sheet hides closed dialogs itself, as browsers that know them do. */
export const hidesClosedDialogs = (css: string): boolean =>
  /:not\(\[open\]\)[^{}]*\{[^}]*display:\s*none/.test(css);

/**
 * Elements and attributes of one page that a browser of the floor does not know and would show wrongly.
 * `dialogsHidden`: the style hides dialogs that are not open.
 */
export function newerHtml(file: string, html: string, dialogsHidden = false): Finding[] {
  return tagsOf(html, LOOKED_AT).flatMap(({ name, attributes }) => {
    const type = attributes.get('type') ?? '';
    const found: [string, string, Finding['kind']][] = [];
    if (name === 'dialog') found.push(['<dialog>', DIALOG, dialogsHidden ? 'enhancement' : 'fault']);
    const script = name === 'script' ? SCRIPT_TYPES[type] : undefined;
    if (script) found.push([`<script type="${type}">`, script, 'fault']);
    for (const attribute of attributes.keys()) {
      const needed = ATTRIBUTES[attribute];
      const extra = EXTRA_ATTRIBUTES[attribute];
      if (needed) found.push([`attribute ${attribute}`, needed, 'fault']);
      else if (extra) found.push([`attribute ${attribute}`, extra, 'enhancement']);
    }
    const where = `<${name} ${[...attributes].map(([key, value]) => `${key}="${value}"`).join(' ')}>`.slice(
      0,
      100,
    );
    return found.map(([feature, since, kind]) => ({ file, feature, since, kind, where }));
  });
}
