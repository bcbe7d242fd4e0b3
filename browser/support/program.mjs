// Starts the program, waits until it listens, and leaves neither process nor files behind.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PATIENCE = 60_000;
const running = new Set();

/** A folder of its own, removed when the run ends. */
export function temporaryFolder() {
  return mkdtempSync(join(tmpdir(), 'omtanke-browser-'));
}

/** A port that was free a moment ago, for those who must know theirs before they start. */
export function freePort() {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

/** Runs `binary` with `arguments_` and gives `{ origin, output, stop }` once it listens. */
export function start(binary, arguments_, folder, environment = {}) {
  const child = spawn(binary, arguments_, { stdio: ['ignore', 'pipe', 'pipe'], cwd: folder, env: { ...process.env, ...environment } });
  const program = { child, folder, output: '' };
  running.add(program);
  return new Promise((started, failed) => {
    const give_up = (why) => {
      clearTimeout(timer);
      stop(program).then(() => failed(new Error(`${binary} ${arguments_.join(' ')}: ${why}\n${program.output}`)));
    };
    const timer = setTimeout(() => give_up(`did not listen within ${PATIENCE / 1000} s`), PATIENCE);
    const hear = (chunk) => {
      program.output += chunk;
      const [, origin] = program.output.match(/listening on (http:\/\/[^\s/]+)/) ?? [];
      if (!origin || program.origin) return;
      clearTimeout(timer);
      program.origin = origin;
      program.stop = () => stop(program);
      started(program);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', (error) => give_up(error.message));
    child.once('exit', (code) => { if (!program.origin) give_up(`ended with ${code}`); });
  });
}

/** The demonstration with its made-up people, in a folder of its own. */
export async function startDemo(binary) {
  const folder = temporaryFolder();
  const metrics = `127.0.0.1:${await freePort()}`;
  const arguments_ = ['demo', '--listen', '127.0.0.1:0', '--data', folder, '--metrics', metrics];
  const demo = await start(binary, arguments_, folder, { RUST_LOG: 'info' });
  return Object.assign(demo, { metrics: `http://${metrics}` });
}

async function stop(program) {
  const { child, folder } = program;
  if (child.exitCode === null && child.signalCode === null && child.pid) {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    const harder = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(harder);
  }
  running.delete(program);
  rmSync(folder, { recursive: true, force: true });
}

// Whatever ends the run ends what it started.
process.once('exit', () => {
  for (const { child, folder } of running) {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
