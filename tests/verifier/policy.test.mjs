// Keys, notes and policies: what C2SP signed-note, tlog-checkpoint, tlog-cosignature and tlog-policy allow, and what they do not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytes, key, logKey, otherKey, policyOf, sha256, witnesses } from './build.mjs';
import { parseCheckpoint, parseNote, parsePolicy, parseProof, parseVkey } from '../../src/Overflight.Record/Packaging/Verifier/verify.mjs';

const [w1] = witnesses;
const lines = witnesses.map((w, i) => `witness w${i + 1} ${w.vkey}\n`).join('');
const policy = text => parsePolicy(bytes(text));
const isRefused = (work, why) => assert.throws(work, e => e.constructor.name === 'Refused' && why.test(e.message));
// The sets of witnesses, as texts of their numbers, that meet the rest of a policy.
const meeting = rest => {
  const { isMet } = policy(lines + rest);
  return ['', '1', '2', '3', '12', '13', '23', '123'].filter(set => isMet(k => set.includes(String(witnesses.findIndex(w => w.vkey === k.vkey) + 1))));
};

test('Quorums: nobody, one, any, all, k of n, and groups of groups', () => {
  assert.deepEqual(meeting('quorum none\n'), ['', '1', '2', '3', '12', '13', '23', '123']);
  assert.deepEqual(meeting('quorum w2\n'), ['2', '12', '23', '123']);
  assert.deepEqual(meeting('group g any w1 w3\nquorum g\n'), ['1', '3', '12', '13', '23', '123']);
  assert.deepEqual(meeting('group g all w1 w3\nquorum g\n'), ['13', '123']);
  assert.deepEqual(meeting('group g 1 w1 w2 w3\nquorum g\n'), ['1', '2', '3', '12', '13', '23', '123']);
  assert.deepEqual(meeting('group g 2 w1 w2 w3\nquorum g\n'), ['12', '13', '23', '123']);
  assert.deepEqual(meeting('group g 3 w1 w2 w3\nquorum g\n'), ['123']);
  assert.deepEqual(meeting('group a any w1 w2\ngroup b all a w3\nquorum b\n'), ['13', '23', '123']);
  assert.deepEqual(meeting('group a all w1 w2\ngroup b any a w3\nquorum b\n'), ['3', '12', '13', '23', '123']);
  assert.deepEqual(meeting('group unused any w1\nquorum w3\n'), ['3', '13', '23', '123']);
});

test('Blanks, tabs, comments, URLs and octets outside of ASCII are as the specification says', () => {
  const { logs, witnesses: found, isMet } = policy(`\n  # comment \u00e9\n\tlog\t${logKey.vkey}  https://example.org/ \nwitness wé ${w1.vkey} https://w.example/\n \t\nquorum wé`);
  assert.deepEqual(logs.map(k => k.name), [logKey.name]);
  assert.ok(isMet(k => k === found[0]) && !isMet(() => false));
  const kelvin = key('witness.example/ñ', 4);
  assert.equal(policy(`witness k ${kelvin.vkey}\nquorum k\n`).witnesses[0].name, kelvin.name);
  isRefused(() => policy(`witness K ${w1.vkey}\nquorum \u212a\n`), /not defined/); // a Kelvin sign is no K
});

