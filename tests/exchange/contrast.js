// Contrast (WCAG 2.2, 1.4.3) of everything that shows words against what is behind it.
() => {
  const rgb = (text) => (text.match(/[\d.]+/g) || []).map(Number);
  const solid = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const c = rgb(getComputedStyle(at).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  const light = (c) => {
    const [r, g, b] = c.slice(0, 3).map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = {};
  for (const kind of ["p", "a", "h1", "h3", ".notes", ".source", ".badge", ".repeat", "button", "td", "small", "footer p"]) {
    document.querySelectorAll(kind).forEach((node, n) => {
      const [high, low] = [light(rgb(getComputedStyle(node).color)), light(solid(node))].sort((a, b) => b - a);
      found[`${kind} ${n}`] = (high + 0.05) / (low + 0.05);
    });
  }
  return found;
}
