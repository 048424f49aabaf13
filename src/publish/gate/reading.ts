/** What the readers of texts and files have in common. */

/** A file inside of a file, or a text that it holds besides its files. */
export type Inner = { name: string } & ({ bytes: Uint8Array } | { text: string });

/** Thrown where something cannot be read; the message ends a sentence that begins with the name of the file. */
export class Unreadable extends Error {}

/** Stands between texts that are not beside each other; nothing is found across it. */
export const CUT = '\n\u0000\n';
