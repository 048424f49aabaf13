/** What the gate finds in a text, in whatever form, and what it lets through. */
import { describe, expect, it } from 'vitest';
import { gateFor } from './canary.ts';

const gate = gateFor('public');
const base64 = (text: string, encoding: BufferEncoding = 'utf8') =>
  Buffer.from(text, encoding).toString('base64');
/** Records found by reading a text as a file. */
async function found(text: string): Promise<string[]> {
  const findings = await gate.check('file.txt', Buffer.from(text));
  return [...new Set(findings.flatMap(({ records }) => records))];
}

describe('a number is found', () => {
  it.each([
    ['bare', '023999777'],
    ['spaces', '023 999 777'],
    ['odd groups', '0 23 99 97 77'],
    ['points', '23.999.777'],
    ['hyphens', '023-999-777'],
    ['slashes', '023/999/777'],
    ['underscores', '023_999_777'],
    ['country code', '+855 23 999 777'],
    ['00 and country code', '00855-23-999-777'],
    ['country code in brackets', '(855) 23 999 777'],
    ['zero in brackets', '+855 (0)23 999 777'],
    ['country code and zero', '+855023999777'],
    ['another prefix', '001 855 23 999 777'],
    ['country code inside more digits', '99985523999777123'],
    ['lost zero', '23999777'],
    ['as decimal number', '23999777.0'],
    ['thousands', '23,999,777'],
    ['shortened by a spreadsheet', '2.3999777E7'],
    ['shortened with country code', '8.5523999777E+10'],
    ['hexadecimal in a script', 'n=0x16e3521'],
    ['Khmer digits', '០២៣ ៩៩៩ ៧៧៧'],
    ['full-width digits', '０２３９９９７７７'],
    ['Arabic digits', '٠٢٣٩٩٩٧٧٧'],
    ['mathematical digits', '𝟎𝟐𝟑𝟗𝟗𝟗𝟕𝟕𝟕'],
    ['digits in circles', '⓪②③⑨⑨⑨⑦⑦⑦'],
    ['no-break spaces', '023\u00a0999\u202f777'],
    ['no-break hyphens', '023\u2011999\u2013777'],
    ['zero-width spaces', '0\u200b2\u200b3\u200b9\u200b9\u200b9\u200b7\u200b7\u200b7'],
    ['soft hyphens', '023\u00ad999\u00ad777'],
    ['word joiners', '023\u2060999\ufeff777'],
    ['direction marks', '\u202d023 999 777\u202c'],
    ['after a letter', 'Tel023999777x'],
    ['lines of source', '023\n          999 777'],
    ['beside another', 'ring 1 or 2: 023 999 777 / 023 999 444'],
    ['markup inside', '023 <b>999</b> 777'],
    ['markup inside a group', '0<i class="a1">2</i>3999<wbr>777'],
    ['a comment inside', '023<!-- 2010 > 2009 -->999777'],
    ['two cells', '<td>023</td><td>999 777</td>'],
    ['a comment of a script', '023/* and so on */999777'],
    ['parts of a script', '"023" + "999" + "777"'],
    ['attribute', '<a data-x="+85523999777">'],
    ['address', '<a href="tel:+85523999777">'],
    ['number of a script', 'const n=23999777;'],
    ['number of a script with underscores', 'const n=23_999_777;'],
    ['a drawing that holds it whole', '<rect width="023999777"/>'],
    ['character references', '&#48;&#50;&#51;&#x39;&#x39;&#x39;&#55;&#55;&#55;'],
    ['character references without end', '&#48&#50&#51 999 777'],
    ['references by the Windows list', '023&#150;999&#x97;777'],
    ['references by name', '023&nbsp;999&hyphen;777'],
    ['references inside', '023&shy;999&zwnj;777'],
    ['plus by name', '&plus;855&ensp;23&lpar;999&rpar;777'],
    ['escaped markup', '023&lt;b&gt;999&lt;/b&gt;777'],
    ['escaped twice', '&amp;#48;23&amp;#57;99777'],
    ['escaped three times', '&amp;amp;#48;23999777'],
    ['script escapes', String.raw`"\u0030\u0032\u0033999777"`],
    ['script escapes with braces', String.raw`"\u{30}\u{32}\u{33}999777"`],
    ['short script escapes', String.raw`"\x30\x32\x33999777"`],
    ['octal escapes', String.raw`"\060\062\063\071\071\071\067\067\067"`],
    ['style escapes', String.raw`content:"\30\32\33\39\39\39\37\37\37"`],
    ['style escapes with spaces', String.raw`content:"\000030 \000032 \000033 999777"`],
    ['escaped escapes', String.raw`"\\u0030\\u0032\\u0033999777"`],
    ['new lines of a script', String.raw`"Office\n023\t999\t777"`],
    ['percent signs', '%30%32%33%39%39%39%37%37%37'],
    ['percent signs between', '%2B855%2023%20999%20777'],
    ['percent signs twice', '%2530%2532%2533999777'],
    ['percent signs over Khmer digits', encodeURIComponent('០២៣៩៩៩៧៧៧')],
    ['plus signs between', 'q=023+999+777'],
    ['quoted-printable', 'Content-Transfer-Encoding: quoted-printable\n=30=32=33=39=\n=39=39777'],
    ['base64 in a script', `atob("${base64('ring 023 999 777')}")`],
    ['short base64', `"${base64('023 999 777')}"`],
    ['base64 of Khmer digits', `"${base64('០២៣៩៩៩៧៧៧')}"`],
    ['base64 for addresses', `"${Buffer.from('??>023 999 777').toString('base64url')}"`],
    ['base64 of UTF-16', `"${base64('ring 023 999 777', 'utf16le')}"`],
    ['base64 in lines', base64(`${'x '.repeat(40)}023 999 777`).replace(/.{76}/g, '$&\r\n')],
    ['base64 in a path', `/files/${base64('ring 023 999 777 now')}/x`],
    ['base64 in base64', `"${base64(`see ${base64('ring 023 999 777')}`)}"`],
    ['pairs of hexadecimal digits', `"${Buffer.from('023999777').toString('hex')}"`],
    [
      'data address',
      `<img src="data:image/svg+xml;base64,${base64('<svg><text>023 999 777</text></svg>')}">`,
    ],
    [
      'data address in a style',
      `url("data:image/svg+xml,%3Csvg%3E%3Ctext%3E023%20999%20777%3C/text%3E%3C/svg%3E")`,
    ],
    [
      'data address in an escaped attribute',
      `&quot;data:text/html;base64,${base64('<p>023 999 777</p>')}&quot;`,
    ],
  ])('%s', async (_, text) => {
    expect(await found(text)).toEqual(['2000/canary']);
  });

  it('that is only printed, with its lost zero and its country code', async () => {
    for (const text of ['023-999-555', '23999555', '+85523999555'])
      expect(await found(text)).toEqual(['2000/printed']);
  });

  it('that is a fragment, where it stands alone', async () => {
    for (const text of ['000 222', 'only 000222.', '<td>000 222</td>'])
      expect(await found(text)).toEqual(['2000/fragment']);
  });
});

