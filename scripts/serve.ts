/**
 * `npm run serve [folder]`: serves a built folder on this machine only, the way a static host would:
 * compressed, with the headers of its `_headers` file, and with its own page for what is not found.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { basename, join, resolve } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { giveUp, isCommand } from './steps.ts';

/** A folder being served. */
export interface Served {
  /** Ends without a slash. */
  url: string;
  port: number;
  close: () => Promise<void>;
}

/** The headers that one block of a Netlify `_headers` file sets for the addresses it names. */
export interface HeaderBlock {
  /** An address; a star at its end stands for anything. */
  path: string;
  headers: [name: string, value: string][];
}

/** Both addresses of this machine, so that whatever "localhost" means to a browser, it finds this server. */
const HOSTS = ['127.0.0.1', '::1'];
const DEFAULT_PORT = 4321;

/** Reads the blocks of a Netlify `_headers` file: an address, then indented "Name: value" lines. */
export function parseHeaders(text: string): HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      blocks.push({ path: line.trim(), headers: [] });
      continue;
    }
    const colon = line.indexOf(':');
    if (colon > 0) blocks.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return blocks;
}

/** True where the address of a block covers a request. */
export function covers(path: string, pathname: string): boolean {
  return path.endsWith('*') ? pathname.startsWith(path.slice(0, -1)) : path === pathname;
}

/** Serves the folder on one port of this machine; port 0 takes any free one. Rejects with EADDRINUSE when it is busy. */
export async function serve(folder: string, port: number): Promise<Served> {
  const root = resolve(folder);
  const answer = answerFrom(root);
  const servers: Server[] = [];
  const close = async () => {
    await Promise.all(
      servers.map(
        (server) =>
          new Promise<void>((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      ),
    );
  };
  let taken = port;
  for (const host of HOSTS) {
    const server = createServer(answer);
    try {
      await listen(server, taken, host);
    } catch (error) {
      // A machine without IPv6 has one address less, which is no reason not to serve.
      if (servers.length > 0 && (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') continue;
      await close();
      if (port === 0 && servers.length > 0) return serve(folder, 0);
      throw error;
    }
    servers.push(server);
    const address = server.address();
    if (address !== null && typeof address === 'object') taken = address.port;
  }
  return { url: `http://localhost:${taken}`, port: taken, close };
}

/** Serves on the port of the environment or on 4321; where it is busy, on the next free one, and says so. */
export async function serveOnFreePort(folder: string, attempts = 20): Promise<Served> {
  const wanted = Number(process.env.PORT || DEFAULT_PORT);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
    throw new Error(`PORT must be a whole number from 0 to 65535; it is "${process.env.PORT}".`);
  }
  for (let port = wanted; port < wanted + attempts; port++) {
    try {
      const served = await serve(folder, port);
      if (port !== wanted) console.log(`Port ${wanted} is busy, so this is on port ${port}.`);
      return served;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(
    `The ports ${wanted} to ${wanted + attempts - 1} are all busy. Set PORT to a free one and try again.`,
  );
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      done();
    });
  });
}

function answerFrom(root: string): (request: IncomingMessage, response: ServerResponse) => void {
  const headersFile = join(root, '_headers');
  const blocks = existsSync(headersFile) ? parseHeaders(readFileSync(headersFile, 'utf8')) : [];
  // `dev` reads the folder at each request, so that a build into it shows at once.
  const files = sirv(root, { dev: true, etag: true });
  // `compression` is typed for Express and asks for nothing that Node's own objects lack.
  const compress = compression() as unknown as (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ) => void;

  return (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    for (const block of blocks) {
      if (!covers(block.path, pathname)) continue;
      for (const [name, value] of block.headers) response.setHeader(name, value);
    }
    if (!pathname.endsWith('/') && isFolder(root, pathname)) {
      response.writeHead(301, { Location: `${pathname}/${search}` }).end();
      return;
    }
    compress(request, response, () => files(request, response, () => answerNotFound(root, response)));
  };
}

function isFolder(root: string, pathname: string): boolean {
  try {
    const path = join(root, decodeURIComponent(pathname));
    return path.startsWith(root) && statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function answerNotFound(root: string, response: ServerResponse): void {
  const page = join(root, '404.html');
  response.statusCode = 404;
  response.setHeader('Content-Type', 'text/html;charset=utf-8');
  response.end(existsSync(page) ? readFileSync(page) : 'Not found.');
}

if (isCommand(import.meta)) {
  const folder = process.argv[2] ?? process.env.DIRECTORY_OUT ?? 'dist';
  if (!existsSync(join(folder, 'index.html'))) {
    console.error(`There is no built site in ${basename(folder)}/. Run "npm run build" first.`);
    process.exit(1);
  }
  const { url } = await serveOnFreePort(folder).catch(giveUp);
  console.log(`${folder} is served on ${url}/ (Ctrl+C ends it).`);
}
