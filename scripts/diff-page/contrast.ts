/**
 * Runs in a page: every text whose contrast against its ground is under 4.5 (WCAG 2.2, level AA, text of ordinary size), as `text: contrast`.
 * Colours here are solid, so that the ground is the nearest one that is painted.
 */
export const lowContrasts = `(() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [red, green, blue] = numbers(colour).slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (numbers(colour)[3] !== 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const low = new Set();
  for (const element of document.querySelectorAll("body *")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    if (["SCRIPT", "OPTION"].includes(element.tagName)) continue;
    const pair = [light(getComputedStyle(element).color), light(ground(element))].sort((one, other) => other - one);
    const contrast = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (contrast < 4.5) low.add(element.textContent.trim().slice(0, 40) + ": " + contrast.toFixed(2));
  }
  return [...low].join("; ");
})()`;
