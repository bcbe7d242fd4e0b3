// A real mail server for the tests, which tells on its standard output what it hears: one JSON object a line.
//
//     node smtp-server.mjs '{"key": PEM, "certificate": PEM, "security": "starttls" | "tls" | "none", "port": NUMBER}'
//
// Without a port it takes a free one and tells which.
// It lets in the user `omtanke` with the password `hemmelig` and nobody else, takes mail for everybody but those in
// ANSWERS, and ends when its standard input does, so that it never outlives its test.

import { createRequire } from 'node:module';

// Its package is installed for the checks in the browser.
const require = createRequire(new URL('../../../browser/package.json', import.meta.url));
const { SMTPServer } = require('smtp-server');

const settings = JSON.parse(process.argv[2]);
const tell = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);

/** What is answered to some recipients, by what stands before the @. Real servers repeat the address. */
const ANSWERS = {
  ukendt: [550, '5.1.1', 'no such user'],
  'fuld-postkasse': [552, '5.2.2', 'mailbox full'],
  fremmed: [554, '5.7.1', 'relay access denied'],
  senere: [451, '4.3.0', 'try again later'],
  farvel: [421, '4.3.2', 'shutting down'],
};

const refusal = ([code, status, words], address) =>
  Object.assign(new Error(`${status} <${address}>: ${words}`), { responseCode: code });

const server = new SMTPServer({
  key: settings.key,
  cert: settings.certificate,
  secure: settings.security === 'tls',
  disabledCommands: settings.security === 'none' ? ['STARTTLS'] : [],
  authOptional: settings.security === 'none',
  authMethods: ['PLAIN', 'LOGIN'],

  onConnect(session, done) {
    tell({ event: 'connected', connection: session.id });
    done();
  },

  onAuth(auth, session, done) {
    tell({ event: 'login', encrypted: session.secure, method: auth.method });
    const isKnown = auth.username === 'omtanke' && auth.password === 'hemmelig';
    done(isKnown ? null : refusal([535, '5.7.8', 'wrong user or password'], auth.username), { user: auth.username });
  },

  onMailFrom(address, session, done) {
    done(address.address.startsWith('fremmed') ? refusal([550, '5.7.1', 'not your address'], address.address) : null);
  },

  onRcptTo(address, session, done) {
    const answer = ANSWERS[address.address.split('@')[0]];
    done(answer ? refusal(answer, address.address) : null);
  },

  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      const raw = Buffer.concat(chunks);
      const { mailFrom, rcptTo } = session.envelope;
      tell({
        event: 'mail',
        connection: session.id,
        encrypted: session.secure,
        from: mailFrom.address,
        to: rcptTo.map((recipient) => recipient.address),
        raw: raw.toString('base64'),
      });
      const isSpam = raw.includes('Subject: Vind en million');
      done(isSpam ? refusal([554, '5.7.1', 'looks like spam'], mailFrom.address) : null);
    });
  },
});

server.on('error', (error) => tell({ event: 'error', code: error.code ?? error.message }));
server.listen(settings.port ?? 0, '127.0.0.1', () => tell({ event: 'listening', port: server.server.address().port }));
process.stdin.resume().on('end', () => process.exit(0));
