/** A canary in each kind of file that can be published, and the files that are let through or refused. */
import { brotliCompressSync } from 'node:zlib';
import { gzipSync, strToU8, zipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../../src/publish/gate/gate.ts';
import { gateFor } from './canary.ts';

const gate = gateFor('public');
const NUMBER = '023 999 777';
const page = '<!doctype html><p>Ring 023 999 777</p>';
const clean = '<!doctype html><p>Ring 023 999 333</p>';
const latin = (text: string) => Buffer.from(text, 'latin1');
const zip = (files: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, file]) => [name, typeof file === 'string' ? strToU8(file) : file]),
    ),
  );

/** A workbook as spreadsheet programs write it: texts in one file, cells in another. */
const workbook = (texts: string, cells: string) =>
  zip({
    '[Content_Types].xml': '<?xml version="1.0"?><Types/>',
    'xl/sharedStrings.xml': `<?xml version="1.0"?><sst>${texts}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
  });

/** A PDF of one page, written by hand: drawing commands, optionally packed, and a title. */
function pdf(commands: string, { packed = false, title = 'Title', extra = '' } = {}): Uint8Array {
  const content = packed ? Buffer.from(zlibSync(latin(commands))).toString('latin1') : commands;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>${extra}>>`,
    `<</Length ${content.length}${packed ? '/Filter/FlateDecode' : ''}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<</Title(${title})>>`,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return latin(
    `${file}xref\n0 7\n0000000000 65535 f \n${table}trailer\n<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n${file.length}\n%%EOF\n`,
  );
}
const text = (words: string) => `BT /F 12 Tf 20 100 Td ${words} Tj ET`;
/** A cluster as Chromium draws it: glyphs in another order, and what they say beside them. */
const spoken = (words: string) =>
  `/Span<</ActualText <FEFF${Buffer.from(words, 'utf16le').swap16().toString('hex')}> >> BDC <7878> Tj EMC`;

const PNG = latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde');
const nested = (depth: number): Uint8Array =>
  depth === 0 ? strToU8(page) : zip({ 'inner.zip': nested(depth - 1) });

describe('a canary is caught in', () => {
  it.each<[path: string, where: string, bytes: string | Uint8Array]>([
    ['en/index.html', 'en/index.html', page],
    ['comment.html', 'comment.html', `<p>Fine<!-- ${NUMBER} --></p>`],
    ['data.json', 'data.json', String.raw`[{"note":"Ring \u0030\u0032\u0033 999 777"}]`],
    ['script.js', 'script.js', String.raw`const ring="\x30\x32\x33 999 777"`],
    ['module.mjs', 'module.mjs', 'export default 85523999777'],
    ['script.js.map', 'script.js.map', `{"sourcesContent":["// ${NUMBER}"]}`],
    ['style.css', 'style.css', String.raw`a::after{content:"\30\32\33 999\a0 777"}`],
    ['table.csv', 'table.csv', `a,"Ring ${NUMBER}",b\n`],
    ['sitemap.xml', 'sitemap.xml', '<urlset><loc>/x/023%20999%20777/</loc></urlset>'],
    ['feed.atom', 'feed.atom', '<entry><![CDATA[<b>023</b> 999 777]]></entry>'],
    ['icon.svg', 'icon.svg', `<svg><path d="M0 0"/><text x="3">${NUMBER}</text></svg>`],
    ['robots.txt', 'robots.txt', `# ${NUMBER}`],
    ['site.webmanifest', 'site.webmanifest', `{"name":"${NUMBER}"}`],
    ['_headers', '_headers', `/*\n  X-Ring: ${NUMBER}\n`],
    ['card.vcf', 'card.vcf', 'BEGIN:VCARD\nTEL:+855-23-999-777\n'],
    ['unknown.xyz', 'unknown.xyz', NUMBER],
    ['no-ending', 'no-ending', NUMBER],
    ['renamed.png', 'renamed.png', NUMBER],
    ['renamed.sealed', 'renamed.sealed', NUMBER],
    ['wide.txt', 'wide.txt', Buffer.from(`\ufeffRing ${NUMBER}`, 'utf16le')],
    ['wide-unmarked.csv', 'wide-unmarked.csv', Buffer.from(`a,${NUMBER}\n`, 'utf16le')],
    ['wide-big-endian.txt', 'wide-big-endian.txt', Buffer.from(`\ufeffRing ${NUMBER}`, 'utf16le').swap16()],
    ['wide-khmer.txt', 'wide-khmer.txt', Buffer.from('ទាក់ទង តេស្ត កាណារី', 'utf16le')],
    ['old.txt', 'old.txt', latin(`Caf\xe9 ${NUMBER}`)],
    [
      'shared.xlsx',
      'shared.xlsx › xl/sharedStrings.xml',
      workbook(`<si><t>${NUMBER}</t></si>`, '<c r="A1" t="s"><v>0</v></c>'),
    ],
    [
      'formatted.xlsx',
      'formatted.xlsx › xl/sharedStrings.xml',
      workbook(
        '<si><r><rPr><b/></rPr><t>Plan</t></r><r><t xml:space="preserve">ted Can&#97;ry</t></r></si>',
        '',
      ),
    ],
    ['cell.xlsx', 'cell.xlsx › xl/worksheets/sheet1.xml', workbook('', '<c r="A1"><v>23999777</v></c>')],
    [
      'shortened.xlsx',
      'shortened.xlsx › xl/worksheets/sheet1.xml',
      workbook('', '<c r="A1"><v>8.5523999777E10</v></c>'),
    ],
    [
      'inline.xlsx',
      'inline.xlsx › xl/worksheets/sheet1.xml',
      workbook('', '<c t="inlineStr"><is><t>Planted Canary</t></is></c>'),
    ],
    ['all.zip', 'all.zip › data/table.csv', zip({ 'data/table.csv': `a,${NUMBER}` })],
    ['stored.zip', 'stored.zip › a.txt', zipSync({ 'a.txt': [strToU8(NUMBER), { level: 0 }] })],
    ['deep.zip', 'deep.zip › inner.zip › page.html', zip({ 'inner.zip': zip({ 'page.html': page }) })],
    [
      'book.zip',
      'book.zip › a.xlsx › xl/worksheets/sheet1.xml',
      zip({ 'a.xlsx': workbook('', '<c><v>23999777</v></c>') }),
    ],
    [
      'comments.zip',
      'comments.zip › names and comments',
      zipSync({ a: [strToU8('a'), { comment: NUMBER }] }),
    ],
    ['renamed.dat', 'renamed.dat › a.txt', zip({ 'a.txt': NUMBER })],
    ['index.html.gz', 'index.html.gz › unpacked', gzipSync(strToU8(page))],
    ['index.html.br', 'index.html.br › unpacked', brotliCompressSync(page)],
    [
      'page.html',
      'page.html › encoded text › a.html › encoded text',
      `<a href="data:application/zip;base64,${Buffer.from(
        zip({
          'a.html': `<img src="data:image/svg+xml;base64,${Buffer.from(`<svg><text>${NUMBER}</text></svg>`).toString('base64')}">`,
        }),
      ).toString('base64')}">`,
    ],
    ['print.pdf', 'print.pdf › page 1', pdf(text(`(${NUMBER})`))],
    ['packed.pdf', 'packed.pdf › page 1', pdf(text(`(${NUMBER})`), { packed: true })],
    [
      'pieces.pdf',
      'pieces.pdf › page 1',
      pdf('BT /F 12 Tf 20 100 Td [(0) -20 (23) 5 (999) -30 (777)] TJ ET', { packed: true }),
    ],
    [
      'spoken.pdf',
      'spoken.pdf › page 1',
      pdf(`BT /F 12 Tf 20 100 Td (Ask Plan) Tj ${spoken('ted')} ${spoken(' C')} (anary) Tj ET`),
    ],
    [
      'khmer.pdf',
      'khmer.pdf › page 1',
      pdf(`BT /F 12 Tf 20 100 Td ${['តេ', 'ស្ត', ' ', 'កា', 'ណា', 'រី'].map(spoken).join('')} ET`, {
        packed: true,
      }),
    ],
    ['hexadecimal.pdf', 'hexadecimal.pdf › page 1', pdf(text('<303233393939373737>'))],
    ['titled.pdf', 'titled.pdf › properties', pdf(text('(Fine)'), { title: 'Planted Canary' })],
    [
      'linked.pdf',
      'linked.pdf › notes of page 1',
      pdf(text('(Fine)'), {
        extra: '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(tel:+85523999777)>>>>]',
      }),
    ],
    ['unseen.pdf', 'unseen.pdf › source', Buffer.concat([pdf(text('(Fine)')), latin(`% ${NUMBER}`)])],
    [
      'picture.png',
      'picture.png',
      Buffer.concat([PNG, latin('\0\0\0\x1atEXtAuthor\0Planted Canary\x12\x34\x56\x78')]),
    ],
    [
      'photo.jpg',
      'photo.jpg',
      Buffer.concat([latin('\xff\xd8\xff\xe1\0\x40Exif\0\0'), Buffer.from('Planted Canary', 'utf16le')]),
    ],
    ['font.woff2', 'font.woff2', latin(`wOF2\0\x01\0\0\xff\xfe${NUMBER}\x9d\x9c`)],
  ])('%s', async (path, where, bytes) => {
    const findings = await gate.check(path, Buffer.from(bytes));
    expect(findings.map((finding) => finding.path)).toContain(where);
    expect(findings.every(({ records }) => records.join() === '2000/canary')).toBe(true);
    expect(findings.map(sentenceOf).join('\n')).not.toMatch(/999|777|plan|កាណា/i);
  });

  it.each([
    ['files/023999777.html', 'files/[name held back]'],
    ['023/999/777.txt', '[name held back]'],
    ['Planted Canary/index.html', '[name held back]/index.html'],
    ['people/planted-canary.json', 'people/[name held back]'],
    ['តេស្តកាណារី.txt', '[name held back]'],
    ['%30%32%33999777.txt', '[name held back]'],
  ])('the name of a file or folder: %s, which the message keeps to itself', async (path, where) => {
    expect(await gate.check(path, strToU8(clean))).toEqual([{ path: where, records: ['2000/canary'] }]);
  });

  it('the name of a file in an archive', async () => {
    const findings = await gate.check('all.zip', zip({ 'planted-canary.txt': 'Fine' }));
    expect(findings.map(({ path }) => path)).toEqual([
      'all.zip › [name held back]',
      'all.zip › names and comments',
    ]);
  });
});

describe('a clean file passes', () => {
  it.each<[path: string, bytes: string | Uint8Array]>([
    ['en/index.html', clean],
    ['empty.txt', ''],
    ['khmer.txt', 'ទាក់ទង ០២៣ ៩៩៩ ៣៣៣'],
    ['wide.txt', Buffer.from('\ufeffទាក់ទង ០២៣', 'utf16le')],
    ['table.xlsx', workbook('<si><t>Shown Canary</t></si>', '<c r="A1"><v>23999333</v></c>')],
    ['all.zip', zip({ 'a.html': clean, 'b/c.json': '[]', 'd.zip': zip({ 'e.txt': clean }) })],
    ['index.html.gz', gzipSync(strToU8(clean))],
    ['index.html.br', brotliCompressSync(clean)],
    ['print.pdf', pdf(text('(Ring 023 999 333)'), { packed: true })],
    ['picture.png', PNG],
    ['photo.jpg', latin('\xff\xd8\xff\xe0\0\x10JFIF\0\x01\xff\xd9')],
    ['icon.ico', latin('\0\0\x01\0\x01\0\x10\x10\xff\xfe')],
    ['font.woff2', latin('wOF2\0\x01\0\0\xff\xfe\x9d\x9c')],
    ['notes.sealed', Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 197 + (i >> 3) * 83) % 256))],
    ['page.html', `<img src="data:image/png;base64,${PNG.toString('base64')}">&amp;`],
    [
      'escaped.html',
      `&amp;<img src="data:application/zip;base64,${Buffer.from(zip({ 'a.txt': clean.repeat(9) })).toString('base64')}">`,
    ],
  ])('%s', async (path, bytes) => {
    expect(await gate.check(path, Buffer.from(bytes))).toEqual([]);
  });
});

