/** Each class has a colour of its own, for text on its own ground. All pairs of text and ground have a contrast of 4.5 at least. */
const colours = `
:root {
  --page: #f7f7f9; --card: #ffffff; --line: #d9dae1; --text: #1b1c22; --quiet: #5a5c69; --link: #2b4acb; --code: #eeeff4;
  --breaking: #a8132c; --breaking-ground: #fdebee; --unknown: #6a32a8; --unknown-ground: #f3ebfc;
  --warning: #7a4a00; --warning-ground: #fdf2d8; --safe: #17643a; --safe-ground: #e4f5ea; --documentation: #3b4a6b; --documentation-ground: #e9edf6;
  --old: #fdebee; --old-mark: #f9c9d1; --new: #e4f5ea; --new-mark: #b9e5c8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #131419; --card: #1b1d24; --line: #343743; --text: #e5e6ec; --quiet: #a4a7b5; --link: #9db1ff; --code: #272a33;
    --breaking: #ff9aa8; --breaking-ground: #421820; --unknown: #cfadff; --unknown-ground: #33204d;
    --warning: #f3c266; --warning-ground: #3b2c0c; --safe: #83d6a3; --safe-ground: #14351f; --documentation: #b3c2e6; --documentation-ground: #252e44;
    --old: #321a20; --old-mark: #612632; --new: #172b1f; --new-mark: #225237;
  }
}
.breaking { --own: var(--breaking); --ground: var(--breaking-ground); }
.unknown { --own: var(--unknown); --ground: var(--unknown-ground); }
.warning { --own: var(--warning); --ground: var(--warning-ground); }
.safe { --own: var(--safe); --ground: var(--safe-ground); }
.documentation { --own: var(--documentation); --ground: var(--documentation-ground); }
`;

const layout = `
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 90rem; padding: 1.5rem; overflow-wrap: anywhere; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
code, pre { font: .875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.skip { position: absolute; left: -100rem; background: var(--card); padding: .5rem 1rem; }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; margin: 0; }
h3 { font-size: 1.05rem; margin: 0; display: inline-block; color: var(--own); }
h4 { font-size: 1rem; font-weight: 600; margin: 0; }
p { margin: 0; }
.columns { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 2rem; align-items: start; }
aside { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow: auto; }
.editions, .note, .facts, .places, .example, .operations, summary, figcaption, .more, .absent { color: var(--quiet); font-size: .875rem; }
.editions { margin-bottom: 1.25rem; }
.document + .document { margin-top: 3rem; }
.group { margin: 0 0 2rem; }
.group .note { margin-bottom: .75rem; }
.count { color: var(--quiet); font-weight: 400; font-variant-numeric: tabular-nums; }
@media (max-width: 60rem) {
  body { padding: 1rem; }
  .columns { grid-template-columns: minmax(0, 1fr); gap: 1.5rem; }
  aside { position: static; max-height: none; }
}
@media print { aside { display: none; } .columns { display: block; } }
`;

const overview = `
.overview { overflow-x: auto; margin-bottom: 1.5rem; }
table { border-collapse: collapse; font-size: .875rem; background: var(--card); }
th, td { border: 1px solid var(--line); padding: .25rem .75rem; text-align: right; }
th:first-child { text-align: left; }
td { color: var(--own); font-variant-numeric: tabular-nums; }
`;

const filters = `
form, form details > div { display: grid; gap: 1rem; font-size: .875rem; }
form summary { font-weight: 600; color: var(--text); margin-bottom: .5rem; }
fieldset { border: 0; margin: 0; padding: 0; }
legend { font-weight: 600; padding: 0; margin-bottom: .25rem; }
fieldset label { display: flex; gap: .5rem; align-items: center; padding: .125rem 0; color: var(--own, var(--text)); }
fieldset .count { margin-left: auto; }
form div > label { display: grid; gap: .25rem; font-weight: 600; }
input[type=search], select, button { font: inherit; font-weight: 400; color: var(--text); background: var(--card); border: 1px solid var(--quiet); border-radius: .375rem; padding: .375rem .5rem; width: 100%; min-width: 0; }
input::placeholder { color: var(--quiet); opacity: 1; }
button { width: auto; white-space: nowrap; cursor: pointer; }
form p { display: flex; justify-content: space-between; align-items: center; gap: .5rem; color: var(--quiet); }
@media (max-width: 60rem) {
  fieldset { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
  fieldset .count { margin-left: 0; }
}
`;

const changes = `
article { content-visibility: auto; contain-intrinsic-size: auto 16rem; background: var(--card); border: 1px solid var(--line); border-left: .25rem solid var(--own); border-radius: .375rem; padding: .75rem 1rem; margin: 0 0 .75rem; }
article.safe, article.documentation { contain-intrinsic-size: auto 7rem; }
article:target { outline: 2px solid var(--link); }
article > * + * { margin-top: .375rem; }
article.documentation h4 { font-weight: 400; }
h4 a { font-weight: 400; text-decoration: none; opacity: 0; }
article:hover h4 a, h4 a:focus { opacity: 1; }
h4 code, .example code, .operations code { background: var(--code); color: var(--text); border-radius: .25rem; padding: .05em .3em; }
.badge { color: var(--own); background: var(--ground); border-radius: 1rem; padding: .1rem .6rem; font-weight: 600; }
.direction { border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .6rem; }
summary { cursor: pointer; }
.operations ul { columns: 20rem; margin: .5rem 0; padding-left: 1.25rem; }
.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .5rem; margin-top: .5rem; }
figure { margin: 0; min-width: 0; border: 1px solid var(--line); border-radius: .375rem; overflow: hidden; }
figcaption, .absent { padding: .25rem .75rem; border-bottom: 1px solid var(--line); }
.absent { border: 1px dashed var(--line); border-radius: .375rem; }
pre { margin: 0; font-size: .8125rem; white-space: pre-wrap; }
pre > * { display: block; color: var(--quiet); background: none; padding-left: 4.5rem; text-indent: -4.5rem; unicode-bidi: isolate; }
pre > ::before { content: attr(data-n); box-sizing: border-box; display: inline-block; width: 3.75rem; margin-right: .75rem; padding-right: .5rem; text-indent: 0; text-align: right; color: var(--quiet); border-right: 1px solid var(--line); }
pre > .own { color: var(--text); }
pre > mark { color: var(--text); font-weight: 600; }
.old mark { background: var(--old-mark); }
.new mark { background: var(--new-mark); }
.old .own:not(mark) { background: var(--old); }
.new .own:not(mark) { background: var(--new); }
mark::before { color: var(--text); }
@media (max-width: 60rem) {
  .sides { grid-template-columns: minmax(0, 1fr); }
}
`;

/** What the page looks like, light and dark, wide and narrow. */
export const style: string = [colours, layout, overview, filters, changes].join("");
