/** A small web server on loopback, for the sample article and for tests. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve, sep } from 'node:path';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Server {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  origin: string;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
};

/** Takes a folder, gives a handler for the files in it; anything outside it is not found. */
function filesOf(folder: string): Handler {
  const root = resolve(folder);
  return async (request, response) => {
    try {
      const path = resolve(root, `.${decodeURIComponent(new URL(request.url ?? '/', 'http://loopback').pathname)}`);
      if (!path.startsWith(root + sep)) throw new Error('outside the folder');
      const body = await readFile(path);
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    }
  };
}

/** Takes pages by path, gives a handler: a string is sent as HTML, a function answers itself. */
function pagesOf(pages: Record<string, string | Handler>): Handler {
  return (request, response) => {
    const page = pages[new URL(request.url ?? '/', 'http://loopback').pathname];
    if (typeof page === 'function') page(request, response);
    else if (page === undefined) response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  };
}

/** Takes a folder, or pages by path, and serves it on a free port of 127.0.0.1 until closed. */
export async function serve(content: string | Record<string, string | Handler>): Promise<Server> {
  const server = createServer(typeof content === 'string' ? filesOf(content) : pagesOf(content));
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
