/** The parts of the copy for devices, which no other program packs so: a ZIP of files compressed with one dictionary. */
import { expand, PARTS } from '../../offline/copy-format.ts';
import { openZip } from './archives.ts';
import type { Format } from './gate.ts';
import { Unreadable } from './reading.ts';

/** Opens the parts of a copy; the dictionary is that of its worker. */
export function copyParts(dictionary: string): Format {
  const words = new TextEncoder().encode(dictionary);
  const open = (bytes: Uint8Array) => {
    try {
      return expand(bytes, words);
    } catch {
      throw new Unreadable('holds a file that does not open with the dictionary of the copy. Build again.');
    }
  };
  return {
    is: (path) => `/${path}`.startsWith(PARTS) && path.endsWith('.zip'),
    open: (bytes) =>
      openZip(bytes).map((inner) =>
        'bytes' in inner ? { name: inner.name, bytes: open(inner.bytes) } : inner,
      ),
  };
}
