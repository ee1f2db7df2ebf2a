// Digits of the interface's frame, ٠١٢٣ or 0123. Words of reports stay as they were written; so do keys and addresses.
const EASTERN = "٠١٢٣٤٥٦٧٨٩";
const KEPT = ".said, .id, .key, .address, .citation, code, pre, kbd, textarea, script, style, [data-digits]";
const STORE = "riwaya-digits";

export const change = (text: string, eastern: boolean): string =>
  eastern
    ? text.replace(/[0-9]/g, (digit) => EASTERN[Number(digit)] ?? digit)
    : text.replace(/[٠-٩]/g, (digit) => String(EASTERN.indexOf(digit)));

const changeWithin = (root: Node, eastern: boolean): void => {
  if (root instanceof Element ? root.closest(KEPT) : root.parentElement?.closest(KEPT)) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Element) return node.matches(KEPT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    return NodeFilter.FILTER_ACCEPT;
  });
  for (let node = root instanceof Text ? root : walker.nextNode(); node; node = walker.nextNode()) {
    const data = (node as Text).data;
    const changed = change(data, eastern);
    if (changed !== data) (node as Text).data = changed;
  }
};

const stored = (): boolean => {
  try {
    return localStorage.getItem(STORE) === "eastern";
  } catch {
    return false; // a browser that keeps nothing still shows the page
  }
};

// Shows the switch, if the page has one, and lets it have its way, now and with what scripts add later.
export const digits = (): void => {
  const button = document.querySelector<HTMLButtonElement>("button[data-digits]");
  if (!button) return;
  let eastern = stored();
  const show = (): void => {
    button.setAttribute("aria-pressed", String(eastern));
    changeWithin(document.body, eastern);
  };
  button.hidden = false;
  if (eastern) show();
  button.addEventListener("click", () => {
    eastern = !eastern;
    try {
      localStorage.setItem(STORE, eastern ? "eastern" : "western");
    } catch {
      // the switch works for this page
    }
    show();
  });
  new MutationObserver((changes) => {
    if (eastern) for (const each of changes) for (const node of each.addedNodes) changeWithin(node, true);
  }).observe(document.body, { childList: true, subtree: true });
};
