// Good packages are verified, and what the result tells of them is right.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64url, bytes, corridor, digest, disclosure, json, key, lanternLog, logKey, makePackage, makeZip, newLog, policyOf, root, sha256, usualPolicy, witnesses } from './build.mjs';
import { shown, verdict, verify, verifyZip } from '../../src/Overflight.Record/Packaging/Verifier/verify.mjs';

const log = lanternLog(9);
const failed = result => result.checks.filter(c => !c.ok).map(c => c.what);

test('Packages of logs of many sizes are verified, stored and deflated', () => {
  for (const size of [1, 2, 3, 7, 8, 255, 256, 257, 1000]) {
    const own = lanternLog(size), indexes = [...new Set([0, 1, 2, size >> 1, size - 2, size - 1])].filter(i => i >= 0 && i < size).sort((a, b) => a - b);
    const files = makePackage(own, indexes), result = verify(files, { vkeys: [logKey.vkey], policy: usualPolicy });
    assert.ok(result.ok, `${size}: ${verdict(result)}`);
    assert.equal(result.size, size);
    assert.equal(result.root, root(own.entries.map(e => e.hash)).toString('base64'));
    assert.deepEqual(result.entries.map(e => e.index), indexes);
    assert.deepEqual(result.warnings, []);
    for (const deflate of [true, false]) assert.deepEqual(verifyZip(makeZip(files, { deflate }), { vkeys: [logKey.vkey], policy: usualPolicy }), result);
  }
});

test('The result tells leaves, disclosed fields, keys, times and checks', () => {
  const result = verify(makePackage(log, [0, 1, 2, 7], { disclose: (index, name) => name !== 'crew' }));
  assert.ok(result.ok);
  assert.equal(verdict(result), 'Verified: 4 entries are in the log example.org/lantern as of 2025-02-04 23:09:53 UTC.');
  assert.deepEqual(result.checks.map(c => c.what), ['Contents', 'Files', 'Policy', 'Checkpoint', 'Log signature', 'Witnesses', 'Leaves', 'Proofs', 'Disclosures', 'Order', 'Attachments']);
  assert.deepEqual({ ...result.entries[0].disclosed }, { maxAltitudeFeet: 25000, payload: { camera: 'EO/IR', serial: 'MTS-0042' } });
  assert.equal(result.entries[2].disclosed.leaf.subject, 'LANTERN 3');
  assert.deepEqual(result.entries[1].attachments, [{ file: 'attachments/corridor.geojson', ok: true }]);
  assert.deepEqual(result.entries[3].leaf, JSON.parse(Buffer.from(log.entries[7].data)));
  assert.equal(result.entries[3].hash, base64url(log.entries[7].hash));
  assert.deepEqual(result.keys.map(k => [k.role, k.name, k.from, k.state, k.seconds]), [['log', 'example.org/lantern', 'package', 'signed', undefined],
    ['witness', 'witness1.example', 'package', 'signed', 1738710592], ['witness', 'witness2.example', 'package', 'signed', 1738710593], ['witness', 'witness3.example', 'package', 'did not sign', undefined]]);
  assert.deepEqual(result.keys.map(k => k.vkey), [logKey, ...witnesses].map(k => k.vkey));
});

test('Warnings say which keys came with the package', () => {
  const files = makePackage(log, [0]), warnings = options => verify(files, options).warnings.map(w => /log’s key came/.test(w) ? 'key' : /witnesses, and/.test(w) ? 'witnesses' : /no witness/.test(w) ? 'none' : w);
  assert.deepEqual(warnings({}), ['key', 'witnesses']);
  assert.deepEqual(warnings({ vkeys: [logKey.vkey] }), ['witnesses']);
  assert.deepEqual(warnings({ policy: usualPolicy }), []);
  assert.deepEqual(warnings({ policy: policyOf([logKey], 'quorum none\n') }), ['none']);
  assert.deepEqual(verify(makePackage(log, [0], { policy: policyOf([logKey], 'quorum none\n') })).warnings.length, 2);
  assert.deepEqual(verify(files, { vkeys: [logKey.vkey] }).keys.map(k => k.from), ['given', 'package', 'package', 'package']);
  assert.deepEqual(verify(files, { policy: usualPolicy }).keys.map(k => k.from), ['given', 'given', 'given', 'given']);
  assert.match(verdict(verify(files, { policy: policyOf([logKey], 'quorum none\n') })), /^Verified: 1 entry is in the log example\.org\/lantern; no witness tells since when\.$/);
});

