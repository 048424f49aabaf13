/** `npm run passphrase`: proposes a passphrase for the sealed contacts. It is printed once and kept nowhere. */
import { proposePassphrase } from '../src/publish/passphrase.ts';

const { passphrase, bits } = proposePassphrase();
console.log(`
  ${passphrase}

${Math.floor(bits)} bits, drawn by chance on this machine and kept nowhere.
Give it to the build as DIRECTORY_PASSPHRASE, and to practitioners on paper or by word of mouth.
Draw a new one when somebody leaves; docs/sealed-contacts.md says what it protects and what not.`);
