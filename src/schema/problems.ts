/**
 * Every problem that a directory folder can have. Codes are permanent: they are quoted in messages, tests and
 * docs/problems.md, which is generated from here. The examples are made up.
 */

/** Errors stop the build; warnings are shown and do not. */
export type ProblemLevel = 'error' | 'warning';

export interface ProblemKind {
  level: ProblemLevel;
  title: string;
  /** Why it matters. */
  why: string;
  /** What the person who edits the file does about it. */
  fix: string;
  /** A short case. */
  example: string;
}

export const PROBLEMS = {
  // Files
  'missing-folder': {
    level: 'error',
    title: 'The folder cannot be read',
    why: 'Without the folder there is no directory to check.',
    fix: 'Check the path: the folder is the one that holds directory.json.',
    example: 'DIRECTORY_DATA=dat names a folder that does not exist.',
  },
  'missing-file': {
    level: 'error',
    title: 'A file is missing',
    why: 'A directory with a missing table would be published with holes that nobody sees.',
    fix: 'Put the file back, or create it with its header row only.',
    example: 'There is no data/sources.csv.',
  },
  'unknown-file': {
    level: 'warning',
    title: 'A file that nothing reads',
    why: 'A table with a slightly wrong name would be left out without a word.',
    fix: 'Rename the file, or move it out of the directory folder.',
    example: 'data/editions/2010/contact.csv instead of contacts.csv.',
  },
  'private-file-not-read': {
    level: 'warning',
    title: 'A private file that joins no table',
    why: 'Its rows, and corrections that somebody asked for, would be left out without a word.',
    fix: 'Give it the name and the folders of the table that it belongs to, below private/.',
    example: 'data/private/contacts.csv instead of data/private/editions/2010/contacts.csv.',
  },
  'too-large': {
    level: 'error',
    title: 'A file that is too large',
    why: 'No table of a directory comes near these limits; something else was saved in its place, and reading it would take hours.',
    fix: 'Open the file and look for what does not belong in it.',
    example: 'A film named services.csv, or a table with a thousand columns.',
  },
  'not-utf-8': {
    level: 'error',
    title: 'The file is not UTF-8 text',
    why: 'Khmer letters and accents would turn into other characters.',
    fix: 'Save it again from the spreadsheet as "CSV UTF-8".',
    example: 'A file saved as "Unicode text" or as plain "CSV" on an older computer.',
  },
  'not-json': {
    level: 'error',
    title: 'The file is not valid JSON',
    why: 'One missing comma or bracket makes the whole file unreadable.',
    fix: 'Look at the place named, and just before it, for a missing comma, quotation mark or bracket.',
    example: '{ "title_en": "Example" "title_km": "…" }',
  },
  'bad-setting': {
    level: 'error',
    title: 'A setting has a wrong value',
    why: 'The site is built from these settings.',
    fix: 'Correct the value at the place named.',
    example: '"status": "old" in edition.json.',
  },
  'unknown-setting': {
    level: 'error',
    title: 'A setting that does not exist',
    why: 'A misspelt setting would be ignored without a word.',
    fix: 'Correct its name or remove it.',
    example: '"titel_en": "Example".',
  },
  'doubled-setting': {
    level: 'error',
    title: 'A setting stands twice',
    why: 'Only the last one would count.',
    fix: 'Keep one of them.',
    example: '"status": "draft", "status": "current".',
  },

  // Tables
  'missing-header': {
    level: 'error',
    title: 'The header row is missing',
    why: 'The first row names the columns; without it no cell has a meaning.',
    fix: 'Put the header row back as the first row.',
    example: 'A file whose first row is already a record.',
  },
  'wrong-delimiter': {
    level: 'error',
    title: 'Cells are not separated by commas',
    why: 'Some spreadsheets save semicolons or tabs under the name CSV; the semicolon separates values inside a cell here.',
    fix: 'Save it again with commas between the cells.',
    example: 'id;name_en;kind',
  },
  'doubled-column': {
    level: 'error',
    title: 'A column stands twice',
    why: 'It is not clear which of the two counts.',
    fix: 'Keep one of the two columns.',
    example: 'id,name_en,name_en',
  },
  'missing-column': {
    level: 'error',
    title: 'A column is missing',
    why: 'Every row needs a value in it.',
    fix: 'Add the column; its order does not matter.',
    example: 'sources.csv without the column title.',
  },
  'misspelt-column': {
    level: 'error',
    title: 'A column has a name that is nearly right',
    why: 'All its cells would be left out without a word.',
    fix: 'Correct the name in the header row.',
    example: 'womens instead of women.',
  },
  'unknown-column': {
    level: 'warning',
    title: 'A column that nothing reads',
    why: 'It is left out of the site.',
    fix: 'Remove it, or correct its name.',
    example: 'A column "to do".',
  },
  'unnamed-column': {
    level: 'warning',
    title: 'A column without a name',
    why: 'Its cells are left out of the site.',
    fix: 'Give it a name in the header row, or empty its cells.',
    example: 'id,name_en,,kind',
  },
  'short-row': {
    level: 'error',
    title: 'A row has too few cells',
    why: 'A missing comma moves every later cell into the wrong column.',
    fix: 'Add the missing commas; an empty cell still needs its comma.',
    example: 'example-clinic,Example Clinic (under eleven columns)',
  },
  'long-row': {
    level: 'error',
    title: 'A row has too many cells',
    why: 'A comma in a text without quotation marks moves every later cell into the wrong column.',
    fix: 'Put the text that holds a comma in double quotation marks.',
    example: 'example-clinic,Clinic, Example,… instead of "Clinic, Example"',
  },
  'unclosed-quote': {
    level: 'error',
    title: 'A quotation mark is never closed',
    why: 'Everything after it becomes one cell, so all later rows are lost.',
    fix: 'Close it at the end of the cell. A quotation mark inside such a cell is written twice.',
    example: 'example-clinic,"Example Clinic,ngo',
  },
  'malformed-quotes': {
    level: 'error',
    title: 'Quotation marks that do not fit',
    why: 'It is not clear where the cell ends.',
    fix: 'Put the whole cell in double quotation marks, and write each one inside it twice.',
    example: '"Example" Clinic instead of """Example"" Clinic"',
  },

  // Cells
  'empty-cell': {
    level: 'error',
    title: 'A cell is empty that must not be',
    why: 'The record cannot be shown or traced without it.',
    fix: 'Fill it in.',
    example: 'A service without a source.',
  },
  'not-an-id': {
    level: 'error',
    title: 'Not an id',
    why: 'Ids stand in addresses and links; other characters would break them.',
    fix: 'Use lower-case letters, digits and hyphens. Provinces use their ISO 3166-2 code.',
    example: 'Example Clinic instead of example-clinic',
  },
  'not-in-list': {
    level: 'error',
    title: 'A word that is not in the list',
    why: 'The site only knows what the listed words mean.',
    fix: 'Use one of the words in the message.',
    example: 'maybe instead of limited',
  },
  'impossible-date': {
    level: 'error',
    title: 'A date that does not exist',
    why: 'Age and order of facts are worked out from dates.',
    fix: 'Write the year, the month or the day: 2010, 2010-12 or 2010-12-08.',
    example: '2010-02-30 or 8/12/2010',
  },
  'not-a-number': {
    level: 'error',
    title: 'Not a number',
    why: 'The cell is compared or counted.',
    fix: 'Write digits only; put words into a note.',
    example: 'about 12',
  },
  'not-a-phone': {
    level: 'error',
    title: 'Not a telephone number in international form',
    why: 'Only a complete number can be tapped to call.',
    fix: 'Write a plus, the country code and the number without its leading zero. If digits are missing, leave it empty.',
    example: '023 00 00 00 instead of +85523000000',
  },
  'not-an-email': {
    level: 'error',
    title: 'Not an e-mail address',
    why: 'A message to it would not arrive.',
    fix: 'Write it as name@example.org.',
    example: 'name at example.org',
  },
  'not-a-colour': {
    level: 'error',
    title: 'Not a colour',
    why: 'The sign of the group would be drawn without it.',
    fix: 'Write it as # and six digits, such as "#1d3f8f".',
    example: 'dark blue instead of #1d3f8f',
  },
  'not-a-web-address': {
    level: 'error',
    title: 'Not a web address',
    why: 'Only an address that a browser can open belongs here.',
    fix: 'Write it as www.example.org or https://www.example.org/page.',
    example: 'javascript:alert(1)',
  },
  'mixed-scripts': {
    level: 'error',
    title: 'Letters of another alphabet that look alike',
    why: 'The word looks right but cannot be found or joined to the same word elsewhere.',
    fix: 'Type the word again on a Latin keyboard.',
    example: 'Clinic with a Cyrillic с (U+0441).',
  },
  'unsafe-character': {
    level: 'error',
    title: 'A character that no text needs',
    why: 'It cannot be seen, and can hide words, turn their order or break a program that reads them.',
    fix: 'Delete the text and type it again; pasting brings such characters along.',
    example: 'A telephone number pasted from a messenger, with U+202A before it.',
  },
  'cell-too-long': {
    level: 'error',
    title: 'A text that is too long',
    why: 'Nobody reads it on a telephone, and it is often a whole file that was pasted into one cell.',
    fix: 'Keep what belongs into this cell, in a few sentences.',
    example: 'A note of a million characters.',
  },
  'markup-in-text': {
    level: 'warning',
    title: 'A text with HTML in it',
    why: 'Pages show every text letter for letter, so the tags would be read as words.',
    fix: 'Write the words only. If the text is really about a tag, leave it.',
    example: '<b>Open on Sunday</b>',
  },
  'damaged-text': {
    level: 'error',
    title: 'Text that was damaged when it was saved',
    why: 'The replacement character stands where a letter was lost.',
    fix: 'Type the words again from the source.',
    example: 'Caf\uFFFD',
  },

  // Ids and references
  'duplicate-id': {
    level: 'error',
    title: 'An id stands twice',
    why: 'Other tables cannot say which of the two rows they mean.',
    fix: 'Give one of the rows another id, or join the two rows.',
    example: 'Two rows with the id example-clinic.',
  },
  'unknown-reference': {
    level: 'error',
    title: 'An id that leads to nothing',
    why: 'The link would be lost on the site.',
    fix: 'Correct the id, or add the record to its table first.',
    example: 'example-clinik in the column organization.',
  },
  'unknown-topic': {
    level: 'error',
    title: 'A topic that is not known',
    why: 'The statement would be shown nowhere.',
    fix: 'Use a group, a kind of help, or one of the themes.',
    example: 'shelters instead of sh.shelter',
  },
  'retired-id-in-use': {
    level: 'error',
    title: 'A retired id is still in use',
    why: 'Its address leads elsewhere, so the record could not be opened.',
    fix: 'Remove the row of retired-ids.csv, or use the new id.',
    example: 'old-clinic is both retired and a row of organizations.csv.',
  },
  'retired-id-leads-nowhere': {
    level: 'error',
    title: 'A retired id leads to nothing',
    why: 'Old links would end on a missing page.',
    fix: 'Write an id that exists in the column new_id.',
    example: 'old-clinic is replaced by a clinic that is not in the table.',
  },
  'parent-cycle': {
    level: 'error',
    title: 'Organizations are part of each other',
    why: 'There is no topmost body.',
    fix: 'Empty the column parent of one of them.',
    example: 'example-a is part of example-b, which is part of example-a.',
  },
  'stands-for-without-role': {
    level: 'error',
    title: 'One organization stands for others',
    why: 'A way would lead to every body of these kinds as if a row had named them all.',
    fix: 'Empty the column stands_for; or write role as kind, if it is a word such as "NGOs" and not one organization.',
    example: 'kind ngo, stands_for ngo.',
  },

  // Editions and provinces
  'edition-id-differs': {
    level: 'error',
    title: 'An edition and its folder have different names',
    why: 'Addresses are made from one and files are found by the other.',
    fix: 'Write the name of the folder as the id.',
    example: '"id": "2011" in editions/2010/edition.json.',
  },
  'unknown-current-edition': {
    level: 'error',
    title: 'The current edition does not exist',
    why: 'The finder would have nothing to show.',
    fix: 'Name the folder of an edition in directory.json.',
    example: '"current_edition": "2012" without a folder editions/2012.',
  },
  'edition-provinces-differ': {
    level: 'error',
    title: 'An edition lists other provinces than were in force',
    why: 'Maps and tables of an edition show the country as it was on its date.',
    fix: 'Copy the list from the message, or correct valid_from and valid_to in provinces.csv.',
    example: 'An edition of 2010 that lists a province created in 2013.',
  },
  'province-not-in-force': {
    level: 'error',
    title: 'A province that did not exist yet, or no more',
    why: 'The row would be missing from the map of its edition.',
    fix: 'Use the province of that time.',
    example: 'A service of 2010 in a province created in 2013.',
  },
  'bad-boundaries': {
    level: 'error',
    title: 'Outlines that cannot be drawn',
    why: 'The map of an edition is drawn from this file, and names whoever drew it.',
    fix: 'Make the file again from the outlines that it came from: npm run boundaries -- FILE.',
    example: 'A layer that was cut off when it was copied.',
  },
  'boundaries-differ': {
    level: 'error',
    title: 'A map of other provinces than were in force',
    why: 'A province without an outline cannot be drawn, and one too many would be a blank spot in the country.',
    fix: 'Name a layer of that date in edition.json, or make one: npm run boundaries -- FILE --valid-on DATE.',
    example: 'An edition of 2015 that names the outlines of 2010.',
  },
  'listed-without-provinces': {
    level: 'error',
    title: 'Coverage is "listed" but no province is given',
    why: 'The service would be found nowhere.',
    fix: 'List the provinces, or write nationwide or not-stated.',
    example: 'listed, with an empty column provinces.',
  },
  'provinces-without-listed': {
    level: 'error',
    title: 'Provinces are given but coverage is not "listed"',
    why: 'The row says two things about where the service works.',
    fix: 'Write "listed", or empty the column provinces.',
    example: 'nationwide, with KH-1 in the column provinces.',
  },
  'place-outside-provinces': {
    level: 'error',
    title: 'A place outside the provinces of its row',
    why: 'The row says two things about where the service works.',
    fix: 'Add the province, or correct the place.',
    example: 'A town of KH-1 in a row that lists KH-2 only.',
  },
  'place-of-shelter': {
    level: 'error',
    title: 'The place of a shelter, or of a confidential service, is given',
    why: 'A shelter that can be found by those whom people fled is not safe. Only its province is published.',
    fix: 'Leave out whatever is below the province.',
    example:
      'A town, a street or coordinates in the row of a shelter, of its contact, or of a service with location=confidential.',
  },
  'half-a-position': {
    level: 'error',
    title: 'Half a position',
    why: 'A longitude without a latitude is no place on a map.',
    fix: 'Fill in both lon and lat, or empty both.',
    example: 'A town with lon 102.56 and no lat.',
  },

  // Facts
  'ages-crossed': {
    level: 'error',
    title: 'The youngest age is above the oldest',
    why: 'Nobody would match.',
    fix: 'Correct or swap the two ages.',
    example: 'age_min 17 and age_max 5',
  },
  'people-without-effect': {
    level: 'error',
    title: 'Words about something else name people or ages',
    why: 'Nobody is refused or accepted by a paper or by what a service cannot do, so the people named would be passed over in silence.',
    fix: 'Empty people, age_min and age_max; or make it kind person or condition, if it decides who is taken or sent.',
    example: 'kind document, people girls.',
  },
  'future-check': {
    level: 'error',
    title: 'A contact was checked on a day that is still to come',
    why: 'The number would look fresh, and could be tapped to call, for years.',
    fix: 'Write the day on which somebody last rang and confirmed it, or leave the cell empty.',
    example: 'verified_on 2999-01-01',
  },
  'public-person-without-consent': {
    level: 'error',
    title: 'A person is public without having agreed',
    why: 'A name or a personal number on an open page can put somebody in danger, and cannot be taken back.',
    fix: 'Write practitioner as visibility. Or ask, and fill in consent=yes, consent_by and consent_on.',
    example: 'kind person, visibility public, and an empty column consent.',
  },
  'consent-incomplete': {
    level: 'error',
    title: 'Consent without who gave it or when',
    why: 'A consent that nobody can trace is none.',
    fix: 'Fill in consent, consent_by and consent_on, or empty all the columns of consent.',
    example: 'consent yes with an empty consent_on.',
  },
  'future-consent': {
    level: 'error',
    title: 'Consent was given on a day that is still to come',
    why: 'Nobody has agreed yet.',
    fix: 'Write the day on which it was said.',
    example: 'consent_on 2999-01-01',
  },
  'consent-ends-before-it-begins': {
    level: 'error',
    title: 'Consent ends before it was given',
    why: 'One of the two dates is wrong, and it is not clear whether the consent holds.',
    fix: 'Correct consent_on or consent_expires.',
    example: 'consent_on 2026-03-01 and consent_expires 2025-03-01',
  },
  'contact-now-withheld': {
    level: 'warning',
    title: 'A contact is shown to nobody for want of consent',
    why: 'Its consent was refused or has run out, so every site leaves it out although visibility says otherwise.',
    fix: 'Ask again and fill in the columns of consent, or write withheld as visibility.',
    example: 'consent_expires 2020-12-31',
  },
  'on-the-do-not-list': {
    level: 'error',
    title: 'Somebody who asked not to be listed is listed',
    why: 'They asked for it; being found may endanger them.',
    fix: 'Take it out of the cell, or remove the row. The register says what was asked: look up the entry that the message names.',
    example: 'A number in contacts.csv that is an entry of do-not-list.csv, in whatever notation.',
  },
  'do-not-list-names-a-person': {
    level: 'error',
    title: 'The public register tells what must not be told',
    why: 'Whoever reads the repository would find the very name, number or address there.',
    fix: 'Keep it in private/do-not-list.csv, which stays out of the repository.',
    example: 'A row with what=phone in data/do-not-list.csv.',
  },
  'entry-matches-nothing': {
    level: 'error',
    title: 'An entry of the register that can match nothing',
    why: 'It would look as if somebody were protected who is not.',
    fix: 'Write a whole name, at least six digits of a number, or a whole e-mail address.',
    example: 'what phone, value 012',
  },
  'eligibility-without-source': {
    level: 'error',
    title: 'Who is accepted is said without its source',
    why: 'A wrong yes sends people on a journey for nothing; each answer leads back to a page.',
    fix: 'Fill in eligibility_source and eligibility_page, or empty the answers.',
    example: 'men: yes, with an empty eligibility_source.',
  },
  'stay-source-incomplete': {
    level: 'error',
    title: 'Half a source of the length of stay',
    why: 'How long somebody may stay leads back to a page, like every other fact.',
    fix: 'Fill in stay, stay_source and stay_page, or empty stay_source and stay_page where the source of the row states it.',
    example: 'stay_source survey-2010, with an empty stay_page.',
  },
  'doubt-without-note': {
    level: 'warning',
    title: 'A doubtful reading without a word why',
    why: 'The next editor cannot resolve a doubt that is not described.',
    fix: 'Say in note_en what is unclear in the source.',
    example: 'confidence: low, with an empty note_en.',
  },
  'impossible-phone': {
    level: 'error',
    title: 'A telephone number of impossible length',
    why: 'Nobody can be reached under it.',
    fix: 'Compare it with the source. If digits are missing there, leave the cell empty and keep phone_as_printed.',
    example: '+855230000',
  },
  'unknown-phone': {
    level: 'warning',
    title: 'A telephone number that the numbering plan does not know',
    why: 'It may be misread, or it is older than a change of the plan.',
    fix: 'Compare it with the source; if it is printed so, leave it.',
    example: 'A number under an area code that is not in use.',
  },
  'phone-differs-from-print': {
    level: 'warning',
    title: 'The number and the printed number differ',
    why: 'One of the two was misread.',
    fix: 'Compare both with the source.',
    example: '+85523000000 beside "023 00 00 01"',
  },
  'shared-phone': {
    level: 'warning',
    title: 'One number at two organizations',
    why: 'It may have slipped into the wrong row.',
    fix: 'Compare both rows with the source; if they share it, leave it.',
    example: 'The same number at example-a and example-b.',
  },
  'number-in-text': {
    level: 'error',
    title: 'A telephone number in a text',
    why: 'A text is shown to everybody, without the age of the number and without a word on who may see it.',
    fix: 'Write the number into contacts.csv, with its visibility, and leave it out of the text.',
    example: 'A step of procedures.csv that says whom to ring under which number.',
  },
  'look-alike-organization': {
    level: 'warning',
    title: 'Two organizations with nearly the same name',
    why: 'One body under two ids splits its services over two pages.',
    fix: 'Join them and retire one id; or leave it if they are two bodies.',
    example: 'Example Clinic and Example Clinick.',
  },
  'sender-of-nobody': {
    level: 'error',
    title: 'A sender in a row that sends nobody out',
    why: 'Where people come in, the party is the one who sends them; the sender would be passed over in silence.',
    fix: 'Write who sends as party, and empty the column sender; or write out as direction, if the sender sends people to the party.',
    example: 'direction in, party police, sender example-clinic.',
  },
  'procedure-name-differs': {
    level: 'error',
    title: 'Two names for one procedure',
    why: 'A page shows one heading above the steps of a case.',
    fix: 'Write the same words on all its rows, in both languages.',
    example: 'Two rows of example-return, one with "From Exampleland", one with "Exampleland".',
  },
  'procedure-steps-broken': {
    level: 'error',
    title: 'Steps that do not follow each other',
    why: 'Whoever reads them cannot tell whether one is missing.',
    fix: 'Number the steps of a case 1, 2, 3 …, or leave all of them empty where the source gives no order.',
    example: 'Steps 1, 2 and 4; or one step without a number among others.',
  },
  'unused-organization': {
    level: 'warning',
    title: 'An organization that no edition names',
    why: 'Its page would be empty.',
    fix: 'Add what is known about it to an edition, or remove it.',
    example: 'A row of organizations.csv without services, contacts, referrals or statements.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The entry of the catalogue for a code. */
export function describeProblem(code: ProblemCode): ProblemKind {
  return PROBLEMS[code];
}
