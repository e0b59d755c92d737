/** Serves the most recently built site; `npm start` builds it first. `--port 8080 --host 0.0.0.0` sets the address. */
import { settings } from '../src/settings.ts';
import { optionsOf, runCommand } from './lib/command.ts';
import { siteServer } from './lib/site-server.ts';

runCommand(() => {
  const values = optionsOf(
    { port: { type: 'string', default: '4321' }, host: { type: 'string', default: 'localhost' } },
    'port',
  );
  const server = siteServer(settings.outDir, settings.base);
  server.on('error', ({ message }) => {
    console.error(`${message}\nAnother port: npm start -- --port 8080`);
    process.exitCode = 1;
  });
  server.listen(Number(values.port), values.host, () => {
    console.log(`\nThe site is at http://${values.host}:${values.port}${settings.base}\nCtrl+C stops it.`);
  });
});
