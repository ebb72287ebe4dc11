import { defineSearch } from './search-box.ts';

/** Search inside one document that holds everything, such as a package. */
defineSearch(async (box) => (await import('./document-engine.ts')).openDocument(box));