describe('what cannot be read is refused', () => {
  const whole = Buffer.from(zip({ 'a.txt': clean.repeat(20) }));
  /** The ZIP with a change at each place where a signature stands. */
  const changed = (signature: string, offset: number, value: number) => {
    const copy = Buffer.from(whole);
    for (
      let at = copy.indexOf(signature, 0, 'latin1');
      at !== -1;
      at = copy.indexOf(signature, at + 1, 'latin1')
    ) {
      copy[at + offset] = value;
    }
    return copy;
  };
  const hidden = () => {
    const copy = Buffer.concat([Buffer.from(zip({ 'b.txt': page })), whole]);
    const shift = copy.length - whole.length;
    const [end, entry] = ['PK\x05\x06', 'PK\x01\x02'].map((signature) =>
      copy.lastIndexOf(signature, undefined, 'latin1'),
    ) as [number, number];
    copy.writeUInt32LE(copy.readUInt32LE(end + 16) + shift, end + 16);
    copy.writeUInt32LE(copy.readUInt32LE(entry + 42) + shift, entry + 42);
    return copy;
  };
  it.each<[path: string, words: string, bytes: Uint8Array]>([
    ['locked.zip', 'locked.zip is encrypted.', changed('PK\x01\x02', 8, 1)],
    ['other.zip', 'other.zip is packed in a way', changed('PK\x01\x02', 10, 14)],
    ['cut.zip', 'cut.zip is damaged.', whole.subarray(0, whole.length - 30)],
    ['hidden.zip', 'hidden.zip holds bytes that belong to none of its files.', hidden()],
    ['cut.gz', 'cut.gz is damaged.', gzipSync(strToU8(page)).subarray(0, 30)],
    ['cut.br', 'cut.br is damaged.', latin('Ring')],
    ['cut.pdf', 'cut.pdf is damaged.', latin('%PDF-1.4\nnothing')],
    ['deep.zip', 'lies more than 5 files deep', nested(7)],
    ['two.png', 'two.png has an archive behind its picture', Buffer.concat([PNG, whole])],
    [
      'data.json',
      'data.json › encoded text is encrypted.',
      strToU8(JSON.stringify([changed('PK\x01\x02', 8, 1).toString('base64')])),
    ],
    ['all.7z', 'all.7z is a 7z archive', latin("7z\xbc\xaf'\x1c\0\x04")],
    ['all.tar', 'all.tar is a tar archive', Buffer.concat([Buffer.alloc(257), latin('ustar\x0000')])],
    ['old.xls', 'old.xls is an old Office file', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
    ['data.sqlite', 'data.sqlite is a database', latin('SQLite format 3\0')],
    ['program.wasm', 'program.wasm is neither text nor', latin('\0asm\x01\0\0\0\x01\x05\x01')],
    [
      'page.html',
      'page.html › encoded text is damaged',
      strToU8(`<a href="data:application/zip;base64,${whole.toString('base64').slice(0, 80)}">`),
    ],
    ['escaped.txt', 'escaped.txt is escaped more than 20 times', strToU8(`&${'amp;'.repeat(30)}#48;`)],
  ])('%s: %s', async (path, words, bytes) => {
    const findings = await gate.check(path, bytes);
    expect(findings.map(sentenceOf).join('\n')).toContain(words);
    expect(findings.every(({ records }) => records.length === 0)).toBe(true);
  });

  it('but is no longer than it says: a file that says a smaller size is read to its end', async () => {
    const copy = Buffer.from(zip({ 'a.txt': `${' '.repeat(500)}${NUMBER}` }));
    copy.writeUInt32LE(9, copy.indexOf('PK\x01\x02', 0, 'latin1') + 24);
    expect((await gate.check('all.zip', copy)).map(({ path }) => path)).toEqual(['all.zip › a.txt']);
  });
});
