/** `npm start`: builds the practitioner edition into its own folder and serves it on this machine only. */
import { runBuild } from './build.ts';
import { serveOnFreePort } from './serve.ts';
import { giveUp } from './steps.ts';

/** Apart from dist/, so that names and numbers never lie in the folder that gets published. */
const FOLDER = 'dist-practitioner';

process.env.DIRECTORY_AUDIENCE ??= 'practitioner';
process.env.DIRECTORY_OUT ??= FOLDER;

if (!(await runBuild())) process.exit(1);

const { url } = await serveOnFreePort(process.env.DIRECTORY_OUT).catch(giveUp);
console.log(`
The directory is ready. Open it in a browser:

  ${url}/

  ${url}/en/find/   find a service
  ${url}/km/        the same in Khmer

This is the practitioner edition: it shows names and numbers, and only this machine can open it.
Ctrl+C ends it.`);
