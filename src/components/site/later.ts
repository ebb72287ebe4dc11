/** What a reader can do without for a moment comes after the page: it must not compete with text and questions. */
const start = () => void import('./extras.ts');
if (document.readyState === 'complete') start();
else window.addEventListener('load', start, { once: true });