test('A policy without a log takes the key that is given; several keys may be given', () => {
  const files = makePackage(log, [0]), policy = policyOf([], 'quorum none\n');
  assert.ok(verify(files, { policy, vkeys: [logKey.vkey] }).ok);
  assert.ok(verify(files, { policy, vkeys: [key('example.org/older').vkey, logKey.vkey] }).ok);
  assert.deepEqual(failed(verify(files, { policy })), ['Policy', 'Log signature']);
});

test('ML-DSA-44 cosigners are named as not checked, and never count', () => {
  const raw = Buffer.concat([Buffer.of(6), Buffer.alloc(1312, 5)]), id = sha256('pq.example\n', raw).subarray(0, 4), vkey = `pq.example+${id.toString('hex')}+${raw.toString('base64')}`;
  const pq = { vkey, cosign: () => `— pq.example ${Buffer.concat([id, Buffer.alloc(2428, 1)]).toString('base64')}\n` };
  const policy = k => policyOf([logKey], `witness w ${witnesses[0].vkey}\nwitness pq ${vkey}\ngroup g ${k} w pq\nquorum g\n`);
  const result = verify(makePackage(log, [0], { cosigners: [witnesses[0], pq], policy: policy(1) }));
  assert.ok(result.ok);
  assert.match(result.keys.find(k => k.name === 'pq.example').state, /not checked/);
  assert.deepEqual(failed(verify(makePackage(log, [0], { cosigners: [witnesses[0], pq], policy: policy(2) }))), ['Witnesses']);
  assert.deepEqual(failed(verify(makePackage(log, [0], { policy: `log ${vkey}\nquorum none\n` }))), ['Log signature']);
});

test('Signatures of unknown keys are passed over, even with a known name', () => {
  const body = `example.org/lantern\n9\n${root(log.entries.map(e => e.hash)).toString('base64')}\n`;
  const checkpoint = `${body}\n${key('example.org/lantern', 1, 'impostor').sign(body)}${logKey.sign(body)}${key('witness1.example', 4, 'impostor').cosign(body, 5)}${witnesses.map(w => w.cosign(body, 1738710000)).join('')}`;
  assert.ok(verify(makePackage(log, [0], { checkpoint })).ok);
});

test('Extension lines of a checkpoint are part of what is signed', () => {
  const body = `example.org/lantern\n9\n${root(log.entries.map(e => e.hash)).toString('base64')}\nan extension\n`, lines = witnesses.map(w => w.cosign(body, 1738710000)).join('');
  assert.ok(verify(makePackage(log, [0], { checkpoint: `${body}\n${logKey.sign(body)}${lines}` })).ok);
  assert.deepEqual(failed(verify(makePackage(log, [0], { checkpoint: `${body.replace('an ext', 'no ext')}\n${logKey.sign(body)}${lines}` }))), ['Log signature', 'Witnesses']);
});

test('Attachments that this copy leaves out are told, not passed over', () => {
  const files = makePackage(log, [0, 1]).set('attachments/corridor.geojson', null), result = verify(files);
  assert.ok(result.ok);
  assert.deepEqual(result.unchecked, ['attachments/corridor.geojson']);
  assert.equal(result.entries[1].attachments[0].ok, null);
  assert.match(verdict(result), /^Verified, but for an attachment that this copy leaves out: 2 entries/);
  assert.ok(result.warnings.some(w => w.includes('corridor.geojson')));
  for (const name of ['leaves/0.json', 'proofs/0.tlog-proof', 'checkpoint', 'policy', 'evidence.json', 'disclosures/0.json']) assert.equal(verify(new Map(files).set(name, null)).ok, false, name);
});

