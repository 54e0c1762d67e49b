// A file that is dropped anywhere on the page, or pasted, is read at once; a text that is dropped goes into the box.
(() => {
  const box = document.querySelector("form.box");
  const text = box.elements.namedItem("text");
  const file = box.elements.namedItem("document");
  const told = box.querySelector(".working");
  const most = Number(box.dataset.mostBytes);
  const million = (bytes) => (bytes / 1e6).toLocaleString(undefined, { maximumFractionDigits: 1 });

  function fits() {
    const chosen = file.files[0];
    if (!chosen || chosen.size <= most) return true;
    told.textContent = `${chosen.name} has ${million(chosen.size)} MB, more than the ${million(most)} MB that are read at once here.`;
    return false;
  }

  function take(files) {
    const one = new DataTransfer();
    one.items.add(files[0]);
    file.files = one.files;
    if (fits()) box.requestSubmit();
    else file.value = "";
  }

  let inside = 0;
  const dropping = (by) => { inside = Math.max(0, by ? inside + by : 0); box.classList.toggle("dropping", inside > 0); };
  document.addEventListener("dragenter", () => dropping(1));
  document.addEventListener("dragleave", () => dropping(-1));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    dropping(0);
    if (event.dataTransfer.files.length) return take(event.dataTransfer.files);
    text.value = event.dataTransfer.getData("text/plain") || text.value;
    text.focus();
  });
  text.addEventListener("paste", (event) => {
    if (event.clipboardData.files.length && !event.clipboardData.types.includes("text/plain")) {
      event.preventDefault();
      take(event.clipboardData.files);
    }
  });
  file.addEventListener("change", () => { told.textContent = ""; fits(); });

  box.addEventListener("submit", (event) => {
    if (!fits()) return event.preventDefault();
    if (event.submitter?.formAction.endsWith(".json")) return;
    box.classList.add("busy");
    told.textContent = "Reading …";
    box.waiting = setTimeout(() => { told.textContent = "Reading … The first story takes some seconds longer."; }, 3000);
  });
  addEventListener("pageshow", () => {
    clearTimeout(box.waiting);
    box.classList.remove("busy");
    told.textContent = "";
  });
})();
