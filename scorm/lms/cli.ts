import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startLms } from './server.ts';

const USAGE = 'Usage: node scorm/lms/cli.ts [--dist dist] [--port 4400] [--host 127.0.0.1] [--data FOLDER]';

const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: 'dist' },
    port: { type: 'string', default: '4400' },
    host: { type: 'string', default: '127.0.0.1' },
    data: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const dist = resolve(values.dist);
if (values.help) console.log(USAGE);
else if (!existsSync(resolve(dist, 'packages/index.json'))) {
  console.error(`${dist} has no packages. Run "npm run build" first.\n${USAGE}`);
  process.exitCode = 1;
} else {
  const port = Number(values.port);
  const data = values.data === undefined ? {} : { data: resolve(values.data) };
  const lms = await startLms({ dist, port, host: values.host, ...data });
  console.log(
    `Local LMS: ${lms.url}\nRecords are kept ${values.data ? `in ${values.data}` : 'until it is stopped'}. Stop with Ctrl+C.`,
  );
}
