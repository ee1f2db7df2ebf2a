// The page of a claim or attribution: words marked in the passage go into the fields that are words of the report.
const points = (text: string): number => Array.from(text).length;

/** Where a place in the passage is in the report, in code points; null outside the passage. */
function offset(node: Node, at: number): number | null {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("#passage [data-at]");
  if (!piece) return null;
  const before = document.createRange();
  before.setStart(piece, 0);
  before.setEnd(node, at);
  return Number(piece.dataset["at"]) + points(before.toString());
}

function selected(): { words: string; at: string } | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return null;
  const raw = range.toString();
  const lead = points(raw) - points(raw.trimStart());
  const tail = points(raw) - points(raw.trimEnd());
  return { words: raw.replaceAll("\u2060", "").replace(/\s+/g, " ").trim(), at: `${start + lead}-${end - tail}` };
}

let marked: { words: string; at: string } | null = null;
const buttons = document.querySelectorAll<HTMLButtonElement>("[data-pick]");

document.addEventListener("selectionchange", () => {
  marked = selected() ?? marked;
  for (const button of buttons) button.hidden = marked === null;
});

for (const button of buttons) {
  // The selection must outlive the press of the button.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset["pick"] ?? "");
    const place = field?.nextElementSibling;
    if (marked && field instanceof HTMLInputElement && place instanceof HTMLInputElement) {
      field.value = marked.words;
      place.value = marked.at;
      field.focus();
    }
  });
}

export {};
