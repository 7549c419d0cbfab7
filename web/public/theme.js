// Before the first paint, so that a chosen theme does not flash. Kept out of the page: its policy forbids inline code.
try {
  const theme = localStorage.getItem('parley.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  const language = localStorage.getItem('parley.language')
  if (language) document.documentElement.lang = language
} catch {
  // Storage may be forbidden: the system's theme stands.
}
