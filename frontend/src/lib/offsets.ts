// Characters of the report behind what is on the page. Every run of the text says at which character it begins
// (`data-at`) and shows all of them; what lies between runs (badges, headings of folds, controls) is no text of it.
// Offsets count code points, as Python does; the page counts UTF-16 units.
export interface Span {
  start: number;
  end: number;
}

const points = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

const units = (text: string, count: number): number => {
  let at = 0;
  for (const point of text) {
    if (count-- <= 0) break;
    at += point.length;
  }
  return at;
};

const begin = (run: Element): number => Number(run.getAttribute("data-at"));

// The runs of a report in the order of the text.
export const runsOf = (report: Element): Element[] => [...report.querySelectorAll("[data-at]")];

// The characters that a range of the page holds, without blanks at its ends; null where it holds none.
export const spanOf = (range: Range, runs: Element[]): Span | null => {
  let start: number | null = null;
  let end = 0;
  let words = "";
  for (const run of runs) {
    const text = run.firstChild;
    if (!(text instanceof Text) || !range.intersectsNode(text)) continue;
    const from = range.startContainer === text ? range.startOffset : 0;
    const to = range.endContainer === text ? range.endOffset : text.length;
    if (from >= to) continue;
    start ??= begin(run) + points(text.data.slice(0, from));
    end = begin(run) + points(text.data.slice(0, to));
    words += text.data.slice(from, to);
  }
  if (start === null || !words.trim()) return null;
  return { start: start + points(words.slice(0, words.length - words.trimStart().length)), end: end - points(words.slice(words.trimEnd().length)) };
};

// The range of the page that shows these characters; null where none of them is on it.
export const rangeOf = (span: Span, runs: Element[]): Range | null => {
  const range = document.createRange();
  let found = false;
  for (let at = firstRun(runs, span.start); at < runs.length; at += 1) {
    const run = runs[at];
    const text = run?.firstChild;
    if (!run || !(text instanceof Text)) continue;
    const first = begin(run);
    if (first >= span.end) break;
    if (!found) range.setStart(text, units(text.data, span.start - first));
    range.setEnd(text, units(text.data, span.end - first));
    found = true;
  }
  return found ? range : null;
};

// The run that holds a character, or the next one behind it.
const firstRun = (runs: Element[], position: number): number => {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run && begin(run) <= position) low = middle + 1;
    else high = middle;
  }
  const before = runs[low - 1];
  return before && begin(before) + points(before.textContent ?? "") > position ? low - 1 : low;
};
