/**
 * The narrow door to contacts that the public may not see. They go to whoever makes their markup and come back sealed;
 * only the endpoint that writes the sealed file may open this door (tests/architecture.test.ts).
 */
import { loadDirectory } from './dataset/load-directory.ts';
import { readAudience } from './publish/audience.ts';
import { sealingPassphrase } from './publish/passphrase.ts';
import { type Bytes, seal } from './publish/seal.ts';
import {
  type SealedContact,
  type SealedContent,
  type SealedMarkups,
  sealedContacts,
} from './publish/sealed-contacts.ts';

/**
 * The contacts of the current edition as one sealed file.
 * @param markup makes what the page shows of a contact, in each language
 * Throws where this build has no passphrase, and for a directory with errors, which the build refuses before.
 */
export async function sealContacts(
  markup: (contact: SealedContact) => Promise<SealedMarkups>,
): Promise<Bytes> {
  const audience = readAudience(process.env.DIRECTORY_AUDIENCE);
  const passphrase = sealingPassphrase(audience, process.env.DIRECTORY_PASSPHRASE);
  if (passphrase === undefined) throw new Error('There is no passphrase to seal the contacts with.');
  const { directory } = loadDirectory(process.env.DIRECTORY_DATA ?? 'data');
  if (directory === undefined) throw new Error('The directory has errors, so no contacts were sealed.');
  const { contacts, spots } = sealedContacts(directory);
  const markups = await Promise.all(
    contacts.map(async (one) => [one.contact.id, await markup(one)] as const),
  );
  const content = { contacts: Object.fromEntries(markups), spots } satisfies SealedContent;
  return seal(new TextEncoder().encode(JSON.stringify(content)), passphrase);
}
