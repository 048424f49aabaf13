/** A server that passes everything on to a served site and writes down what it was asked: all that a host can learn. */
import { createServer, type IncomingHttpHeaders, request } from 'node:http';

/** One request as it reached the server. */
export interface Asked {
  /** Path and query. */
  url: string;
  headers: IncomingHttpHeaders;
}

export interface RecordingServer {
  /** Ends without a slash. */
  url: string;
  asked: Asked[];
  close: () => Promise<void>;
}

/** Records in front of the site at an address of this machine. */
export async function recordInFrontOf(site: string): Promise<RecordingServer> {
  const asked: Asked[] = [];
  const server = createServer((incoming, outgoing) => {
    asked.push({ url: incoming.url ?? '', headers: incoming.headers });
    // Between two servers of one machine, packing would only cost time.
    const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
    request(`${site}${incoming.url}`, { method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    })
      .on('error', (error) => outgoing.destroy(error))
      .end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The recording server has no port.');
  return {
    url: `http://localhost:${address.port}`,
    asked,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
