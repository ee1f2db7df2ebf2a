// The map: draws the places that the list beside it names, each with the circle within which it may be.
import { geoMercator, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

interface Place {
  item: HTMLLIElement;
  name: string;
  x: number;
  y: number;
  /** The radius of its uncertainty on the map of the world. */
  reach: number;
  weight: number;
  disputed: boolean;
  group: SVGGElement;
}

/** Pixels that the world is wide and high before it is zoomed. */
const WORLD = 4096;
const LEAST_ZOOM = 0.08;
const MOST_ZOOM = 400;
const EQUATOR_KM = 40_075;
const MOST_NAMES = 40;
const TILE = 256;
const SVG = "http://www.w3.org/2000/svg";

const projection = geoMercator().scale(WORLD / (2 * Math.PI)).translate([WORLD / 2, WORLD / 2]);
const byId = <T extends Element>(id: string): T | null => document.getElementById(id) as T | null;
const chart = byId<HTMLElement>("chart");
const svg = byId<SVGSVGElement>("map");
const part = (name: string): SVGGElement => svg?.querySelector(`.${name}`) as SVGGElement;
const made = <K extends keyof SVGElementTagNameMap>(name: K, given: Record<string, string | number>): SVGElementTagNameMap[K] => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(given)) element.setAttribute(key, String(value));
  return element;
};

let places: Place[] = [];
let view = { x: 0, y: 0, k: 1 };
let waiting = false;
let countries: { bounds: [[number, number], [number, number]]; path: SVGPathElement }[] = [];

function readPlaces(): void {
  const layer = part("places");
  layer.replaceChildren();
  places = [];
  for (const item of document.querySelectorAll<HTMLLIElement>("#places li[data-lon]")) {
    const { lon, lat, km, n } = item.dataset;
    const point = projection([Number(lon), Number(lat)]);
    if (!point) continue;
    const reach = (Number(km) / (EQUATOR_KM * Math.cos((Number(lat) * Math.PI) / 180))) * WORLD;
    const disputed = item.hasAttribute("data-disputed");
    const group = made("g", {});
    group.append(made("circle", { class: disputed ? "reach disputed" : "reach" }), disputed ? made("path", { class: "cross" }) : made("circle", { class: "dot", r: 3 }), made("circle", { class: "hit", r: 12 }));
    const place = { item, name: item.querySelector("a")?.textContent ?? "", x: point[0], y: point[1], reach, weight: Number(n), disputed, group };
    group.lastElementChild?.addEventListener("click", () => choose(place, true));
    const title = made("title", {});
    title.textContent = place.name;
    group.lastElementChild?.append(title);
    layer.append(group);
    places.push(place);
  }
}

function draw(): void {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    drawNow();
  });
}

function drawNow(): void {
  if (!svg) return;
  const { width, height } = svg.getBoundingClientRect();
  const { x, y, k } = view;
  part("world").setAttribute("transform", `translate(${x} ${y}) scale(${k})`);
  for (const { bounds: [[west, north], [east, south]], path } of countries) {
    // What is far outside would still be drawn, stroke by stroke.
    const away = east * k + x < 0 || south * k + y < 0 || west * k + x > width || north * k + y > height;
    path.setAttribute("display", away ? "none" : "inline");
  }
  const near: Place[] = [];
  for (const place of places) {
    const cx = place.x * k + x;
    const cy = place.y * k + y;
    const r = place.reach * k;
    const away = cx + r < 0 || cy + r < 0 || cx - r > width || cy - r > height;
    place.group.setAttribute("transform", `translate(${cx.toFixed(1)} ${cy.toFixed(1)})`);
    place.group.setAttribute("display", away ? "none" : "inline");
    if (away) continue;
    const [reach, mark] = place.group.children;
    reach?.setAttribute("r", Math.max(r, 0).toFixed(1));
    if (place.disputed) mark?.setAttribute("d", "M-4 -4l8 8M4 -4l-8 8");
    near.push(place);
  }
  drawNames(near, width, height);
  drawBar(width, height);
  drawTiles(width, height);
}

