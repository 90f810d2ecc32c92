"use strict";
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const words = document.body.dataset;
  const form = $("#filters");
  const findings = all(".f");
  for (const item of findings) item.tabIndex = -1;
  const haystack = new Map();
  const KEYS = ["type", "rule", "source", "status", "text"];

  const text = (item) => {
    if (!haystack.has(item)) haystack.set(item, item.textContent.toLowerCase());
    return haystack.get(item);
  };
  const levels = () => all("[name=level]", form).filter((box) => box.checked).map((box) => box.value);

  /* A pair of sources ("A+C") is an option that only a link can choose. */
  const choose = (select, value) => {
    if (![...select.options].some((option) => option.value === value)) {
      select.add(new Option(value.split("+").join(" ≠ "), value));
    }
    select.value = value;
  };

  const write = () => {
    const parts = [];
    const chosen = levels();
    if (chosen.length < 3) parts.push("level=" + (chosen.join(",") || "none"));
    for (const key of KEYS) {
      const value = form.elements[key].value.trim();
      if (value) parts.push(key + "=" + encodeURIComponent(value).replaceAll("%2B", "+"));
    }
    const hash = parts.length ? "#" + parts.join("&") : location.pathname + location.search;
    history.replaceState(null, "", hash);
  };

  const apply = () => {
    const chosen = new Set(levels());
    const value = Object.fromEntries(KEYS.map((key) => [key, form.elements[key].value.trim()]));
    const wanted = value.source ? value.source.split("+") : [];
    const needle = value.text.toLowerCase();
    let shown = 0;
    for (const item of findings) {
      const data = item.dataset;
      const sources = data.s.split(" ");
      const keep =
        chosen.has(data.l) &&
        (!value.type || data.t === value.type) &&
        (!value.rule || data.r === value.rule) &&
        (!value.status || data.o === value.status) &&
        wanted.every((sign) => sources.includes(sign)) &&
        (!needle || text(item).includes(needle));
      item.hidden = !keep;
      shown += keep;
    }
    for (const group of all(".group")) {
      const left = all(".f:not([hidden])", group).length;
      group.hidden = !left;
      $(".count", group).textContent = left;
    }
    $("#tally").textContent =
      shown === findings.length ? shown : `${shown} ${words.of} ${findings.length}`;
    $("#nothing").hidden = shown > 0;
  };

  const reset = () => {
    form.reset();
    apply();
  };

  const go = (item) => {
    for (let up = item; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    item.scrollIntoView({ block: "start" });
    item.focus({ preventScroll: true });
    current = item.classList.contains("f") ? item : current;
  };
  let current = null;

  const follow = () => {
    const hash = location.hash.slice(1);
    if (!hash) return;
    const target = document.getElementById(decodeURIComponent(hash));
    if (target) {
      if (target.hidden || target.closest(".group[hidden]")) reset();
      const opened = target.closest("details");
      if (opened || target.classList.contains("f")) {
        if (target.classList.contains("f")) go(target);
        else {
          opened.open = true;
          target.scrollIntoView({ block: "center" });
        }
      }
      return;
    }
    if (!hash.includes("=")) return;
    form.reset();
    for (const part of hash.split("&")) {
      const at = part.indexOf("=");
      const key = part.slice(0, at);
      const value = decodeURIComponent(part.slice(at + 1));
      if (key === "level") {
        for (const box of all("[name=level]", form)) box.checked = value.split(",").includes(box.value);
      } else if (key === "text") form.elements.text.value = value;
      else if (KEYS.includes(key)) choose(form.elements[key], value);
    }
    apply();
    $("#findings").scrollIntoView();
  };

  /* -- decisions --------------------------------------------------------- */
  const decisions = new Map();
  const STORE = "checker-decisions:" + document.title;
  try {
    for (const row of JSON.parse(localStorage.getItem(STORE) || "[]")) decisions.set(row.id, row);
  } catch { /* a report works where nothing may be stored */ }

  const tally = () => {
    const button = $("#export");
    button.hidden = decisions.size === 0;
    $("span", button).textContent = `(${decisions.size})`;
    try {
      localStorage.setItem(STORE, JSON.stringify([...decisions.values()]));
    } catch { /* see above */ }
    for (const item of findings) {
      const button = $("button.decide", item);
      const row = decisions.get(item.id.slice(2));
      item.classList.toggle("noted", Boolean(row));
      if (button) button.textContent = row ? `✓ ${words.decided}: ${row.because}` : button.dataset.text;
    }
  };

  const decide = (item) => {
    const open = $("form.decision", item);
    if (open) return void open.remove();
    item.append($("#decision").content.cloneNode(true));
    const entry = $("form.decision", item);
    const id = item.id.slice(2);
    const row = decisions.get(id);
    if (row) {
      entry.elements.because.value = row.because;
      entry.elements.author.value = row.author;
    }
    entry.elements.because.focus();
    entry.addEventListener("submit", (event) => {
      event.preventDefault();
      const because = entry.elements.because.value.trim();
      if (!because) return;
      decisions.set(id, { id, decision: "accept", because, author: entry.elements.author.value.trim() });
      entry.remove();
      tally();
      item.focus();
    });
    entry.elements.drop.addEventListener("click", () => {
      decisions.delete(id);
      entry.remove();
      tally();
    });
  };

  const save = () => {
    const rows = [...decisions.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const body = JSON.stringify({ schema: "checker-decisions", version: 1, decisions: rows }, null, 1);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([body + "\n"], { type: "application/json" }));
    link.download = "checker-decisions.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const copy = async (button, value) => {
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      const area = document.createElement("textarea");
      area.value = value;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    const before = button.textContent;
    button.textContent = words.copied;
    setTimeout(() => { button.textContent = before; }, 1500);
  };

  const button = (label, kind, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = kind;
    made.textContent = made.dataset.text = label;
    made.addEventListener("click", act);
    return made;
  };

  for (const item of all("article.f:not(.accepted):not(.row)")) {
    const place = $(".accept", item);
    const command = $("code", place).textContent;
    const made = button($("#filters").dataset.copy, "copy", () => copy(made, command));
    place.append(" ", made, " ", button($("#filters").dataset.decide, "decide", () => decide(item)));
  }

  /* A finding told in brief gets its buttons when a reader turns to it. */
  document.addEventListener("focusin", (event) => {
    const item = event.target.closest(".row:not(.accepted)");
    if (!item || $("button.decide", item)) return;
    const command = `${form.dataset.accept} ${item.id.slice(2)} --because "…"`;
    const place = document.createElement("p");
    place.className = "accept";
    const code = document.createElement("code");
    code.textContent = command;
    const made = button(form.dataset.copy, "copy", () => copy(made, command));
    place.append(code, " ", made, " ", button(form.dataset.decide, "decide", () => decide(item)));
    item.append(place);
    tally();
  });

  /* -- keys -------------------------------------------------------------- */
  const step = (by) => {
    const open = findings.filter((item) => !item.hidden);
    if (!open.length) return;
    const at = open.indexOf(current);
    go(open[at < 0 ? 0 : Math.min(Math.max(at + by, 0), open.length - 1)]);
  };
  const dialog = $("#keys");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (event.key === "Escape") {
      if (dialog.open) return;
      if (typing) event.target.blur();
      reset();
      write();
      return;
    }
    if (typing || dialog.open) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") form.elements.text.focus();
    else if (event.key === "?") dialog.showModal();
    else if (event.key === "Enter" && current && event.target === current) {
      const link = $(".from a, a.go", current) || $("a", current);
      if (link) link.click();
    } else return;
    event.preventDefault();
  });

  form.hidden = false;
  form.addEventListener("input", () => { apply(); write(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { apply(); write(); }));
  $("#export").addEventListener("click", save);
  $("#help").addEventListener("click", () => dialog.showModal());
  addEventListener("hashchange", follow);
  addEventListener("beforeprint", () => all("details").forEach((item) => { item.open = true; }));
  document.body.classList.add("js");
  tally();
  follow();
})();