describe('a name is found', () => {
  it.each([
    ['as it is', 'Planted Canary'],
    ['in capitals', 'PLANTED CANARY'],
    ['in small letters', 'ask planted canary'],
    ['with a title', 'Mrs. Planted Canary'],
    ['family name last', 'Canary, Planted'],
    ['in a slug', '/people/planted-canary/'],
    ['in one word', 'plantedcanary'],
    ['spaced', 'P l a n t e d  C a n a r y'],
    ['across lines', 'Planted\n      Canary'],
    ['with accents', 'Plànted Cañary'],
    ['with accents set apart', 'Pla\u0300nted Can\u0303ary'],
    ['in Cyrillic look-alikes', 'Рlаntеd Саnаry'],
    ['in full-width letters', 'Ｐｌａｎｔｅｄ Ｃａｎａｒｙ'],
    ['in mathematical letters', '𝐏𝐥𝐚𝐧𝐭𝐞𝐝 𝐂𝐚𝐧𝐚𝐫𝐲'],
    ['with soft hyphens', 'Plan\u00adted Can\u00adary'],
    ['with zero-width spaces', 'Plan\u200bted\u200b Can\u200bary'],
    ['markup around a word', '<b>Planted</b> Canary'],
    ['markup inside a word', 'P<b>lanted</b> Can<wbr>ary'],
    ['in two cells', '<td>Planted</td><td>Canary</td>'],
    ['in two cells of a table', 'x,Planted,Canary,y'],
    ['in a comment', '<!-- Planted Canary -->'],
    ['in an attribute', '<img alt="Planted Canary">'],
    ['in CDATA', '<![CDATA[Planted]]> <![CDATA[Canary]]>'],
    ['in parts of formatted text', '<r><rPr><b/></rPr><t>Plan</t></r><r><t>ted Canary</t></r>'],
    ['references', 'Plante&#100; &#x43;anary'],
    ['accents by name', 'Pl&agrave;nted Ca&ntilde;ary'],
    ['script escapes', String.raw`"\u0050lanted \x43anary"`],
    ['script line ends', String.raw`"Office\nPlanted Canary\nOffice"`],
    ['style escapes', String.raw`content:"\50 lanted \43 anary"`],
    ['percent signs', 'Planted%20%43anary'],
    ['base64', `"${base64('Planted Canary')}"`],
    ['in Khmer', 'ទាក់ទង តេស្ត កាណារី'],
    ['in Khmer without spaces', 'លោកតេស្តកាណារីនៅទីនេះ'],
    ['in Khmer with zero-width spaces', 'តេស្ត\u200bកា\u200bណារី'],
    ['in Khmer with markup', '<b>តេស្ត</b> កាណារី'],
    [
      'in Khmer, escaped',
      [...'តេស្ត កាណារី'].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    ],
    ['in Khmer, by references', [...'តេស្ត កាណារី'].map((one) => `&#${one.charCodeAt(0)};`).join('')],
    ['in Khmer, percent signs', encodeURIComponent('តេស្ត កាណារី')],
    ['in Khmer, base64', `"${base64('តេស្ត កាណារី')}"`],
    ['e-mail', 'mailto:PLANTED@CANARY.EXAMPLE.ORG'],
    ['e-mail with percent sign', 'mailto:planted%40canary.example.org'],
    ['e-mail with reference', 'planted&#64;canary&period;example.org'],
    ['e-mail in words', 'planted [at] canary [dot] example [dot] org'],
    ['e-mail in pieces', 'planted@<wbr>canary.<wbr>example.org'],
  ])('%s', async (_, text) => {
    expect(await found(text)).toEqual(['2000/canary']);
  });

  it('with few letters, word by word', async () => {
    for (const text of ['Va Qo', 'va-qo', '<td>Va</td><td>Qo</td>', 'Qo Va'])
      expect(await found(text)).toEqual(['2000/short']);
  });

  it('in code only where it is one word', async () => {
    expect(await found('Promise.plan([tella])')).toEqual([]);
    expect(await found('P-l-a-n-t-e-l-l-a')).toEqual(['2000/single']);
  });

  it('that is a single word of no other use', async () => {
    for (const text of [
      'Ring Plantella.',
      'Ring PLANTELLA',
      '/ms-plantella/',
      '"plantella"',
      'Ms. plantella',
    ]) {
      expect(await found(text)).toEqual(['2000/single']);
    }
  });

  it.each([
    'Ask Ms. Testana there',
    'Dr Testana',
    'លោកស្រី Testana',
    '<b>Mr.</b> Testana',
    'ask for Testana there',
    'Call Testana there',
    'contact: <b>Testana</b> there',
    'Testana (office, 012 000 999)',
    '012 000 999, Testana there',
    '<td>Testana</td>',
    '{"person":"Testana"}',
    'a,Testana,b',
    'a;Testana;b',
    'a\tTestana\tb',
    'title="Testana"',
  ])('that is an ordinary word, as a person: "%s"', async (text) => {
    expect(await found(text)).toEqual(['2000/ordinary']);
  });

  it.each(['កញ្ញាកាណា ទីនេះ', 'ទាក់ទង កាណា', '<td>កាណា</td>', '"កាណា"'])(
    'that is short in Khmer, as a person: "%s"',
    async (text) => {
      expect(await found(text)).toEqual(['2000/khmer']);
    },
  );

  it('that is also the name of an organization, behind a title', async () => {
    expect(await found('Mrs. Mara there')).toEqual(['2000/organization']);
  });
});

