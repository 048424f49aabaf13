/** The finder of this site, as its page calls it. */
import { find } from '../../../../src/directory/finder.ts';
import type { Contender } from './contender.ts';

export const ours: Contender = {
  name: 'this site',
  settings: '`find()` of `src/directory/finder.ts` with nothing but the line, in the order of what it found.',
  start: ({ index }, over) => {
    // It keeps what it prepares for a list; new lists make it start again.
    const fresh = { ...index, names: [...index.names], services: [...index.services] };
    return {
      find: (line) =>
        find(fresh, { who: [], where: [], need: [], q: line }).found.map(({ service }) =>
          over === 'organizations' ? service.organization : service.id,
        ),
    };
  },
};