test('An attachment may be told of in a sealed leaf, once that is opened', () => {
  const own = newLog(), facts = { name: 'corridor.geojson', sha256: sha256(corridor).toString('hex'), length: corridor.length, mediaType: 'application/geo+json' };
  own.append('record.attachment', 'A', { name: facts.name, mediaType: facts.mediaType }, { sha256: facts.sha256, length: facts.length });
  own.append('record.sealed', 'sealed', { marking: 'C' }, { leaf: { kind: 'record.attachment', subject: 'A', ...facts } });
  for (const index of [0, 1]) for (const open of [true, false]) {
    const files = makePackage(own, [index], { attach: false, disclose: () => open }), manifest = JSON.parse(Buffer.from(files.get('evidence.json')));
    manifest.attachments.push({ index, file: 'attachments/c' });
    files.set('evidence.json', json(manifest)).set('attachments/c', corridor);
    assert.deepEqual(failed(verify(files)), open ? [] : ['Attachments']);
  }
});

test('The record’s own kinds, well formed and not', () => {
  const of = i => ({ index: i, leaf: base64url(own.entries[i].hash) }), own = newLog();
  const first = own.append('sortie.filed', 'A', {}, { base: 'x' });
  const good = {
    'record.disclosure': { of: of(0), disclosures: [first.opened.base], authority: 'court', reason: 'r' },
    'record.tombstone': { of: of(0), digests: [digest(first.opened.base)], reason: 'r', approvals: ['note\n'] },
    'record.hold': { of: of(0), authority: 'a', reason: 'r' },
    'record.release': { about: 'A', authority: 'a', reason: 'r' },
    'record.key': { vkey: logKey.vkey, action: 'added' },
    'record.attachment': { name: 'n', sha256: '0'.repeat(64), length: 0, mediaType: 't' },
  };
  const outcome = (kind, fields, sealed) => {
    const fork = { entries: [...own.entries] }, more = newLog();
    more.append('sortie.filed', 'A', {});
    const leaf = more.append(kind, 'A', fields, sealed).leaf, data = json({ ...leaf, prev: base64url(own.entries[0].hash) });
    fork.entries.push({ index: 1, leaf, data, hash: sha256(Buffer.of(0), data), opened: {} });
    return failed(verify(makePackage(fork, [0, 1], { attach: false, disclose: () => false }))).join();
  };
  for (const [kind, fields] of Object.entries(good)) {
    assert.equal(outcome(kind, fields), '', kind);
    for (const name of Object.keys(fields)) {
      const { [name]: _, ...rest } = fields;
      assert.equal(outcome(kind, rest), 'Leaves', `${kind} without ${name}`);
      assert.equal(outcome(kind, { ...fields, [name]: typeof fields[name] === 'string' ? [fields[name]] : 'x' }), 'Leaves', `${kind} with a wrong ${name}`);
      assert.equal(outcome(kind, rest, { some: 1 }), '', `${kind} with ${name} sealed, perhaps`);
    }
  }
  assert.equal(outcome('record.unheard', {}), 'Leaves');
  const elsewhere = newLog();
  elsewhere.append('sortie.filed', 'A', {});
  elsewhere.append('record.hold', 'B', { of: { index: 0, leaf: base64url(elsewhere.entries[0].hash) }, authority: 'a', reason: 'r' });
  assert.deepEqual(failed(verify(makePackage(elsewhere, [0, 1]))), ['Order'], 'about a leaf of another subject');
  assert.equal(outcome('record.hold', { ...good['record.hold'], about: 'A' }), 'Leaves');
  for (const bad of [{ more: 1 }, { index: '0' }, { index: -1 }, { leaf: 'x' }, { leaf: null }, { index: 7, leaf: `${'A'.repeat(42)}B` }]) assert.equal(outcome('record.hold', { ...good['record.hold'], of: { ...of(0), ...bad } }), 'Leaves');
  assert.equal(outcome('record.hold', { ...good['record.hold'], of: { index: 0, leaf: base64url(Buffer.alloc(32)) } }), 'Order');
  assert.equal(outcome('record.sealed', { marking: 'm' }, { leaf: 1 }), 'Leaves');
  const bare = newLog();
  bare.append('record.sealed', 'sealed', { marking: 'm' });
  assert.deepEqual(failed(verify(makePackage(bare, [0]))), ['Leaves']);
  assert.ok(verify(makePackage((own.append('record.tombstone', 'A', good['record.tombstone']), own), [0, 1])).warnings.some(w => /approved/.test(w)));
});

test('Text that could mislead is shown by number', () => {
  assert.equal(shown('a\u202eb\u001b[31m\n\u200b\ud800ñ“—😀'), 'a<U+202E>b<U+001B>[31m<U+000A><U+200B><U+D800>ñ“—😀');
});
