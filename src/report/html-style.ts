/** Style sheet of the HTML report: readable in light and dark, and on paper. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --line: #8884; --ok: #2e7d32; --draft: #b26a00; --open: #c62828; }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 82rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.about { margin: .25rem 0 1.25rem; opacity: .75; }
table { border-collapse: collapse; } th, td { border-bottom: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; }
.counts td:not(:first-child), .counts th:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums; }
.counts tr:last-child td { font-weight: 600; }
.questions { width: 100%; table-layout: fixed; overflow-wrap: anywhere; }
.questions th:nth-child(1) { width: 4.5rem; } .questions th:nth-child(3) { width: 8.5rem; }
.questions td:last-child { font-size: .85em; opacity: .85; }
.status { border: 1px solid; border-radius: 1em; font-size: .8em; padding: .1em .7em; white-space: nowrap; }
.answered .status { color: var(--ok); } .review .status { color: var(--draft); } .unanswered .status { color: var(--open); }
code { font-size: .9em; } .missing { columns: 24rem; column-gap: 2.5rem; padding-left: 1.2rem; } .missing li { break-inside: avoid; }
@media print { body { max-width: none; margin: 0; } tr { break-inside: avoid; } }
`;