test('Policies that do not say one thing are refused', () => {
  const g = 'group g 2 w1 w2 w3\n';
  for (const [text, why] of [
    ['', /no quorum/], [lines, /no quorum/], [`${lines}quorum w1\nquorum w1\n`, /not understood/], [`${lines}quorum w4\n`, /not defined/], [`quorum w1\n${lines}`, /not defined/],
    [`${lines}group g 0 w1\nquorum g\n`, /more of the group/], [`${lines}group g 2 w1\nquorum g\n`, /more of the group/], [`${lines}group g 01 w1\nquorum g\n`, /more of the group/], [`${lines}group g -1 w1\nquorum g\n`, /more of the group/],
    [`${lines}group g any\nquorum g\n`, /not understood/], [`${lines}group g any w4\nquorum g\n`, /before it is defined/], [`${lines}group g any none\nquorum g\n`, /before it is defined/], [`${lines}group g any g\nquorum g\n`, /before it is defined/],
    [`${lines}group g any w1 w1\nquorum g\n`, /second time/], [`${lines}group g any w1\ngroup h any w1 w2\nquorum h\n`, /second time/],
    [`${lines}${g}${g}quorum g\n`, /second time|twice/], [`${lines}group w1 any w2\nquorum w1\n`, /twice/], [`${lines}group none any w2\nquorum w1\n`, /twice/], [`${lines}witness w1 ${key('w4', 4).vkey}\nquorum w1\n`, /twice/],
    [`${lines}witness w4 ${w1.vkey}\nquorum w1\n`, /twice/], [`log ${logKey.vkey}\nlog ${logKey.vkey}\nquorum none\n`, /twice/],
    [`${lines}witness w4 ${key('another.name', 4, w1.name).vkey}\nquorum w1\n`, /twice/], [`log ${logKey.vkey}\nlog ${key('another.name', 1, logKey.name).vkey}\nquorum none\n`, /twice/],
    [`log ${w1.vkey}\nquorum none\n`, /does not fit/], [`witness w ${logKey.vkey}\nquorum w\n`, /does not fit/], [`log ${logKey.vkey} a b\nquorum none\n`, /not understood/], ['Quorum none\n', /not understood/], ['quorum none w1\n', /not understood/],
    [`#${'x'.repeat(1 << 20)}\nquorum none\n`, /1 MiB/], ['quorum none\r\n', /control/], ['quorum none\0', /control/], ['quorum\u00a0none\n', /not understood/], ['log x\nquorum none\n', /not a key/],
  ]) isRefused(() => policy(text), why);
});

test('A policy of many nested groups is read without trouble', () => {
  let text = `witness g0 ${w1.vkey}\n`;
  for (let i = 1; i <= 20000; i++) text += `group g${i} all g${i - 1}\n`;
  assert.ok(policy(`${text}quorum g20000\n`).isMet(() => true));
});

