import { followChoices } from '../reading/apply.ts';
import { rememberChoices, rememberedLanguage } from './language.ts';

/** The start page goes on to the language chosen before; without one it shows the choice. */
const lang = rememberedLanguage();
const link = lang && document.querySelector(`a[hreflang="${lang}"]`);
if (link instanceof HTMLAnchorElement) location.replace(link.href);
else {
  rememberChoices();
  followChoices();
}
