/** What invented names are made of. Odd words on purpose: nothing here should be somebody's real name. */

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

export const ENGLISH = {
  adjectives: list(
    'Copper Amber Silver Quiet Patient Early Brave Gentle Bright Steady Golden Hidden Distant Open Second Northern ' +
      'Southern Green Crimson Woven Borrowed Floating Wandering Humble Joined Morning Evening Narrow Kind Upward',
  ),
  things: list(
    'Lantern Heron Tamarind Ferry Loom Kite Paddle Cricket Lotus Bamboo Mango Palm River Anchor Basket Bridge Candle ' +
      'Compass Drum Ladder Mortar Needle Orchid Pebble Rice Sail Sparrow Thread Umbrella Well Window Harbor Kettle ' +
      'Monsoon Buffalo Cotton Dragonfly Firefly Gecko Jasmine Kingfisher Nest Oar Pillar Pomelo Saddle Spring Swallow',
  ),
  themes: list(
    'Dignity Recovery Justice Livelihood Learning Safety Counselling Mediation Shelter Literacy Health Migration ' +
      'Reintegration Protection Development Education Rehabilitation Nutrition Participation Prevention Rights Relief ' +
      'Reconciliation Housing Advocacy Employment Mobility Welfare',
  ),
  people: list('Women Children Girls Youth Families Migrants Returnees Villagers Workers Mothers Students'),
  bodies: list(
    'Foundation Association Center Organization House Network Institute Mission Trust Clinic Team Project Alliance ' +
      'Fellowship Society Office Group League',
  ),
  reaches: list('International Cambodia Asia Mekong National Community Rural Urban'),
} as const;

/** Words that a name has between the others; people leave them out. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(['for', 'of', 'and', 'in', 'the', 'to', 'with', '&']);

/** Beginnings and ends of syllables as romanized Khmer has them. */
export const ROMANIZED = {
  onsets: list('k kh ch chh t th d b p ph m n y r l v s h sr kr tr pr ml kb sv chr kl st thm khm phn sl'),
  rimes: list(
    'a ea oe eu ay ey ou o u i an ang am on ong om ok ak at ap eang oeun ien eap ouk uon ai ao en enh ek um ea eas or',
  ),
} as const;

/** Parts of Khmer syllables, and words that names of organizations begin or end with. */
export const KHMER = {
  consonants: [...'កខគងចឆជញដណតថទនបផពភមយរលវសហឡអ'],
  subscripts: ['្រ', '្ល', '្ម', '្វ', '្ន', '្ក', '្យ'],
  vowels: ['', '', '', 'ា', 'ា', 'ិ', 'ី', 'ុ', 'ូ', 'េ', 'ែ', 'ើ', 'ៅ', 'ោ', 'ៀ', 'ាំ', 'ំ'],
  finals: [...'កងតនបមយរលស'],
  heads: ['អង្គការ', 'សមាគម', 'មជ្ឈមណ្ឌល', 'មូលនិធិ', 'បណ្តាញ', 'គ្លីនិក', 'អង្គការ'],
  tails: ['កម្ពុជា', 'អន្តរជាតិ', 'ជាតិ'],
} as const;
