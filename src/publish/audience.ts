/** For whom a build is made. */
import type { Audience } from '../schema/vocabulary.ts';

/** The audience named by an environment variable; nothing set means the public. Any other word is an error. */
export function readAudience(word: string | undefined): Audience {
  if (word === undefined || word === '' || word === 'public') return 'public';
  if (word === 'practitioner') return 'practitioner';
  throw new Error(`DIRECTORY_AUDIENCE is "${word}". Use "public" or "practitioner".`);
}
