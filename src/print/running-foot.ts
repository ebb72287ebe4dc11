import type { Lang } from '../curriculum/schema/common.ts';

/**
 * What stands at the foot of every sheet, beside the number that styles/print.css gives: the name of the document, so
 * that a loose sheet finds its way back. A front sheet has a page name of its own, and neither.
 */
export function runningFoot(lang: Lang, text: string): string {
  return `@page ${lang} { @bottom-left { content: ${cssString(text)}; } }`;
}

/** As CSS reads it in a `<style>` element: what could end the string or the element is escaped. */
function cssString(text: string): string {
  return `"${text.replace(/["\\<\n]/g, (c) => `\\${c.charCodeAt(0).toString(16)} `)}"`;
}
