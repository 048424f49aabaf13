/** What the layout must leave room for, in both languages. */
import type { LayoutWords } from '../../src/map/layout.ts';
import type { Language } from '../../src/schema/vocabulary.ts';

export const WORDS: Record<Language, LayoutWords> = {
  en: {
    noneRecorded: 'none recorded',
    surroundings: { thailand: 'Thailand', laos: 'Lao PDR', vietnam: 'Viet Nam', gulf: 'Gulf of Thailand' },
  },
  km: {
    noneRecorded: 'គ្មានកំណត់ត្រា',
    surroundings: { thailand: 'ថៃ', laos: 'ឡាវ', vietnam: 'វៀតណាម', gulf: 'ឈូងសមុទ្រថៃ' },
  },
};