function drawNames(near: Place[], width: number, height: number): void {
  const taken: [number, number, number, number][] = [];
  const shown: SVGTextElement[] = [];
  const sorted = [...near].sort((a, b) => Number(chosen(b)) - Number(chosen(a)) || b.weight - a.weight);
  for (const place of sorted) {
    if (shown.length >= MOST_NAMES) break;
    const cx = place.x * view.k + view.x;
    const cy = place.y * view.k + view.y + 17;
    const half = place.name.length * 3.8 + 4;
    if (cx - half < 0 || cx + half > width || cy > height - 4) continue;
    if (taken.some(([a, b, c, d]) => cx - half < c && cx + half > a && cy - 11 < d && cy + 4 > b)) continue;
    taken.push([cx - half, cy - 11, cx + half, cy + 4]);
    const text = made("text", { x: cx.toFixed(1), y: cy.toFixed(1) });
    text.textContent = place.name;
    shown.push(text);
  }
  part("names").replaceChildren(...shown);
}

/** The longest round number of kilometres, true at the middle of the map, that takes at most a quarter of it. */
function drawBar(width: number, height: number): void {
  const middle = projection.invert?.([(width / 2 - view.x) / view.k, (height / 2 - view.y) / view.k]);
  const km = (EQUATOR_KM * Math.cos(((middle?.[1] ?? 0) * Math.PI) / 180)) / (WORLD * view.k);
  const most = (width / 4) * km;
  const power = 10 ** Math.floor(Math.log10(most));
  const round = ([5, 2, 1].find((each) => each * power <= most) ?? 1) * power;
  const length = round / km;
  const text = made("text", { x: 14 + length / 2, y: height - 20 });
  text.setAttribute("direction", document.documentElement.dir);
  text.textContent = (chart?.dataset["km"] ?? "{n} km").replace("{n}", String(round));
  part("bar").replaceChildren(made("path", { d: `M14 ${height - 16}v6h${length.toFixed(1)}v-6` }), text);
}

function drawTiles(width: number, height: number): void {
  const address = chart?.dataset["tiles"];
  if (!address) return;
  const zoom = Math.max(0, Math.min(18, Math.round(Math.log2((WORLD * view.k) / TILE))));
  const count = 2 ** zoom;
  const size = (WORLD * view.k) / count;
  const first = (offset: number): number => Math.max(0, Math.floor(-offset / size));
  const last = (offset: number, length: number): number => Math.min(count - 1, Math.floor((length - offset) / size));
  const wanted: SVGImageElement[] = [];
  const known = new Map([...part("tiles").querySelectorAll("image")].map((tile) => [tile.getAttribute("href"), tile]));
  for (let column = first(view.x); column <= last(view.x, width); column++) {
    for (let row = first(view.y); row <= last(view.y, height); row++) {
      const href = address.replace("{z}", String(zoom)).replace("{x}", String(column)).replace("{y}", String(row));
      const tile = known.get(href) ?? made("image", { href });
      const at = { x: view.x + column * size, y: view.y + row * size, width: size + 0.5, height: size + 0.5 };
      for (const [key, value] of Object.entries(at)) tile.setAttribute(key, value.toFixed(1));
      wanted.push(tile);
    }
  }
  part("tiles").replaceChildren(...wanted);
}

function zoom(by: number, x?: number, y?: number): void {
  if (!svg) return;
  const { width, height } = svg.getBoundingClientRect();
  const [cx, cy] = [x ?? width / 2, y ?? height / 2];
  const k = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, view.k * by));
  view = { k, x: cx - ((cx - view.x) * k) / view.k, y: cy - ((cy - view.y) * k) / view.k };
  draw();
}

function move(dx: number, dy: number): void {
  view = { ...view, x: view.x + dx, y: view.y + dy };
  draw();
}

