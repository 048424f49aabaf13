/** The coverage of one edition, for its page. Like site.ts a door: what it hands out is redacted. */

import { type CoverageQuestion, coverage, disputed } from '../directory/coverage.ts';
import {
  type CoverageColumn,
  coverageColumn,
  type Gap,
  listGaps,
  provincesIn,
  restingOnOne,
  type Sole,
} from '../directory/coverage-matrix.ts';
import { finderIndex } from '../directory/finder-index.ts';
import { localized } from '../i18n/localized.ts';
import { type MapModel, mapModel } from '../map/model.ts';
import { type ThumbnailShapes, thumbnailShapes } from '../map/thumbnail.ts';
import type { Group, Province, ServiceType, Statement } from '../schema/directory.ts';
import type { Language, Person } from '../schema/vocabulary.ts';
import { boundariesOf, edition as current, directory, groups, typesOf } from '../site.ts';

type PublishedEdition = typeof current;

export interface CoverageReport {
  edition: PublishedEdition;
  /** Path below the language. */
  path: string;
  /** True where the finder answers from the same edition, so that a number can lead to its services. */
  findable: boolean;
  /** In force, by name. */
  provinces: Province[];
  /** Groups and kinds of help in which the edition records something. */
  groups: Group[];
  typesOf: (group: Group) => ServiceType[];
  /** One column of the table; no person: anyone, no need: every kind of help. */
  column: (person: Person | undefined, need?: string) => CoverageColumn;
  /** Organizations whose yes for the person disagrees with the ages that their service prints. */
  disputed: (person: Person | undefined) => string[];
  gaps: Gap[];
  soles: Sole[];
  /** Provinces that no service names. */
  unnamed: Province[];
  /** Gaps and recommendations of the sources about a group and its kinds of help. */
  statementsOn: (group: Group) => { gaps: Statement[]; recommendations: Statement[] };
  shapes: ThumbnailShapes;
  map: (lang: Language, asked: CoverageQuestion) => { model: MapModel; nationwide: CoverageNationwide };
}

type CoverageNationwide = ReturnType<typeof coverage>['nationwideInAll'];

/** Where the coverage page of an edition stands, below the language. */
export function coveragePath({ about }: Pick<PublishedEdition, 'about'>): string {
  return about.id === current.about.id ? 'coverage/' : `editions/${about.id}/coverage/`;
}

/** Counts one edition. */
export function coverageReport(edition: PublishedEdition): CoverageReport {
  const { services } = finderIndex(directory, edition);
  const inForce = edition.about.provinces;
  const provinces = directory.provinces
    .filter(({ id }) => inForce.includes(id))
    .sort((a, b) => a.name_en.localeCompare(b.name_en, 'en'));
  const ids = provinces.map(({ id }) => id);
  const inUse = groups.filter(({ id }) => services.some(({ group }) => group === id));
  const groupIds = inUse.map(({ id }) => id);
  const column: CoverageReport['column'] = (person, need) =>
    coverageColumn(services, ids, {
      who: person === undefined ? [] : [person],
      need: need === undefined ? [] : [need],
    });
  const unnamed = provincesIn(column(undefined).provinces, 'none-recorded');
  return {
    edition,
    path: coveragePath(edition),
    findable: edition.about.id === current.about.id,
    provinces,
    groups: inUse,
    typesOf: (group) => typesOf(group.id).filter(({ id }) => services.some(({ type }) => type === id)),
    column,
    disputed: (person) => disputed(services, { who: person === undefined ? [] : [person] }),
    gaps: listGaps(services, ids, groupIds),
    soles: restingOnOne(services, ids, groupIds),
    unnamed: provinces.filter(({ id }) => unnamed.includes(id)),
    statementsOn: (group) => {
      const topics = [group.id, ...typesOf(group.id).map(({ id }) => id)];
      const of = (kind: Statement['kind']) =>
        edition.statements.filter((said) => said.kind === kind && topics.includes(said.topic));
      return { gaps: of('gap'), recommendations: of('recommendation') };
    },
    shapes: thumbnailShapes(boundariesOf(edition)),
    map: (lang, asked) => {
      const answer = coverage(services, inForce, asked);
      const model = mapModel({
        provinces: provinces.map((one) => ({
          id: one.id,
          label: localized(one, 'name', lang)?.text ?? one.name_en,
        })),
        groups: inUse.map((one) => ({ ...one, label: one[`short_${lang}`] })),
        coverage: answer,
      });
      return { model, nationwide: answer.nationwideInAll };
    },
  };
}
