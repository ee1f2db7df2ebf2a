// What every page can do: "/" goes to the search, "?" tells the keys of the page, a switch changes the digits.
import { digits } from "./lib/digits";
import { elsewhere } from "./lib/keys";

const showKeys = (): void => {
  const keys = document.getElementById("keys");
  if (keys instanceof HTMLDialogElement && !keys.open) keys.showModal();
};

document.addEventListener("keydown", (event) => {
  if (elsewhere(event)) return;
  if (event.key === "/" || event.code === "Slash" && !event.shiftKey) {
    event.preventDefault();
    document.getElementById("seek")?.focus();
  } else if (event.key === "?" || event.key === "؟") {
    showKeys();
  }
});
for (const button of document.querySelectorAll<HTMLElement>("[data-opens='keys']")) {
  button.hidden = false;
  button.addEventListener("click", showKeys);
}
digits();