describe('other secrets are found', () => {
  it('a place, in any spacing', async () => {
    for (const text of [
      'house 12, made up street',
      'House&nbsp;12 Made<br>Up Street',
      '"house-12-made-up-street"',
    ]) {
      expect(await found(text)).toEqual(['2000/place']);
    }
  });

  it('what a public row said before a private one took its place', async () => {
    for (const text of ['Withdrawn Canary', '023 999 888'])
      expect(await found(text)).toEqual(['2000/moved (withdrawn)']);
  });

  it('the passphrase of the build', async () => {
    for (const text of [
      'plank-9 canary tin',
      'xplank-9 canary tinx',
      'Plank 9 Canary  Tin',
      base64('plank-9 canary tin'),
    ]) {
      expect(await found(text)).toEqual(['DIRECTORY_PASSPHRASE']);
    }
  });

  it('practitioners see theirs, nobody sees what is withheld', async () => {
    const practitioner = gateFor('practitioner');
    expect(practitioner.recordsIn('Planted Canary 023 999 777')).toEqual([]);
    expect(practitioner.recordsIn('Withheld Person')).toEqual(['2000/withheld']);
  });
});

describe('lets through', () => {
  it.each([
    ['what another row shows', 'Shown Canary +855 23 999 333'],
    ['other names', 'Replanted Canary and Planted Canaryson'],
    ['a longer number', '0239997770'],
    ['a number inside another', '1023999777'],
    ['the end of another', 'x 1239 99777'],
    ['page numbers', 'pages 23, 999, 777'],
    ['lists of a script', '[23,999,77,7]'],
    ['dates', '2023-99-97 77'],
    ['two cells of figures', '<td>23</td><td>999777</td>'],
    ['a coordinate', '{"lat":23.999777,"lon":104.23999777}'],
    ['a drawing', '<path d="M023 999 777"/><circle cx="23.999" cy="777"/>'],
    ['a drawing in a script', String.raw`"<path d=\"M023 999 777\"/>"`],
    ['a drawing in an address', 'url("data:image/svg+xml,%3Cpath d=\'M023 999 777\'/%3E")'],
    ['a fragment in a colour', 'color:#000222'],
    ['a fragment in a hash', 'a000222b'],
    ['a fragment as decimals', '1.000222'],
    ['a short name in one word', 'vaqo'],
    ['a short name inside words', 'Nova Qoph'],
    ['an ordinary word in a sentence', 'The Testana is a house, and Testana, Mara and others help'],
    ['an organization beside its number', '<h2>Example Testana House</h2> 023 999 333'],
    ['an organization of one name', '<td>Mara</td> call Mara on 023 999 333'],
    ['an ordinary word in a slug', '/en/ratana/'],
    ['a lower-case word in a sentence', 'some plantella grows'],
    ['a short Khmer word inside others', 'សេវាកាណារ៉ា និងកាណាព'],
    ['a Khmer name cut inside a cluster', 'តេស្តកាណារីុ្ក'],
    ['a hash of the page policy', "'sha256-Xq3Planted9Cj0k2mE4oYw6r1t5uIaSdFgHjKlZxCvBnM='"],
    ['ids', 'data-service="planted-service-23999" id="r023"'],
    ['another e-mail', 'mailto:unplanted@example.org'],
    [
      'a font in a style',
      `src:url(data:font/woff2;base64,${base64('wOF2\0\x01\0\0\xff\xfe\xfd\x9d\x9c', 'latin1')})`,
    ],
    ['words that look encoded', 'internationalization/configuration/organizations'],
  ])('%s', async (_, text) => {
    expect(await gate.check('file.txt', Buffer.from(text))).toEqual([]);
  });
});