/** Show most of what is said: the places that weigh nine tenths of it, so that one far away does not shrink all. */
function showAll(): void {
  if (!svg) return;
  const { width, height } = svg.getBoundingClientRect();
  if (!places.length) {
    view = { k: width / WORLD, x: 0, y: height / 2 - width / 2 };
    return draw();
  }
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const at = { x: middle(places.map((p) => p.x)), y: middle(places.map((p) => p.y)) };
  const total = places.reduce((sum, place) => sum + place.weight, 0);
  const shown: Place[] = [];
  let weight = 0;
  for (const place of [...places].sort((a, b) => Math.hypot(a.x - at.x, a.y - at.y) - Math.hypot(b.x - at.x, b.y - at.y))) {
    if (weight >= total * 0.9 && shown.length > 2) break;
    shown.push(place);
    weight += place.weight;
  }
  const [west, east] = [Math.min(...shown.map((p) => p.x - p.reach)), Math.max(...shown.map((p) => p.x + p.reach))];
  const [north, south] = [Math.min(...shown.map((p) => p.y - p.reach)), Math.max(...shown.map((p) => p.y + p.reach))];
  const k = Math.min(MOST_ZOOM, (width - 60) / Math.max(east - west, 4), (height - 70) / Math.max(south - north, 4));
  view = { k, x: width / 2 - ((west + east) / 2) * k, y: height / 2 - ((north + south) / 2) * k };
  draw();
}

const chosen = (place: Place): boolean => place.item.classList.contains("chosen");

function mark(place: Place): void {
  for (const each of places) {
    each.item.classList.toggle("chosen", each === place);
    each.group.classList.toggle("chosen", each === place);
  }
  part("places").append(place.group);
}

function choose(place: Place, lead: boolean): void {
  mark(place);
  const link = place.item.querySelector("a");
  if (lead) {
    link?.focus({ preventScroll: true });
    place.item.scrollIntoView({ block: "nearest" });
    if (link) void showSaid(link);
  } else {
    reveal(place);
  }
  draw();
}

/** Bring a place that is chosen in the list into view. */
function reveal(place: Place): void {
  if (!svg) return;
  const { width, height } = svg.getBoundingClientRect();
  const [cx, cy] = [place.x * view.k + view.x, place.y * view.k + view.y];
  if (cx < 20 || cy < 20 || cx > width - 20 || cy > height - 20) move(width / 2 - cx, height / 2 - cy);
}

async function fetched(address: string): Promise<Document | null> {
  const answer = await fetch(address);
  const text = await answer.text();
  return answer.ok ? new DOMParser().parseFromString(text, "text/html") : null;
}

async function showSaid(link: HTMLAnchorElement): Promise<void> {
  const panel = byId<HTMLElement>("said");
  const page = await fetched(link.href).catch(() => null);
  const section = page?.querySelector(".said-of");
  if (!panel || !section) {
    location.href = link.href;
    return;
  }
  panel.replaceChildren(...section.children);
  panel.hidden = false;
  for (const next of panel.querySelectorAll<HTMLAnchorElement>(".pager a")) {
    // Addresses in the page that was fetched are relative to it, not to this one.
    next.href = new URL(next.getAttribute("href") ?? "", link.href).href;
    next.addEventListener("click", (event) => {
      event.preventDefault();
      void showSaid(next);
    });
  }
  const title = document.createElement("h2");
  const heading = panel.querySelector("#said-title");
  title.id = "said-title";
  title.tabIndex = -1;
  title.append(...(heading?.childNodes ?? []));
  heading?.replaceWith(title);
  title.focus({ preventScroll: true });
  title.scrollIntoView({ block: "center" });
}

function listen(): void {
  for (const place of places) {
    const link = place.item.querySelector("a");
    link?.addEventListener("focus", () => choose(place, false));
    place.item.addEventListener("pointerenter", () => {
      mark(place);
      draw();
    });
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>("#places li a")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void showSaid(link);
    });
  }
}

