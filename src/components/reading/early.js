try {
  document.documentElement.dataset.reading = localStorage.getItem('sog/1/reading') || '';
} catch {}
