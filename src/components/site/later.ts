/** What a reader can do without for a moment comes after the page: it must not compete with text and questions. */
// In a task of its own: at `load` the page may just be laid out anew in the font that has come.
const soon = () => setTimeout(() => import('./extras.ts'));
if (document.readyState === 'complete') soon();
else window.addEventListener('load', soon, { once: true });
