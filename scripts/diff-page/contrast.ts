/**
 * Runs in a page: every text whose contrast against its ground is under 4.5 (WCAG 2.2, level AA, text of ordinary size), as `text: contrast`.
 * The ground is what is painted nearest; where that lets through what is behind it, both are mixed. Texts that are not shown are left out.
 */
export const lowContrasts = `(() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [red, green, blue] = colour.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const over = ([red, green, blue, alpha = 1], behind) =>
    [red, green, blue].map((value, index) => value * alpha + behind[index] * (1 - alpha));
  const ground = (element) => {
    const layers = [];
    for (let each = element; each; each = each.parentElement) {
      const layer = numbers(getComputedStyle(each).backgroundColor);
      if (layer[3] !== 0) layers.push(layer);
      if (layer.length === 3 || layer[3] === 1) break;
    }
    return layers.reduceRight((behind, layer) => over(layer, behind), [255, 255, 255]);
  };
  const low = new Set();
  for (const element of document.querySelectorAll("body *")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    if (["SCRIPT", "OPTION", "STYLE"].includes(element.tagName) || !element.checkVisibility({ checkOpacity: true })) continue;
    const behind = ground(element);
    const front = over(numbers(getComputedStyle(element).color), behind);
    const pair = [light(front), light(behind)].sort((one, other) => other - one);
    const contrast = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (contrast < 4.5) low.add(element.textContent.trim().slice(0, 40) + ": " + contrast.toFixed(2));
  }
  return [...low].join("; ");
})()`;
