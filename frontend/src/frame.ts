// What every page can do: "/" goes to the search, "?" tells the keys of the page, a switch changes the digits.
import { digits } from "./lib/digits";
import { elsewhere } from "./lib/keys";

const showKeys = (): void => {
  const keys = document.getElementById("keys");
  if (keys instanceof HTMLDialogElement && !keys.open) keys.showModal();
};

document.addEventListener("keydown", (event) => {
  if (elsewhere(event)) return;
  if (event.key === "?" || event.key === "؟") {
    showKeys();
  } else if (event.key === "/" || (event.code === "Slash" && !event.shiftKey)) {
    event.preventDefault();
    document.getElementById("seek")?.focus();
  }
});
for (const button of document.querySelectorAll<HTMLElement>("[data-opens='keys']")) {
  button.hidden = false;
  button.addEventListener("click", showKeys);
}
digits();

// One menu of the bar is open at a time; Escape and a press elsewhere close it.
const menus = [...document.querySelectorAll<HTMLDetailsElement>("details.menu")];
document.addEventListener("pointerdown", (event) => {
  for (const menu of menus) if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus) {
    if (menu.open && menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
    menu.open = false;
  }
});
