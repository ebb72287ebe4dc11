import '../../src/components/search/site.ts';
import { tellKept } from './kept.ts';
import { showAllProgress } from './progress.ts';

/** Entry of the script of the first page, the glossary and the sources. */
document.documentElement.dataset['search'] = '';
tellKept();
void showAllProgress();
