// Watches one piece of work: shows what the command says, and loads the page anew when it is over.
const state = document.getElementById("state");
const lines = document.getElementById("lines");

async function watch(job: string): Promise<void> {
  const response = await fetch(`/jobs/${job}/state`);
  if (!response.ok) return;
  const told = (await response.json()) as { state: string; lines: string[] };
  if (lines) lines.textContent = told.lines.join("\n");
  if (told.state === "done" || told.state === "failed") location.reload();
  else setTimeout(() => void watch(job), 700);
}

if (state?.dataset["job"]) void watch(state.dataset["job"]);
