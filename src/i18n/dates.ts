/** Dates as people say them. Chromium has no Khmer month names, so they are made here, at build time. */
import type { Language } from '../schema/vocabulary.ts';

const MONTHS: Record<Language, readonly string[]> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  km: ['មករា', 'កុម្ភៈ', 'មីនា', 'មេសា', 'ឧសភា', 'មិថុនា', 'កក្កដា', 'សីហា', 'កញ្ញា', 'តុលា', 'វិច្ឆិកា', 'ធ្នូ'],
};

/** A date written 2010, 2010-12 or 2010-12-08 in words: "December 2010", "ខែធ្នូ ឆ្នាំ 2010". */
export function dateInWords(date: string, language: Language): string {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[language][Number(month) - 1];
  if (name === undefined) return language === 'km' ? `ឆ្នាំ ${year}` : year;
  if (language === 'km')
    return [day && `ថ្ងៃទី ${Number(day)}`, `ខែ${name}`, `ឆ្នាំ ${year}`].filter(Boolean).join(' ');
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ');
}

/** A duration such as P2Y or P12M as a number and a unit, or undefined where it is not one. */
export function readDuration(
  value: string,
): { count: number; unit: 'years' | 'months' | 'days' } | undefined {
  const found = /^P(\d+)([YMD])$/.exec(value);
  if (found === null) return undefined;
  const unit = ({ Y: 'years', M: 'months', D: 'days' } as const)[found[2] as 'Y' | 'M' | 'D'];
  return { count: Number(found[1]), unit };
}
