// What a keyboard needs beyond what the browser gives: arrows among the marks of a plot, Escape out of what is open, and a
// place to go on from where the element that had the focus is gone.

const inside = (element, selector) => (element instanceof Element ? element.closest(selector) : null);

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    escape();
    return;
  }

  const mark = inside(event.target, ".mark");
  if (mark && event.key === " ") {
    // A mark picks and lets go like a button, and the space bar would scroll.
    event.preventDefault();
    mark.click();
    return;
  }

  const next = mark && neighbour(mark, event.key);
  if (next) {
    event.preventDefault();
    next.focus();
  }
});

// One step out: of the innermost thing that is open around the focus, else of the list that hangs open over the page.
function escape() {
  document.body.classList.add("tips-dismissed");
  const here = document.activeElement;
  const open = inside(here, "details[open]") ?? document.querySelector("details[data-closes][open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
    return;
  }

  inside(here, "#origin")?.querySelector("[data-close-origin]")?.click();
}

function neighbour(mark, key) {
  const marks = [...(inside(mark, "[data-marks]") ?? mark.parentElement).querySelectorAll(".mark")];
  const sameSeries = marks.filter((other) => other.dataset.series === mark.dataset.series);
  const samePeriod = marks
    .filter((other) => other.dataset.period === mark.dataset.period)
    .sort((one, other) => one.offsetTop - other.offsetTop);
  switch (key) {
    case "ArrowRight": return sameSeries[sameSeries.indexOf(mark) + 1];
    case "ArrowLeft": return sameSeries[sameSeries.indexOf(mark) - 1];
    case "ArrowDown": return samePeriod[samePeriod.indexOf(mark) + 1];
    case "ArrowUp": return samePeriod[samePeriod.indexOf(mark) - 1];
    case "Home": return sameSeries[0];
    case "End": return sameSeries.at(-1);
    default: return null;
  }
}

// A list that hangs over the page closes when the reader goes elsewhere, and when something in it was chosen.
function closeLists(event) {
  for (const open of document.querySelectorAll("details[data-closes][open]")) {
    if (!open.contains(event.target) || (event.type === "click" && inside(event.target, ".choices-list a"))) {
      open.open = false;
    }
  }
}

document.addEventListener("click", closeLists);
document.addEventListener("focusin", closeLists);

// What was picked or asked about last: there the keyboard goes on once the bar or the panel about it is closed.
let cameFrom = null;
document.addEventListener("click", (event) => {
  const source = inside(event.target, ".mark, a[href$='#origin']");
  if (source && !inside(source, ".pick-bar")) {
    cameFrom = source;
  }

  const close = inside(event.target, "[data-clear-pick], [data-close-origin]");
  if (close) {
    whenGone(close, () => (cameFrom?.isConnected ? cameFrom : document.querySelector("h1"))?.focus({ preventScroll: true }));
  }
});

function whenGone(element, then) {
  const watch = new MutationObserver(() => {
    if (!element.isConnected) {
      watch.disconnect();
      then();
    }
  });
  watch.observe(document.body, { childList: true, subtree: true });
}
