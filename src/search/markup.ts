import { canon } from '../khmer/canon.ts';

/**
 * Parts of a lesson's markup that are not its text: answers, controls, marks, labels and scenes not shown yet. What is
 * `aria-hidden` is left out too.
 */
export const SKIPPED_CLASSES = [
  'question__answers',
  'question__actions',
  'question__hint',
  'question__tip',
  'blank',
  'activity__label',
  'button',
  'source-note',
  'scene',
  'dilemma__actions',
  'dilemma__path',
  'dilemma__people',
  'dilemma__standing',
  'cite',
  'notes',
  'plan',
  'quiet',
  'note',
] as const;
export const SKIPPED_TAGS = ['script', 'style', 'svg', 'template', 'noscript', 'button', 'dialog'] as const;
/** The sentence under a lesson's title. */
export const LEAD_CLASSES = ['lead', 'lesson__lead'] as const;
/** Elements whose text does not run on into what stands beside them. */
export const BLOCKS =
  /^(p|li|ul|ol|dl|dt|dd|div|section|aside|article|figure|figcaption|h[1-6]|table|tr|td|th|legend|fieldset|br|label|blockquote)$/i;

/** Running text of some markup: canonical, white space collapsed; where a citation mark was taken out, its space goes. */
export function cleanText(text: string): string {
  return canon(text)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;!?\u17D4](?: |$))/g, '')
    .trim();
}
