/**
 * Layers from a survey of 2014, which are not part of this repository: tests compare with them where they lie beside it,
 * or where SURVEY_FOLDER says, and are left out elsewhere.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = process.env.SURVEY_FOLDER ?? fileURLToPath(new URL('../../../shared/geo', import.meta.url));

export const HAS_SURVEY = existsSync(FOLDER);

/** Where a file of the survey lies. */
export function surveyPath(file: string): string {
  return join(FOLDER, file);
}

/** The text of a file of the survey; empty where there is none, so that tests that are left out can be named. */
export function surveyText(file: string): string {
  return HAS_SURVEY ? readFileSync(surveyPath(file), 'utf8') : '';
}
