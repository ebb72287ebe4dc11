import { valuesOf } from '../../../learning/snapshot.ts';
import { part } from '../../site/dom.ts';
import { showCompletion } from './completion.ts';
import { learningData, learningModule } from './learning-data.ts';
import { readDevice } from './on-device.ts';

/** The module named in the address; without one that this site has, the page asks which. */
const { modules } = learningData();
const asked = new URLSearchParams(location.search).get('module') ?? '';
const module = learningModule(asked) ?? (modules.length === 1 ? modules[0] : undefined);
part(document, '[data-choose]', HTMLElement).hidden = module !== undefined;

function show(): void {
  const snapshot = module && readDevice()?.get(module.id);
  if (module) showCompletion({ module, values: snapshot ? valuesOf(snapshot) : new Map(), learner: '' });
}
show();
window.addEventListener('storage', show);
window.addEventListener('pageshow', show);

/** A language switch keeps the module. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-twin]'))
  link.search = location.search;
