/** The report: an introduction, a chapter for each set, in it a section for each place. A run replaces what it measured. */

export const PLACES = ['Its page', 'Node', 'Chromium'] as const;
export type Place = (typeof PLACES)[number];

/** What was measured of one set in one place. */
export interface Section {
  /** Title of the chapter: "2,000 services". */
  chapter: string;
  place: Place;
  text: string;
}

/** The sections of a report as write() made it; nothing for an empty text. */
export function readReport(report: string): Section[] {
  return report
    .split(/^## /m)
    .slice(1)
    .flatMap((chapter) => {
      const [title = '', ...sections] = chapter.split(/^### /m);
      return sections.flatMap((section): Section[] => {
        const end = section.indexOf('\n');
        const place = PLACES.find((one) => one === section.slice(0, end).trim());
        return place === undefined ? [] : [{ chapter: title.trim(), place, text: section.slice(end).trim() }];
      });
    });
}

/** The sections of an earlier report with those of a later one in their places. */
export function mergeSections(earlier: readonly Section[], later: readonly Section[]): Section[] {
  const key = ({ chapter, place }: Section) => `${chapter}, ${place}`;
  const measured = new Set(later.map(key));
  return [...earlier.filter((section) => !measured.has(key(section))), ...later];
}

/** The report as text, chapters without a number first, then from the smallest to the largest. */
export function writeReport(introduction: string, sections: readonly Section[]): string {
  const size = (chapter: string) => Number(/[\d,]+/.exec(chapter)?.[0].replaceAll(',', '') ?? 0);
  const chapters = [...new Set(sections.map(({ chapter }) => chapter))].sort((a, b) => size(a) - size(b));
  const texts = chapters.map((chapter) =>
    [
      `## ${chapter}`,
      ...PLACES.flatMap((place) =>
        sections
          .filter((section) => section.chapter === chapter && section.place === place)
          .map(({ text }) => `### ${place}\n\n${text}`),
      ),
    ].join('\n\n'),
  );
  return `${[introduction, ...texts].join('\n\n')}\n`;
}