function steer(): void {
  const steps: Record<string, () => void> = {
    in: () => zoom(1.5), out: () => zoom(1 / 1.5), all: showAll,
    up: () => move(0, 80), down: () => move(0, -80), left: () => move(80, 0), right: () => move(-80, 0),
  };
  const keys: Record<string, string> = {
    "+": "in", "=": "in", "-": "out", "0": "all", ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right",
  };
  for (const button of document.querySelectorAll<HTMLButtonElement>(".controls button")) {
    button.addEventListener("click", () => steps[button.dataset["do"] ?? ""]?.());
  }
  chart?.addEventListener("keydown", (event) => {
    const step = keys[event.key];
    if (!step || event.target !== chart || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    steps[step]?.();
  });
  if (!svg) return;
  svg.addEventListener("wheel", (event) => {
    // Whoever scrolls the page does not mean the map, unless it is theirs.
    if (!event.ctrlKey && !event.metaKey && !chart?.contains(document.activeElement)) return;
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY / 400), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
  const down = new Map<number, { x: number; y: number }>();
  svg.addEventListener("pointerdown", (event) => {
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  window.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (!before) return;
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (!other) return move(event.clientX - before.x, event.clientY - before.y);
    const was = Math.hypot(before.x - other.x, before.y - other.y);
    const box = svg.getBoundingClientRect();
    const now = Math.hypot(event.clientX - other.x, event.clientY - other.y);
    if (was > 0) zoom(now / was, (event.clientX + other.x) / 2 - box.left, (event.clientY + other.y) / 2 - box.top);
  });
  for (const ending of ["pointerup", "pointercancel"] as const) {
    window.addEventListener(ending, (event) => down.delete(event.pointerId));
  }
}

/** The slider runs over the days on which anything was published; the list is asked for anew. */
function slide(): void {
  const form = byId<HTMLFormElement>("narrow");
  const range = byId<HTMLInputElement>("day");
  const shown = byId<HTMLOutputElement>("day-shown");
  const until = byId<HTMLInputElement>("f-until");
  const days = (range?.dataset["days"] ?? "").split(" ").filter(Boolean);
  if (!form || !range || !shown || !until || days.length < 2) return;
  let asking = 0;
  const at = (): string => days[Number(range.value)] ?? "";
  const name = (): void => {
    shown.value = at();
    range.setAttribute("aria-valuetext", at());
  };
  const ask = (): void => {
    name();
    until.value = at();
    window.clearTimeout(asking);
    asking = window.setTimeout(() => void load(form), 150);
  };
  const last = days.filter((day) => !until.value || day <= until.value).length - 1;
  range.value = String(Math.max(0, last));
  name();
  range.addEventListener("input", ask);
  for (const [id, by] of [["earlier", -1], ["later", 1]] as const) {
    byId(id)?.addEventListener("click", () => {
      range.value = String(Number(range.value) + by);
      ask();
    });
  }
  byId("slider")?.removeAttribute("hidden");
}

let asked = 0;

async function load(form: HTMLFormElement): Promise<void> {
  const given = [...new FormData(form)].filter(([, value]) => value !== "").map(([key, value]) => [key, String(value)]);
  const address = `${form.getAttribute("action") ?? ""}?${new URLSearchParams(given)}`;
  const own = ++asked;
  const page = await fetched(address).catch(() => null);
  const fresh = page?.getElementById("places");
  if (own !== asked) return;
  if (!fresh) {
    location.href = address;
    return;
  }
  byId("places")?.replaceWith(fresh);
  history.replaceState(null, "", address);
  readPlaces();
  listen();
  draw();
}

async function begin(): Promise<void> {
  if (!chart || !svg) return;
  chart.hidden = false;
  chart.parentElement?.classList.add("live");
  readPlaces();
  listen();
  steer();
  slide();
  showAll();
  new ResizeObserver(() => draw()).observe(svg);
  if (chart.dataset["tiles"]) {
    chart.classList.add("tiled");
    return;
  }
  const answer = await fetch(chart.dataset["world"] ?? "");
  const world = (await answer.json()) as Topology<{ countries: GeometryCollection }>;
  const path = geoPath(projection);
  countries = feature(world, world.objects.countries).features.map((country) => ({
    bounds: path.bounds(country),
    path: made("path", { d: path(country) ?? "" }),
  }));
  part("world").replaceChildren(...countries.map((country) => country.path));
  draw();
}

void begin();
