/**
 * The key that a reader asked to keep on this device: never the passphrase, and in a form that scripts can use but not
 * read. This is the only thing that the site ever stores for the sealed contacts.
 */
import type { Bytes } from '../publish/seal.ts';

export interface KeptKey {
  key: CryptoKey;
  /** Of the file that the key opens; every build has another. */
  salt: Bytes;
}

const DATABASE = 'spean-contacts';
const STORE = 'keys';

/** Keeps a key in the place of any other. False where the browser does not let it be kept, as in a private window. */
export async function keepKey(kept: KeptKey): Promise<boolean> {
  const database = await openDatabase('create').catch(() => undefined);
  if (database === undefined) return false;
  try {
    const work = database.transaction(STORE, 'readwrite');
    work.objectStore(STORE).put(kept, DATABASE);
    await new Promise((done, fail) => {
      work.addEventListener('complete', done);
      work.addEventListener('abort', fail);
    });
    return true;
  } catch {
    return false;
  } finally {
    database.close();
  }
}

/** The key that is kept, if one is. Looking leaves nothing behind. */
export async function readKey(): Promise<KeptKey | undefined> {
  const database = await openDatabase('look').catch(() => undefined);
  if (database === undefined) return undefined;
  try {
    return await answerOf<KeptKey | undefined>(database.transaction(STORE).objectStore(STORE).get(DATABASE));
  } catch {
    return undefined;
  } finally {
    database.close();
  }
}

/** Removes the key and the database that it stood in. */
export async function dropKey(): Promise<void> {
  await answerOf(indexedDB.deleteDatabase(DATABASE)).catch(() => undefined);
}

/** Rejects where there is no database: to look must not make one, so its making is called off. */
async function openDatabase(aim: 'create' | 'look'): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE);
  request.addEventListener('upgradeneeded', () => {
    if (aim === 'create') request.result.createObjectStore(STORE);
    else request.transaction?.abort();
  });
  return answerOf(request);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.addEventListener('success', () => done(request.result));
    request.addEventListener('error', () => fail(request.error));
  });
}
