// After everything else: no CPR number has slipped out anywhere. Looks through the program's log, its measures, every
// address that the browser asked for, everything in the folder of its database, and a backup.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { must } from '../support/report.mjs';

const TOWN = fileURLToPath(new URL('../../crates/town/src/people_of.rs', import.meta.url));

/** The numbers of everybody in the demonstration, with and without the hyphen. */
function numbers() {
  const found = [...readFileSync(TOWN, 'utf8').matchAll(/cpr: "(\d{6})-(\d{4})"/g)];
  must(found.length >= 5, 'the town has no numbers to look for');
  return found.flatMap(([, day, rest]) => [`${day}-${rest}`, `${day}${rest}`]);
}

function files(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

export async function secrets({ report, demo, binary, asked }) {
  const sought = numbers();
  const found = (bytes, where) => sought.filter((number) => bytes.includes(number)).map(() => `a CPR number stands in ${where}`);
  const look = (name, act) => report.run('secrets', name, act);

  await look('none in the log', () => {
    must(demo.output.split('\n').filter((line) => line.includes('"answered"')).length > 100, 'the log tells of no requests');
    return found(demo.output, 'the log');
  });
  await look('none in an address', () => {
    must(asked.size > 100, `the browser asked for ${asked.size} addresses only`);
    return [...asked].flatMap((address) => found(decodeURIComponent(address), 'an address'));
  });
  await look('none in the measures', async () => {
    const measures = await (await fetch(`${demo.metrics}/metrics`)).text();
    must(measures.includes('omtanke_requests_total'), 'there are no measures');
    return found(measures, 'the measures');
  });
  await look('none in the database, its log and the mails', () => {
    const all = files(demo.folder);
    must(all.some((path) => path.endsWith('omtanke.db')), 'there is no database');
    return all.flatMap((path) => found(readFileSync(path), path.slice(demo.folder.length + 1)));
  });
  await look('none in a backup', () => {
    const out = join(demo.folder, 'omtanke.backup');
    execFileSync(binary, ['backup', '--out', out, '--database', `sqlite:${join(demo.folder, 'omtanke.db')}`], { stdio: 'ignore' });
    must(statSync(out).size > 100_000, 'the backup is empty');
    return found(readFileSync(out), 'the backup');
  });
}
