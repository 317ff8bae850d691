/** For Letter paper; what is wider than a page lies on its side. Colours hold in grey too. */
export const style = `
@page { size: letter portrait; margin: 0.85in 0.65in 0.8in; }
@page sideways { size: letter landscape; margin: 0.85in 0.6in 0.8in; }
* { box-sizing: border-box; }
body { margin: 0; font: 9.5pt/1.4 Arial, Helvetica, 'Liberation Sans', sans-serif; color: #1d252b; }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 10pt; color: #1f3a4d; }
h2 { font-size: 13pt; margin: 18pt 0 6pt; color: #1f3a4d; border-bottom: 1px solid #1f3a4d; padding-bottom: 2pt; break-after: avoid; }
h3 { font-size: 10.5pt; margin: 10pt 0 3pt; break-after: avoid; }
h2 + p { break-inside: avoid; break-after: avoid; }
p { margin: 0 0 5pt; max-width: 46em; orphans: 3; widows: 3; }
ul { margin: 0; padding-left: 14pt; }
li { margin-bottom: 3pt; max-width: 46em; break-inside: avoid; }
a { color: #1a5fa8; }
.part, .sideways { break-before: page; }
.sideways { page: sideways; }
.sideways + .sideways { break-before: auto; }
.cover { font-size: 9pt; line-height: 1.3; }
.cover .point h2 { font-size: 10pt; margin: 7pt 0 2pt; padding-bottom: 1pt; }
.cover .point p { margin-bottom: 1.5pt; }
.cover .point p:last-child { margin-bottom: 0; }
.contentsPage { break-before: page; }
.marking { font-weight: 700; color: #9c1c1c; letter-spacing: 0.04em; }
.fictitious { border: 2px dashed #8a6d00; background: #fff1cc; padding: 6pt 8pt; font-weight: 700; max-width: none; }
.cover h1 { font-size: 20pt; margin: 8pt 0 10pt; }
.cover h1 span { display: block; }
.columns { display: grid; grid-template-columns: 1fr 1fr; column-gap: 26pt; }
.columns .recipient { font-size: 13pt; font-weight: 600; margin-bottom: 2pt; }
dl { margin: 8pt 0; }
dt { color: #56616b; font-size: 8.5pt; }
dd { margin: 0 0 3pt; overflow-wrap: anywhere; }
.contents { margin: 0; padding-left: 18pt; font-size: 8.5pt; }
.contents li { margin-bottom: 0.5pt; }
table { border-collapse: collapse; width: 100%; margin: 3pt 0 12pt; font-size: 8.5pt; line-height: 1.3; font-variant-numeric: tabular-nums; }
.title { font-weight: 600; font-size: 8.5pt; margin: 8pt 0 0; max-width: none; break-after: avoid; }
.pairs { display: grid; grid-template-columns: 1fr 1fr; column-gap: 20pt; }
thead { display: table-header-group; }
tr, .whole { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 2.5pt 5pt; border-bottom: 0.5pt solid #c7cfd6; font-weight: 400; }
thead th { background: #1f3a4d; color: #fff; font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 600; white-space: nowrap; }
tbody th.wide { white-space: normal; }
.sideways > table { font-size: 8pt; }
.number { text-align: right; white-space: nowrap; }
thead .number { white-space: normal; }
.code { white-space: nowrap; }
td.wide { width: 45%; }
.total th, .total td { border-top: 1pt solid #1f3a4d; font-weight: 600; }
.definition, .quiet { color: #46515a; }
.quiet { break-before: avoid; }
.definition { font-size: 8pt; }
code { font: 7.5pt/1.3 'Liberation Mono', Consolas, monospace; overflow-wrap: anywhere; }
.figure { break-inside: avoid; margin: 8pt 0 12pt; }
.figure img { width: 100%; height: auto; display: block; }
.caption { font-size: 8.5pt; color: #46515a; margin-top: 3pt; }
.multiples { display: grid; grid-template-columns: repeat(3, 1fr); gap: 6pt 10pt; }
.multiples img { width: 100%; height: auto; break-inside: avoid; }
`;