test('Verifier keys: name, ID and type must agree', () => {
  assert.equal(parseVkey(logKey.vkey).name, logKey.name);
  assert.equal(parseVkey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW').id, 'c74f20a3'); // the example of Go's note package
  // Everything right but one thing: keys are made with the ID that fits them, but where that is the one thing.
  const raw = Buffer.concat([Buffer.of(1), logKey.raw]), made = (name, data, id = sha256(name, '\n', data).subarray(0, 4).toString('hex')) => `${name}+${id}+${data.toString('base64')}`;
  assert.equal(made(logKey.name, raw), logKey.vkey);
  assert.equal(parseVkey(made('pq', Buffer.concat([Buffer.of(6), Buffer.alloc(1312)]))).type, 6);
  const id = logKey.id.toString('hex'), base64 = raw.toString('base64');
  for (const [bad, why] of [['', /form/], ['n', /form/], [`n+${id}`, /form/], [`n+${id}+`, /form/], [made('', raw), /form/], [made('a b', raw), /form/], [made('a\u00a0b', raw), /form/], [made('a+b', raw), /form/], [made('a\u0001', raw), /form/], [`${logKey.vkey}\n`, /form/], [`${logKey.vkey} `, /form/],
    [logKey.vkey.replace(id, id.toUpperCase()), /form/], [`${logKey.vkey}=`, /base64/], [`n+${id}+${base64}`, /ID/], [made(logKey.name, raw, '00000000'), /ID/], [made(otherKey.name, raw, id), /ID/],
    [made('n', raw.subarray(0, 32)), /type or length/], [made('n', Buffer.concat([raw, Buffer.of(0)])), /type or length/], [made('n', Buffer.concat([Buffer.of(2), logKey.raw])), /type or length/], [made('n', Buffer.concat([Buffer.of(6), logKey.raw])), /type or length/]]) isRefused(() => parseVkey(bad), why);
});

test('Notes: signature lines, the last empty line, control characters', () => {
  const body = 'one\n\ntwo\n', line = logKey.sign(body);
  assert.equal(parseNote(bytes(`${body}\n${line}`)).text, body);
  assert.equal(parseNote(bytes(`${body}\n${line}${otherKey.sign(body)}${line}`)).signatures.length, 3);
  assert.equal(parseNote(bytes(`${body}\n${line.repeat(100)}`)).signatures.length, 100);
  for (const bad of ['', '\n', '\n\n', body, `${body}${line}`, `${body}\n`, `${body}\n${line}\n`, `${body}\n${line.trimEnd()}`, `${body}\n${line.trimEnd()}X`, `x${line}`, `${body}\n${line.replace('—', '-')}`, `${body}\n${line.replace(' ', '  ')}`, `${body}\n${line.replace('\n', ' \n')}`,
    `${body}\n${line.replace('=\n', '\n')}`, `${body}\n— a+b ${line.split(' ')[2]}`, `${body}\n— a\u00a0b ${line.split(' ')[2]}`, `${body}\n— ab AAAA\n`, `${body}\r\n${line}`, `o\tne\n\n${line}`, `o\0ne\n\n${line}`, `${body}\n${line.repeat(101)}`, `${'x'.repeat(1 << 20)}\n\n${line}`])
    isRefused(() => parseNote(bytes(bad)), /./);
  isRefused(() => parseNote(Uint8Array.of(0xff, 10, 10)), /UTF-8/);
  assert.equal(parseNote(bytes(`\ufeff${body}\n${line}`)).text, `\ufeff${body}`); // kept: it belongs to what is signed
});

test('Checkpoints: three lines that are not empty, and perhaps more', () => {
  const root = Buffer.alloc(32, 7).toString('base64'), note = body => bytes(`${body}\n${logKey.sign(body)}`);
  assert.equal(parseCheckpoint(note(`o\n0\n${root}\n`)).size, 0);
  assert.equal(parseCheckpoint(note(`o\n9007199254740991\n${root}\nmore\n`)).size, 9007199254740991);
  for (const bad of ['o\n', 'o\n1\n', `\n1\n${root}\n`, `o\n01\n${root}\n`, `o\n+1\n${root}\n`, `o\n-1\n${root}\n`, `o\n1.0\n${root}\n`, `o\n1 \n${root}\n`, `o\n9007199254740992\n${root}\n`, `o\n1\n${root}=\n`, `o\n1\n${root.slice(0, 40)}\n`, `o\n1\n${root}\n\nmore\n`, `o\n1\n\n${root}\n`])
    isRefused(() => parseCheckpoint(note(bad)), /./);
});

test('Proofs: no extra line, numbers and hashes as they are written', () => {
  const hash = Buffer.alloc(32, 9).toString('base64'), head = 'c2sp.org/tlog-proof@v1\n';
  assert.deepEqual(parseProof(bytes(`${head}index 0\n\nrest\n\nof it\n`)), { index: 0, path: [], checkpoint: 'rest\n\nof it\n' });
  assert.equal(parseProof(bytes(`${head}index 12\n${hash}\n${hash}\n\nrest\n`)).path.length, 2);
  for (const bad of ['', head, `${head}index 0\n`, `${head}extra AA==\nindex 0\n\nrest\n`, `${head}index 00\n\nrest\n`, `${head}index -1\n\nrest\n`, `${head}index 1 \n\nrest\n`, `${head}Index 1\n\nrest\n`, `${head}index 0\n${hash.slice(4)}\n\nrest\n`, `${head}index 0\n${hash} \n\nrest\n`, `x${head}index 0\n\nrest\n`, `${head}index 99999999999999999\n\nrest\n`, `${head}index 0\n${`${hash}\n`.repeat(65)}\nrest\n`])
    isRefused(() => parseProof(bytes(bad)), /./);
});
