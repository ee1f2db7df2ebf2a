// Keys that work on every layout: the letter that a key types, or stands at where it types none of a to z.
export const letter = (event: KeyboardEvent): string => {
  if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
  return event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : event.key;
};

// Whether a key goes to a field, a dialog or the browser, and not to the page.
export const elsewhere = (event: KeyboardEvent): boolean => {
  const at = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  if (!(at instanceof Element)) return false;
  return at.matches("input, textarea, select, [contenteditable]") || at.closest("dialog") !== null;
};
