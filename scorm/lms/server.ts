import { readFileSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSource } from '../stage/classic.ts';
import type { PackageShelf } from './packages.ts';
import { openShelf } from './packages.ts';
import type { RecordStore } from './records.ts';
import { folderRecords, memoryRecords } from './records.ts';

export interface LmsOptions {
  /** Folder of the built site; its `packages/` are served. */
  readonly dist: string;
  /** 0 or nothing: a free one. */
  readonly port?: number;
  readonly host?: string;
  /** Folder for learners' records; without it they live as long as the server. */
  readonly data?: string;
}

export interface RunningLms {
  /** Address of the page, with a final slash. */
  readonly url: string;
  close(): Promise<void>;
}

const APP = fileURLToPath(new URL('./app/', import.meta.url));
const MOST_BODY = 4_000_000;

interface Lms {
  readonly shelf: PackageShelf;
  readonly records: RecordStore;
  readonly script: string;
}

/** Starts the local LMS: a page that launches the packages of a built site and keeps what they report. */
export async function startLms({
  dist,
  port = 0,
  host = '127.0.0.1',
  data,
}: LmsOptions): Promise<RunningLms> {
  const records = data === undefined ? memoryRecords() : folderRecords(data);
  const lms: Lms = { shelf: openShelf(dist), records, script: await bundleSource(join(APP, 'main.ts')) };
  const server = createServer((request, response) => {
    answer(lms, request, response).catch((error: unknown) =>
      send(response, 500, 'text/plain', String(error)),
    );
  });
  await listen(server, port, host);
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return { url: `http://${host}:${actual}/`, close: () => stop(server) };
}

async function answer(lms: Lms, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = decodePath(new URL(request.url ?? '/', 'http://lms.invalid').pathname);
  if (path === undefined) return send(response, 400, 'text/plain', 'bad address');
  if (path.startsWith('/api/record/')) return answerRecord(lms, request, response, path);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return send(response, 405, 'text/plain', 'GET only');
  if (path === '/')
    return send(response, 200, 'text/html; charset=utf-8', readFileSync(join(APP, 'index.html')));
  if (path === '/lms.css') return send(response, 200, 'text/css', readFileSync(join(APP, 'lms.css')));
  if (path === '/lms.js') return send(response, 200, 'text/javascript', lms.script);
  if (path === '/favicon.ico') return send(response, 204, 'text/plain', '');
  if (path === '/api/packages')
    return send(response, 200, 'application/json', JSON.stringify(lms.shelf.list()));
  const file = lms.shelf.find(path);
  if (!file) return send(response, 404, 'text/plain', 'not found');
  send(response, 200, file.type, file.bytes);
}

async function answerRecord(lms: Lms, request: IncomingMessage, response: ServerResponse, path: string) {
  const [file = '', learner = ''] = path.slice('/api/record/'.length).split('/');
  if (file === '' || learner === '')
    return send(response, 400, 'text/plain', 'package and learner are needed');
  if (request.method === 'POST') {
    const body = await readBody(request);
    JSON.parse(body);
    lms.records.write(file, learner, body);
  } else if (request.method === 'DELETE') lms.records.erase(file, learner);
  send(response, 200, 'application/json', lms.records.read(file, learner) ?? 'null');
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MOST_BODY) throw new Error('the record is too large');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-cache' });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
