import { preview } from 'astro';
import { startLms } from '../../scorm/lms/server.ts';
import { BASE, LMS_PORT, SITE_PORT } from './addresses.ts';

/** Serves what `npm test` has built: the site under its sub-path, and the local LMS with the packages. */
export default async function servers(): Promise<() => Promise<void>> {
  process.env['BASE_PATH'] = BASE;
  const site = await preview({
    root: process.cwd(),
    logLevel: 'error',
    server: { port: SITE_PORT, host: '127.0.0.1' },
  });
  const lms = await startLms({ dist: 'dist', port: LMS_PORT });
  return async () => {
    await lms.close();
    await site.stop();
  };
}
