/** Lines as people type them, over the directory that this repository ships: what is understood, and who comes first. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedSet } from '../../scripts/benchmarks/search/shipped.ts';
import { find, settle, widened } from '../../src/directory/finder.ts';
import { EMPTY_QUERY, writeQuery } from '../../src/directory/query.ts';
import { chipLabel } from '../../src/islands/filter-chips.ts';
import { PEOPLE } from '../../src/schema/vocabulary.ts';

const { index } = shippedSet(join(import.meta.dirname, '../../data')).set;
const asked = (q: string) => find(index, { ...EMPTY_QUERY, q });
const fragment = (q: string) => decodeURIComponent(writeQuery(settle(index, { ...EMPTY_QUERY, q })));
const first = (q: string) => asked(q).found[0]?.service.organization;
const THAI_BORDER = 'KH-1,KH-2,KH-9,KH-13,KH-15,KH-22,KH-24';

describe('a number that is nobody’s age, or not said whose', () => {
  it.each<[line: string, understood: string]>([
    ['returnee of 19 bed poipet', 'where=KH-1&need=sh&q=returnee 19'],
    ['3 beds poipet', 'where=KH-1&need=sh&q=3'],
    ['shelter for 4', 'need=sh&q=4'],
    ['family of 5 shelter', 'need=sh&q=family of 5'],
    ['family of 4 poipet', 'where=KH-1&q=family of 4'],
    ['man 40 and boy battambang', 'who=men,boys&where=KH-2&q=40'],
    ['woman 35 with boy', 'who=women,boys&q=35'],
    ['woman 25 child 3', 'who=women,girls,boys&q=25 3'],
    ['nearly 18 boy', 'who=boys&q=nearly 18'],
    ['ក្មេងប្រុសជិត ១៨ឆ្នាំ', 'who=boys&q=ជិត 18 ឆ្នាំ'],
  ])('is left aside and said: %s', (line, understood) => {
    expect(fragment(line).replaceAll('+', ' ')).toBe(understood);
    expect(asked(line).ignored).toBe(understood.replace(/^.*&q=/, ''));
  });
});

describe('a line of filters', () => {
  it.each<[line: string, understood: string, first: string | undefined]>([
    ['bmc men shelter', 'who=men&where=KH-1&need=sh', 'wvc'],
    ['adult woman 25 bed', 'who=women&age=25&need=sh', 'whi'],
    ['2 adult women', 'who=women', 'afesip'],
    ['adult males phnom penh', 'who=men&where=KH-12', 'crc'],
    ['girl child poipet', 'who=girls&where=KH-1', 'whi'],
    ['boy child 6', 'who=boys&age=6', 'wvc'],
    ['3 minor boys', 'who=boys', 'wvc'],
    ['woman minor boy', 'who=women,boys', 'afesip'],
    ['pp beds', 'where=KH-12&need=sh', 'wvc'],
    ['bb beds', 'where=KH-2&need=sh', 'wvc'],
    ['therapy p p boy', 'who=boys&where=KH-12&need=md.therapy', 'hagar'],
    ['សាលារៀន ភ្នំពេញ', 'where=KH-12&need=ed', 'wvc'],
    ['ជំងឺផ្លូវចិត្ត', 'need=md.mental', 'hagar'],
    ['mental health woman kandal', 'who=women&where=KH-8&need=md.mental,md.psychosocial', 'ssc'],
    ['foster family girl 3', 'who=girls&age=3&need=sh.alternative', undefined],
    ['passport man', 'who=men&need=lg.identity', undefined],
    ['កន្លែងស្នាក់នៅ ក្មេងប្រុស ១៥ឆ្នាំ', 'who=boys&age=15&need=sh', 'wvc'],
    ['ប្រឹក្សាផ្លូវចិត្ត កំពង់ធំ', 'where=KH-6&need=md.psychosocial', undefined],
    ['អត្តសញ្ញាណប័ណ្ណ', 'need=lg.identity', undefined],
    ['lawyer pursat', 'where=KH-15&need=lg', 'whi'],
    ['boy 15 poipet bed tonight', 'who=boys&age=15&where=KH-1&need=sh', 'wvc'],
    ['siem reab counselling', 'where=KH-17&need=md.psychosocial', 'whi'],
    ['ជម្រក បន្ទាយមានជ័យ', 'where=KH-1&need=sh', 'wvc'],
    ['ជម្រកបន្ទាយមានជ័យ', 'where=KH-1&need=sh', 'wvc'],
    ['ជម្រក\u200bបន្ទាយ មានជ័យ', 'where=KH-1&need=sh', 'wvc'],
    ['មេធាវី ពោធិ៍សាត់', 'where=KH-15&need=lg', 'whi'],
    ['ក្មេងប្រុស អាយុ ១៥ ប៉ោយប៉ែត', 'who=boys&age=15&where=KH-1', 'crc'],
    ['ជម្រកសម្រាប់បុរសនៅភ្នំពេញ', 'who=men&where=KH-12&need=sh', 'wvc'],
    ['ការគាំទ្រផ្នែកសុខភាព និងផ្លូវចិត្តក្មេងស្រីអូររាំងឪ', 'who=girls&where=KH-3&need=md', 'destiny-rescue'],
    ['ការគាំទ្រផ្នែកសុខភាពនិងផ្លូវចិត្ត ក្មេងស្រី អូររាំងឪ', 'who=girls&where=KH-3&need=md', 'destiny-rescue'],
    ['btb', 'where=KH-2', 'crc'],
    ['srp', 'where=KH-17', 'crc'],
    ['phom penh', 'where=KH-12', 'crc'],
    ['kg som', 'where=KH-18', 'wvc'],
    ['ពោធិសាត់', 'where=KH-15', 'wvc'],
    ['កំពង់សោម', 'where=KH-18', 'wvc'],
    ['neak loeung', 'where=KH-8,KH-14', 'wvc'],
    ['អ្នកលឿង', 'where=KH-8,KH-14', 'wvc'],
    ['pp', 'where=KH-12', 'crc'],
    ['P.P.', 'where=KH-12', 'crc'],
    ['psh', 'where=KH-18', 'wvc'],
    ['kcn', 'where=KH-4', 'wvc'],
    ['poipet', 'where=KH-1', 'crc'],
    ['bavet', 'where=KH-20', 'crc'],
    ['near thai border', `where=${THAI_BORDER}`, 'crc'],
    ['someone who takes men near thai border', `who=men&where=${THAI_BORDER}`, 'crc'],
    ['phnom pen', 'where=KH-12', 'crc'],
    ['men', 'who=men', 'wvc'],
    ['man', 'who=men', 'wvc'],
    ['male', 'who=men', 'wvc'],
    ['boy', 'who=boys', 'wvc'],
    ['girls', 'who=girls', 'whi'],
    ['women', 'who=women', 'afesip'],
    ['female', 'who=women', 'afesip'],
    ['adult', 'who=women,men', 'afesip'],
    ['child', 'who=girls,boys', 'afesip'],
    ['ស្ត្រី', 'who=women', 'afesip'],
    ['បុរស បន្ទាយមានជ័យ', 'who=men&where=KH-1', 'crc'],
    ['16', 'age=16', 'wvc'],
    ['16yo', 'age=16', 'wvc'],
    ['16 poipet', 'age=16&where=KH-1', 'crc'],
    ['2 boys poipet', 'who=boys&where=KH-1', 'crc'],
    ['boys 15', 'who=boys&age=15', 'wvc'],
    ['17 male', 'who=men&age=17', 'wvc'],
    ['17 man', 'who=men&age=17', 'wvc'],
    ['15 boy', 'who=boys&age=15', 'wvc'],
    ['16 girl', 'who=girls&age=16', 'whi'],
    ['boy of 15', 'who=boys&age=15', 'wvc'],
    ['girls of 17 bed', 'who=girls&age=17&need=sh', 'whi'],
    ['shelter 16', 'age=16&need=sh', 'wvc'],
    ['ជម្រក ឬ មេធាវី', 'need=sh,lg', 'wvc'],
    ['ភ្នំពេញ និង កណ្តាល', 'where=KH-12,KH-8', 'crc'],
    ['ក្មេងៗ', 'who=girls,boys', 'afesip'],
    ["men's shelter", 'who=men&need=sh', 'wvc'],
    ['women’s shelter', 'who=women&need=sh', 'whi'],
    ['beds bmc', 'where=KH-1&need=sh', 'wvc'],
    ['lawyers pursat', 'where=KH-15&need=lg', 'whi'],
    ['somewhere to sleep poipet', 'where=KH-1&need=sh', 'wvc'],
    ['17 male bmc shelter', 'who=men&age=17&where=KH-1&need=sh', 'wvc'],
    ['12 female shelter', 'who=women&age=12&need=sh', 'whi'],
    ['bed', 'need=sh', 'wvc'],
    ['doctor', 'need=md', 'crc'],
    ['ពេទ្យ បាត់ដំបង', 'where=KH-2&need=md', 'crc'],
    ['lawyer', 'need=lg', 'wvc'],
    ['job', 'need=ed', 'wvc'],
    ['school', 'need=ed', 'wvc'],
    ['សាលា', 'need=ed', 'wvc'],
    ['ride home', 'need=im.transport-home', 'crc'],
    // Nobody says that they help with papers; that is the answer, and not something else.
    ['papers', 'need=lg.identity', undefined],
    // On both banks of the Mekong, in two provinces.
    ['ស្ត្រីអ្នកលឿងជម្រក', 'who=women&where=KH-8,KH-14&need=sh', 'destiny-rescue'],
  ])('%s', (line, understood, organization) => {
    expect(fragment(line)).toBe(understood);
    expect(first(line)).toBe(organization);
    expect(asked(line)).toMatchObject({ nearestNames: false, ignored: '' });
  });

  it.each([
    ['17 male bmc shelter', 'boys 17 bmc shelter'],
    ['15 man', 'boys 15'],
    ['12 female shelter', 'girls 12 shelter'],
  ])('"%s" is answered as "%s"', (line, child) => {
    expect(asked(line).found).toEqual(asked(child).found);
    expect(asked(line).refused).toEqual(asked(child).refused);
  });

  it('has a name for whatever it may show as a chip', () => {
    const { names } = index;
    const called = (...kinds: string[]) =>
      Object.fromEntries(
        names.filter(({ kind }) => kinds.includes(kind)).map(({ id, names: [name = ''] }) => [id, name]),
      );
    const words = {
      people: Object.fromEntries(PEOPLE.map((person) => [person, `People: ${person}`])),
      needs: called('type', 'group'),
      provinces: called('province'),
      age: 'Age {n}',
      remove: '',
    };
    const chips = names.flatMap(({ kind, id }) =>
      kind === 'organization' ? [] : [`${kind === 'province' ? 'where' : 'need'}=${id}`],
    );
    expect(chips.length).toBeGreaterThan(70);
    for (const chip of [...chips, 'age=16', ...PEOPLE.map((person) => `who=${person}`)])
      expect(chipLabel(chip, words)).not.toBe(chip.split('=')[1]);
  });
});

describe('a line that names an organization', () => {
  it.each<[line: string, first: string, left?: string]>([
    ['damnok tek', 'damnok-toek'],
    ['domnok tek', 'damnok-toek'],
    ['goutte deau', 'damnok-toek'],
    ["Goutte d'Eau", 'damnok-toek', 'goutte deau'],
    ['ptea tik dong', 'ptd'],
    ['PTD', 'ptd', 'ptd'],
    ['P.T.D.', 'ptd', 'ptd'],
    ['crc', 'crc'],
    ['ice', 'ice'],
    ['chabdai', 'chabdai'],
    ['the', 'the-future'],
    ['the fu', 'the-future'],
    ['the futuuee', 'the-future'],
    ['gateen of hope in cambodia', 'gohc', 'gateen of hope in cambodia'],
    ['gzredn of hope in cambodia', 'gohc', 'gzredn of hope in cambodia'],
    ['institution civic education', 'ice'],
    ['civic institution education', 'ice'],
    ['education civic institution', 'ice'],
    ['instiution civic education', 'ice'],
    ['Institition Civic Education', 'ice', 'institition civic education'],
    ['legal support for children and women', 'lscw'],
    ['legal suppprt for children and women', 'lscw'],
    ['legal support for chil', 'lscw'],
    ['legal support', 'lscw'],
    ['poipet transit', 'ptc'],
    ['precious women', 'precious-women'],
    ['women association for comm', 'wacd'],
    ['សួងម', 'moi'],
    ['អង្គការទស្សនៈ ពិភពលោក កម្ពុជា', 'wvc', 'អង្គការទស្សនៈពិភពលោកកម្ពុជា'],
    ['ក្រសួងសង្គមកិច្ចអតីតយុទ្ធជន', 'mosvy'],
    ['mkp', 'mpk'],
    ['transit centre poipet', 'ptc', 'transit center poipet'],
    ['Poi Pet transit centre', 'ptc', 'poi pet transit center'],
    ['ដំណក់ទឹក', 'damnok-toek'],
    ['អង្គការដំណក់ទឹក', 'damnok-toek'],
    ['ផ្ទះទឹកដោង', 'ptd'],
    ['ហាហ្គារ', 'hagar'],
    ['បន្ទាយស្រី', 'banteay-srey'],
  ])('%s', (line, organization, left = line.toLowerCase()) => {
    expect(fragment(line)).toBe(`q=${left}`.replaceAll(' ', '+'));
    expect(first(line)).toBe(organization);
  });

  it.each(['hospital', 'phnom penh hospital'])('"%s" leads to the hospitals that the data names', (line) => {
    expect(asked(line).namesakes).toContain('russian-hospital');
  });

  it.each(['transit centr', 'poipet transit centr', 'transit centre'])(
    '"%s" is on its way to a name',
    (line) => {
      expect(first(line)).toBe('ptc');
    },
  );

  it.each([
    ['adhoc', ['adhoc']],
    ['adho', ['adhoc']],
    ['អាដហុក', ['adhoc']],
    ["ministry of women's affairs", ['mowa']],
    ['national children hospital', ['national-children-hospital']],
  ])('"%s" is known although it gives no service', (line, organizations) => {
    expect(asked(line)).toMatchObject({ found: [], nearestNames: false, namesakes: organizations });
  });

  it('narrows a question in Khmer letters to whom it names, also where the data writes Latin ones', () => {
    const organizations = asked('ដំណក់ទឹក ប៉ោយប៉ែត').found.map(({ service }) => service.organization);
    expect([...new Set(organizations)]).toEqual(['damnok-toek']);
  });

  it.each<[line: string, without: string, namesake: string]>([
    ['police boy 15 bmc shelter', 'boy 15 bmc shelter', 'police'],
    ['police pp', 'pp', 'police'],
    ['victim shelter bmc', 'shelter bmc', 'bvst'],
    ['male victim shelter', 'male shelter', 'bvst'],
    ['victim from svay rieng', 'svay rieng', 'bvst'],
    ['adhoc kampot psychologist', 'kampot psychologist', 'adhoc'],
  ])('"%s" is answered without who gives no service, and names them', (line, without, namesake) => {
    const [answer, filters] = [asked(line), asked(without)];
    expect(answer.found).toEqual(filters.found);
    expect(answer.noneListedIn).toEqual(filters.noneListedIn);
    expect(answer.namesakes).toContain(namesake);
    expect(answer.ignored).toBe(answer.query.q);
    expect(answer.nearestNames).toBe(false);
  });

  it('never says that none is recorded because of a name without services', () => {
    for (const line of ['police boy 15 bmc shelter', 'police pp', 'victim from svay rieng'])
      expect([line, asked(line).noneListedIn]).toEqual([line, []]);
  });

  it.each([
    ['boys under 18 shelter', 'boys shelter', 'under 18'],
    ['girl 5-12 shelter', 'girl shelter', '5-12'],
    ['2 days shelter', 'shelter', '2 days'],
    ['shelter 3 nights men', 'shelter men', '3 nights'],
    ['shelter for mother', 'shelter', 'mother'],
    ['long term shelter men', 'shelter men', 'long term'],
    ['fisherman bed', 'bed', 'fisherman'],
    ['destny shelter', 'shelter', 'destny'],
  ])('"%s" is answered as "%s", and says what was left aside', (line, filters, aside) => {
    const answer = asked(line);
    expect(answer.found.length).toBeGreaterThan(0);
    expect(answer.found).toEqual(asked(filters).found);
    expect(answer).toMatchObject({ ignored: aside, nearestNames: false });
    // What stands in the address is understood the same once more.
    expect(find(index, answer.query)).toMatchObject({ query: answer.query, ignored: aside });
  });

  it('offers beside the answer what a misspelt word may mean', () => {
    expect(asked('destny shelter').namesakes).toEqual(['destiny-rescue']);
    expect(asked('fisherman bed').namesakes).toEqual([]);
    const readings = asked('sheltar pursat').otherReadings.map(({ query }) => writeQuery(query));
    expect(readings).toEqual(['where=KH-15&need=sh']);
  });

  it('keeps to an organization whose name has a slip', () => {
    const whose = (line: string) => new Set(asked(line).found.map(({ service }) => service.organization));
    expect(whose('domnok tek bmc')).toEqual(new Set(['damnok-toek']));
    expect(whose('world vison siem reap')).toEqual(new Set(['wvc']));
    expect(whose('white lotos bed')).toEqual(new Set(['white-lotus']));
    // Not recorded there: its page is linked, and nothing is said of the province.
    expect(asked('hagr pursat')).toMatchObject({
      found: [],
      nearestNames: true,
      namesakes: ['hagar'],
      noneListedIn: [],
    });
  });

  it('leaves a word for help to the help, where an organization without services has that name', () => {
    expect(fragment('court pursat')).toBe('where=KH-15&need=lg');
  });

  it('and a place finds it there', () => {
    expect(fragment('world vision siem reap')).toBe('where=KH-17&q=world+vision');
    expect(first('world vision siem reap')).toBe('wvc');
    expect(fragment('legal support for children and women pursat')).toBe(
      'where=KH-15&q=legal+support+for+children+and+women',
    );
  });

  it('by its number, in any notation or by the last five digits', () => {
    const [{ digits = '', services = [] } = {}] = index.numbers ?? [];
    const national = digits.replace(/^855/, '');
    expect(national.length).toBeGreaterThan(7);
    for (const line of [`+${digits}`, `0${national}`, `0${national.slice(0, 2)}-${national.slice(2)}`]) {
      const found = asked(line).found.map(({ service }) => service.id);
      expect(new Set(found)).toEqual(new Set(services));
    }
    const ending = asked(digits.slice(-5)).found.map(({ service }) => service.id);
    expect(ending).toEqual(expect.arrayContaining([...services]));
  });
});

describe('what is asked about an organization', () => {
  it.each(['hagar phone number', 'what is hagar', 'does hagar take women', 'call hagar'])(
    'does not hide it: %s',
    (line) => {
      expect(first(line)).toBe('hagar');
    },
  );
});

describe('a word with two meanings', () => {
  const others = (line: string) =>
    asked(line).otherReadings.map(({ phrase, query }) => [phrase, decodeURIComponent(writeQuery(query))]);

  it.each<[line: string, phrase: string, other: string]>([
    ['kk', 'kk', 'where=KH-9'],
    ['KK men', 'kk', 'who=men&where=KH-9'],
    ['poipet transit', 'poipet transit', 'where=KH-1&need=sh.transit'],
    ['legal support', 'legal support', 'need=lg&q=support'],
    ['civic institution education', 'civic institution education', 'need=ed&q=civic+institution'],
  ])('"%s" keeps the organization and offers the other one', (line, phrase, other) => {
    expect(others(line)).toEqual([[phrase, other]]);
  });

  it('"KK" finds the organization first and the province after it', () => {
    const { found, namesakes } = asked('kk');
    expect(namesakes).toEqual(['kk']);
    expect(found[0]?.service.organization).toBe('kk');
    expect(
      found.some(({ service }) => service.organization !== 'kk' && service.provinces.includes('KH-9')),
    ).toBe(true);
  });

  it('"SR" is two provinces, each with a chip of its own', () => {
    expect(fragment('sr')).toBe('where=KH-17,KH-20');
    expect(fragment('SR shelter')).toBe('where=KH-17,KH-20&need=sh');
  });

  it('"CRC" is one organization, "ICE" are two, of which one gives no service', () => {
    expect([asked('crc').namesakes, others('crc')]).toEqual([['crc'], []]);
    expect([asked('ice').namesakes, others('ice')]).toEqual([['ice', 'us-ice'], []]);
    expect(asked('ice').found.map(({ service }) => service.organization)).toEqual(['ice']);
  });

  it('an abbreviation of a province is never taken for an acronym that is one letter off, nor the other way', () => {
    const short = (kind: string) =>
      index.names
        .filter((one) => one.kind === kind && !one.withoutServices)
        .flatMap(({ id, names }) =>
          names.filter((name) => /^[A-Z]{2,5}$/.test(name)).map((name) => [name, id] as const),
        );
    const acronyms = new Map(short('organization'));
    expect(acronyms.size).toBeGreaterThan(20);
    for (const [name, id] of short('province'))
      if (!acronyms.has(name))
        expect([name, settle(index, { ...EMPTY_QUERY, q: name }).where]).toEqual([
          name,
          expect.arrayContaining([id]),
        ]);
    for (const [name, id] of acronyms)
      expect([name, fragment(name), first(name)]).toEqual([name, `q=${name.toLowerCase()}`, id]);
  });
});

describe('a line that nothing fits', () => {
  it('says what was understood, what would fit without each part, and where else', () => {
    const answer = asked('psychologist kampot men');
    expect(answer.found).toEqual([]);
    expect(answer.noneListedIn).toEqual(['KH-7']);
    const wider = widened(index, answer.query).map(({ filter, services }) => [filter, services]);
    expect(wider.map(([filter]) => filter)).toEqual(['need=md.therapy', 'where=KH-7']);
    for (const { query, services } of widened(index, answer.query)) {
      expect(find(index, query).found.length).toBe(services);
      expect(services).toBeGreaterThan(0);
    }
  });

  it('says of an organization that it is not there, and what there is without its name', () => {
    const answer = asked('hagar pursat');
    expect(answer.found).toEqual([]);
    expect(answer.noneListedIn).toEqual(['KH-15']);
    expect(
      widened(index, answer.query)
        .map(({ filter }) => filter)
        .sort(),
    ).toEqual(['q=hagar', 'where=KH-15']);
  });

  it('names the neighbouring provinces that have it, the most services first', () => {
    const { nearby, noneListedIn } = asked('ptd koh kong boys banteay meanchey');
    expect([noneListedIn, nearby]).toEqual([['KH-9', 'KH-1'], [{ province: 'KH-2', services: 2 }]]);
    expect(asked('shelter kandal women').noneListedIn).toEqual([]);
  });

  it('finds the nearest names, says that they are, and nothing for what is like nothing', () => {
    expect(asked('white lotos')).toMatchObject({ nearestNames: true });
    expect(first('white lotos')).toBe('white-lotus');
    expect(asked('zzzz').found).toEqual([]);
    expect(asked('rape').found.every(({ service }) => !service.provinces.includes('KH-17'))).toBe(true);
  });
});
