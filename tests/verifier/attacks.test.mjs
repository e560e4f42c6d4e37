// Every attack on a package that we could think of: each must end in "not verified", with the reason in the right check.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64url, bytes, disclosure, json, key, lanternLog, leafHash, logKey, makePackage, makeZip, newLog, otherKey, path, policyOf, random, root, seal, sha256, text, usualPolicy, witnesses } from './build.mjs';
import { verdict, verify, verifyZip } from '../../src/Overflight.Record/Packaging/Verifier/verify.mjs';

const log = lanternLog(9), hashes = log.entries.map(e => e.hash), good = makePackage(log, [0, 1, 2, 7]);
const trusted = { vkeys: [logKey.vkey], policy: usualPolicy };

// The package with files changed by functions of their text or bytes; undefined takes a file away.
const changed = (changes, files = good) => {
  const result = new Map(files);
  for (const [name, change] of Object.entries(changes)) {
    const value = typeof change === 'function' ? change(text(files.get(name) ?? '')) : change;
    value === undefined ? result.delete(name) : result.set(name, typeof value === 'string' ? bytes(value) : value);
  }
  return result;
};
const fails = (files, checks, why, options = trusted) => {
  const result = verify(files, options);
  assert.equal(result.ok, false);
  assert.deepEqual(result.checks.filter(c => !c.ok).map(c => c.what), checks);
  assert.match(result.checks.filter(c => !c.ok).map(c => c.detail).join(' '), why);
  assert.match(verdict(result), /^Not verified: ./);
  for (const entry of result.entries) assert.ok(!(entry.ok && entry.problems.length));
  return result;
};
const manifest = change => old => { const m = JSON.parse(old); return JSON.stringify(change(m) ?? m); };

test('The package that is attacked is good', () => assert.ok(verify(good, trusted).ok));

test('A leaf is edited', () => {
  const result = fails(changed({ 'leaves/7.json': t => t.replace('18000', '17000') }), ['Proofs'], /Entry 7: The proof does not lead from the leaf/);
  assert.deepEqual(result.entries.map(e => e.ok), [true, true, true, false]);
  fails(changed({ 'leaves/7.json': t => t.replace('"lat"', ' "lat"') }), ['Leaves', 'Proofs'], /canonical form/);
  fails(changed({ 'leaves/7.json': text(good.get('leaves/0.json')) }), ['Proofs', 'Order'], /Entry 7/);
});

test('A proof’s path is edited, longer, shorter, in another order', () => {
  const lines = text(good.get('proofs/7.tlog-proof')).split('\n'), put = (...all) => changed({ 'proofs/7.tlog-proof': all.join('\n') });
  assert.ok(lines.indexOf('') > 4);
  fails(put(...lines.slice(0, 2), base64urlToStandard(hashes[0]), ...lines.slice(3)), ['Proofs'], /does not lead/);
  fails(put(...lines.slice(0, 2), lines[3], lines[2], ...lines.slice(4)), ['Proofs'], /does not lead/);
  fails(put(...lines.slice(0, 2), ...lines.slice(3)), ['Proofs'], /wrong length/);
  fails(put(...lines.slice(0, 3), lines[2], ...lines.slice(3)), ['Proofs'], /wrong length/);
  fails(put(...lines.slice(0, 2), lines[2].replace('=', ''), ...lines.slice(3)), ['Proofs'], /base64/);
  fails(put(lines[0], 'extra AAAA', ...lines.slice(1)), ['Proofs'], /no index/);
});
const base64urlToStandard = hash => hash.toString('base64');

test('An index is changed', () => {
  fails(changed({ 'proofs/7.tlog-proof': t => t.replace('index 7', 'index 6') }), ['Proofs'], /is of entry 6/);
  fails(changed({ 'evidence.json': t => t.replace('"index": 7', '"index": 6') }), ['Proofs'], /Entry 6: The proof is of entry 7/);
  fails(changed({ 'proofs/7.tlog-proof': t => t.replace('index 7', 'index 6'), 'evidence.json': t => t.replace('"index": 7', '"index": 6') }), ['Proofs'], /does not lead/);
  fails(changed({ 'proofs/7.tlog-proof': t => t.replace('index 7', 'index 9'), 'evidence.json': t => t.replace('"index": 7', '"index": 9') }), ['Proofs'], /wrong length/);
  fails(changed({ 'evidence.json': t => t.replace('"index": 7', '"index": 2') }), ['Contents', 'Files', 'Leaves', 'Proofs'], /names an entry twice/);
});

test('Inner nodes of the tree are offered as leaves', () => { // what the 0x00 and 0x01 of RFC 6962 are for
  const node = Buffer.concat([hashes[0], hashes[1]]), files = makePackage(log, [0]);
  fails(changed({ 'leaves/0.json': new Uint8Array(node), 'disclosures/0.json': undefined, 'evidence.json': manifest(m => { m.entries[0].disclosures = null; }), 'proofs/0.tlog-proof': t => t.replace(/\n[^\n]+\n/, '\n') }, files), ['Leaves', 'Proofs'], /./);
});

test('The checkpoint is of another log, of another size, or other than the proofs’', () => {
  const other = { ...trusted, vkeys: undefined };
  fails(makePackage(log, [0], { origin: otherKey.name, by: otherKey }), ['Log signature'], /is of the log example\.org\/other, and there is no key of that log, but of example\.org\/lantern/, other);
  fails(makePackage(log, [0], { origin: otherKey.name, by: logKey }), ['Log signature'], /no key of that log/, other);
  fails(makePackage(log, [0], { by: otherKey }), ['Log signature'], /not signed with the key/, other);
  const longer = makePackage(lanternLog(10), [0]);
  fails(changed({ checkpoint: text(longer.get('checkpoint')) }), ['Checkpoint', 'Proofs'], /differ in the log’s name or size.*not of this checkpoint/);
  fails(changed({ checkpoint: text(longer.get('checkpoint')), 'evidence.json': t => t.replace('"size": 9', '"size": 10') }), ['Proofs'], /not of this checkpoint/);
  fails(changed({ 'evidence.json': t => t.replace('"size": 9', '"size": 8') }), ['Checkpoint'], /differ/);
  fails(changed({ 'evidence.json': t => t.replace('"origin": "example.org/lantern"', '"origin": "example.org/Lantern"') }), ['Checkpoint'], /differ/);
});

test('The checkpoint is edited with the proofs', () => {
  const old = text(good.get('checkpoint')).split('\n'), rootOf = n => root(hashes.slice(0, n)).toString('base64');
  const all = (from, to, also = {}) => changed({ checkpoint: t => t.replace(from, to), ...Object.fromEntries([0, 1, 2, 7].map(i => [`proofs/${i}.tlog-proof`, t => t.replace(from, to)])), ...also });
  fails(all(old[2], rootOf(8)), ['Log signature', 'Witnesses', 'Proofs'], /signature of example\.org\/lantern does not hold.*witness1/);
  fails(all('\n9\n', '\n8\n', { 'evidence.json': t => t.replace('"size": 9', '"size": 8') }), ['Log signature', 'Witnesses', 'Proofs'], /does not hold/);
  fails(all(old[5], old[4]), ['Witnesses'], /more witnesses than the 1/);
  fails(all(`${old[5]}\n`, ''), ['Witnesses'], /more witnesses than the 1/);
  fails(all(`${old[4]}\n`, ''), ['Log signature'], /not signed with the key/);
});

test('Keys: another key of the same name, a key by ID alone, a log key where the policy has a witness', () => {
  const impostor = key('example.org/lantern', 1, 'impostor');
  fails(makePackage(log, [0], { by: impostor }), ['Log signature'], /not signed/);
  fails(makePackage(log, [0], { by: impostor, policy: policyOf([impostor], 'quorum none\n') }), ['Log signature'], /not signed/, { vkeys: [logKey.vkey] });
  const lying = { ...logKey, sign: body => logKey.sign('x').replace(/\S+\n$/, `${Buffer.concat([logKey.id, Buffer.from(impostor.sign(body).split(' ')[2], 'base64').subarray(4)]).toString('base64')}\n`) };
  fails(makePackage(log, [0], { by: lying }), ['Log signature'], /does not hold/);
  fails(good, ['Policy', 'Log signature'], /not a key of a log/, { ...trusted, vkeys: [witnesses[0].vkey] });
  fails(good, ['Policy', 'Log signature'], /not a key/, { ...trusted, vkeys: ['nonsense'] });
  fails(good, ['Log signature'], /no key of that log, but of example\.org\/other/, { ...trusted, vkeys: [otherKey.vkey] });
});

test('Witnesses: too few, the same twice, strangers, a wrong time, a log’s signature in place of a cosignature', () => {
  const [a, b, c] = witnesses, own = { vkeys: [logKey.vkey] };
  fails(makePackage(log, [0], { cosigners: [] }), ['Witnesses'], /than the 0/);
  fails(makePackage(log, [0], { cosigners: [c] }), ['Witnesses'], /than the 1/);
  fails(makePackage(log, [0], { cosigners: [a, a, a] }), ['Witnesses'], /than the 1/);
  fails(makePackage(log, [0], { cosigners: [a, key('stranger.example', 4)] }), ['Witnesses'], /than the 1/);
  const twice = policyOf([logKey], `witness a ${a.vkey}\nwitness b ${key('second.name', 4, a.name).vkey}\ngroup g all a b\nquorum g\n`);
  fails(makePackage(log, [0], { cosigners: [a, key('second.name', 4, a.name)], policy: twice }), ['Policy', 'Log signature', 'Witnesses'], /has the key of second\.name twice/, own);
  const shifted = { ...b, cosign: (body, seconds) => { const line = b.cosign(body, seconds).split(' '), raw = Buffer.from(line[2], 'base64'); raw[11] ^= 1; return `${line[0]} ${line[1]} ${raw.toString('base64')}\n`; } };
  fails(makePackage(log, [0], { cosigners: [a, shifted] }), ['Witnesses'], /signature of witness2\.example does not hold/);
  fails(makePackage(log, [0], { cosigners: [a, c, shifted] }), ['Witnesses'], /signature of witness2\.example does not hold/); // a quorum without it, but a known key’s signature is wrong
  fails(makePackage(log, [0], { cosigners: [a, b], seconds: 253402300800 }), ['Witnesses'], /does not hold/);
  const plain = { ...b, cosign: body => b.sign(body) };
  fails(makePackage(log, [0], { cosigners: [a, plain] }), ['Witnesses'], /does not hold/);
  const short = { ...b, cosign: () => `— ${b.name} ${Buffer.concat([b.id, Buffer.of(1, 2, 3)]).toString('base64')}\n` };
  fails(makePackage(log, [0], { cosigners: [a, short] }), ['Witnesses'], /signature of witness2\.example does not hold/);
  fails(good, ['Witnesses'], /./, { ...trusted, policy: policyOf([logKey], `witness a ${a.vkey}\nwitness c ${c.vkey}\ngroup g all a c\nquorum g\n`) });
});

test('Disclosures: changed, of another leaf, given twice, of a name that is there, badly formed', () => {
  const open = JSON.parse(text(good.get('disclosures/0.json'))), put = (disclosures, index = 0) => changed({ 'disclosures/0.json': json({ v: 1, index, disclosures }) });
  const first = open.disclosures[0], lie = disclosure('AAAAAAAAAAAAAAAAAAAAAA', 'crew', ['pilot 8']);
  fails(put([lie]), ['Disclosures'], /Entry 0: Disclosure 1 is not of this leaf/);
  fails(put([first, first]), ['Disclosures'], /“crew”, which is already there/);
  fails(put([`${first}=`]), ['Disclosures'], /not of this leaf/);
  fails(put(JSON.parse(text(good.get('disclosures/2.json'))).disclosures), ['Disclosures'], /not of this leaf/);
  fails(put(open.disclosures, 1), ['Disclosures'], /of another entry/);
  fails(put('x'), ['Disclosures'], /wrong “disclosures”/);
  fails(put([1]), ['Disclosures'], /wrong “disclosures”/);
  fails(changed({ 'disclosures/0.json': t => t.replace('{', '{"more":1,') }), ['Disclosures'], /unknown member “more”/);
  fails(changed({ 'disclosures/0.json': t => t.replace('{', '{"v":1,') }), ['Disclosures'], /twice/);
  fails(changed({ 'evidence.json': manifest(m => { m.entries[2].disclosures = 'disclosures/0.json'; }), 'disclosures/2.json': undefined }), ['Disclosures'], /of another entry/);

  const chance = random(3), sealing = (texts, fields = {}, kind = 'x', subject = 's') => { // a leaf that itself holds bad seals
    const own = newLog(), { members } = seal({}, chance), sd = [...members._sd.slice(texts.length), ...texts.map(t => base64url(sha256(t)))].sort();
    own.append(kind, subject, { ...fields, _sd: sd, _sd_alg: 'sha-256' });
    const files = makePackage(own, [0]), m = JSON.parse(text(files.get('evidence.json')));
    m.entries[0].disclosures = 'disclosures/0.json';
    return files.set('evidence.json', json(m)).set('disclosures/0.json', json({ v: 1, index: 0, disclosures: texts }));
  };
  const salted = rest => base64url(JSON.stringify(['salt', ...rest]));
  assert.ok(verify(sealing([salted(['a', 1]), base64url('[ "salt", "b" , {"c":[null]} ]')]), trusted).ok);
  fails(sealing([salted(['a', 1])], { a: 2 }), ['Disclosures'], /“a”, which is already there/);
  fails(sealing([salted(['a', 1]), salted(['a', 2])]), ['Disclosures'], /“a”, which is already there/);
  for (const name of ['v', 'kind', 'subject', 'n', 't', 'prev', '_sd', '_sd_alg']) fails(sealing([salted([name, 1])]), ['Disclosures'], /already there/);
  for (const name of ['_x', '...', '__proto__']) fails(sealing([salted([name, 1])]), ['Disclosures'], /not allowed/);
  for (const bad of [salted(['a']), salted(['a', 1, 2]), salted([1, 2]), base64url('[1,"a",2]'), base64url('{}'), base64url('not JSON'), base64url('["s","a",{"b":1,"b":2}]'), base64url('["s","a",0.5]'), base64url('["s","a","\\ud800"]'), 'AB', '']) fails(sealing([bad]), ['Disclosures'], /Disclosure 1/);
  const whole = value => sealing([salted(['leaf', value])], {}, 'record.sealed', 'sealed');
  assert.ok(verify(whole({ kind: 'k', subject: 's' }), trusted).ok);
  fails(whole('x'), ['Disclosures'], /not a whole sealed leaf/);
  for (const value of [null, [], { kind: 'k' }, { subject: 's' }, { kind: 1, subject: 's' }, { kind: 'k', subject: 1 }]) fails(whole(value), ['Disclosures'], /not a whole sealed leaf/);
  fails(sealing([salted(['other', 1])], {}, 'record.sealed', 'sealed'), ['Disclosures'], /not a whole sealed leaf/);
  fails(sealing([salted(['leaf', { kind: 'k', subject: 's' }])], {}, 'record.sealed', 'LANTERN 1'), ['Leaves'], /with a subject/);
  fails(sealing([], { more: 1 }, 'record.sealed', 'sealed'), ['Leaves'], /unknown member “more”/);
  for (const reviewDate of ['2030', '2030-01', '2030-01-31T', '2030-1-31', '2030-02-30', '2030-13-01', 20300131]) fails(sealing([], { reviewDate }, 'record.sealed', 'sealed'), ['Leaves'], /“reviewDate”/);
});

test('An attachment is changed, longer, missing, or told of by no leaf', () => {
  const name = 'attachments/corridor.geojson';
  fails(changed({ [name]: t => t.replace('25.9', '25.8') }), ['Attachments'], /was changed/);
  fails(changed({ [name]: t => `${t} ` }), ['Attachments'], /not as long/);
  fails(changed({ [name]: undefined }), ['Files', 'Attachments'], /is missing/);
  fails(changed({ 'evidence.json': manifest(m => { m.attachments[0].index = 0; }) }), ['Attachments'], /does not tell of/);
  fails(changed({ 'evidence.json': manifest(m => { m.attachments[0].index = 5; }) }), ['Attachments'], /is of an entry that is not in the package/);
  fails(changed({ 'evidence.json': manifest(m => { m.attachments[0].file = 'leaves/0.json'; }) }), ['Contents', 'Files', 'Leaves', 'Proofs'], /wrong “file”/);
});

test('Files that are not named, are missing, have bad names, or are too large', () => {
  fails(changed({ 'leaves/3.json': '{}' }), ['Files'], /leaves\/3\.json is in the package, but evidence\.json does not name it/);
  fails(changed({ 'readme.txt': '' }), ['Files'], /does not name it/);
  for (const name of ['leaves/2.json', 'proofs/2.tlog-proof', 'disclosures/2.json', 'checkpoint', 'policy', 'evidence.json']) assert.ok(fails(changed({ [name]: undefined }), verify(changed({ [name]: undefined }), trusted).checks.filter(c => !c.ok).map(c => c.what), /is missing/).checks[name === 'evidence.json' ? 0 : 1].ok === false, name);
  fails(changed({ 'evidence.json': manifest(m => { m.entries[0].leaf = 'leaves/9.json'; }) }), ['Files', 'Leaves', 'Proofs', 'Disclosures'], /leaves\/9\.json is missing/);
  fails(changed({ '../x': '' }), ['Files'], /name that is not allowed/);
  fails(changed({ 'README.txt': new Uint8Array((64 << 20) + 1) }), ['Files'], /too large/);
  assert.ok(verify(changed({ 'README.txt': undefined, 'verify.html': 'anything', 'verify.mjs': 'anything' }), trusted).ok);
});

test('evidence.json: members that are missing, unknown, twice, or of another form', () => {
  const edit = (change, why) => { const result = verify(changed({ 'evidence.json': manifest(change) }), trusted); assert.equal(result.ok, false); assert.match(result.checks[0].detail, why); };
  for (const name of ['v', 'schema', 'origin', 'size', 'made', 'entries']) edit(m => { delete m[name]; }, new RegExp(`no “${name}”`));
  for (const [name, value] of [['v', 2], ['v', '1'], ['schema', 'overflight/evidence/2'], ['origin', null], ['size', -1], ['size', '9'], ['made', 'today'], ['entries', {}], ['entries', [1]], ['attachments', null]]) edit(m => { m[name] = value; }, new RegExp(`wrong “${name}”`));
  edit(m => { m.more = 1; }, /unknown member “more”/);
  edit(m => { m.entries[0].more = 1; }, /unknown member “more”/);
  edit(m => { delete m.entries[0].proof; }, /no “proof”/);
  edit(m => { m.entries[0].disclosures = 7; }, /wrong “disclosures”/);
  edit(m => { m.entries = []; m.attachments = []; }, /names no entry/);
  edit(() => [1], /something else where an object belongs/);
  for (const [from, to, why] of [['{', '{"size":8,', /twice/], ['"size": 9', '"size": 9.5', /whole/], ['{', '[', /not JSON/], ['{', '\ufeff{', /not JSON/]]) assert.match(verify(changed({ 'evidence.json': t => t.replace(from, to) }), trusted).checks[0].detail, why);
  assert.match(verify(changed({ 'evidence.json': Uint8Array.of(0x7b, 0xff, 0x7d) }), trusted).checks[0].detail, /UTF-8/);
});

test('Leaves that are in the log but not well formed', () => { // a log may sign anything: its leaves are still to be leaves
  const base = { v: 1, kind: 'k', subject: 's', n: 0, t: 5, prev: null }, digests = seal({}, random(9)).members._sd;
  const outcome = data => { const own = { entries: [{ index: 0, leaf: {}, data, hash: leafHash(data), opened: {} }] }; return verify(makePackage(own, [0]), trusted); };
  const refused = (data, why) => { const result = outcome(typeof data === 'string' ? bytes(data) : data); assert.deepEqual(result.checks.filter(c => !c.ok).map(c => c.what), ['Leaves']); assert.match(result.checks[6].detail, why); };
  assert.ok(outcome(json(base)).ok);
  assert.ok(outcome(json({ ...base, kind: 'a1.b-2.c3', subject: '😀'.repeat(200), x: { deep: [[1]] }, '': -9007199254740991 })).ok);
  let deep = 1;
  for (let i = 0; i < 15; i++) deep = [deep];
  assert.ok(outcome(json({ ...base, deep })).ok);
  refused(bytes(JSON.stringify({ ...base, deep: [deep] })), /canonical|deep/);
  refused('{"kind":"k","n":0,"prev":null,"subject":"s","t":5,"v":1,"x":0.5}', /whole/);
  refused('{"kind":"k","n":0,"prev":null,"subject":"s","t":5,"v":1,"x":1e2}', /canonical/);
  refused('{"kind":"k","n":0,"prev":null,"subject":"s","t":5,"v":1.0}', /canonical/);
  refused('{"kind":"k","n":-0,"prev":null,"subject":"s","t":5,"v":1}', /canonical/);
  refused('{"kind":"k","n":0,"prev":null,"subject":"s","t":5,"v":1,"x":9007199254740993}', /whole/);
  refused('{"kind":"k","n":0,"prev":null,"subject":"\\u0073","t":5,"v":1}', /canonical/);
  refused('{"kind":"k","n":0,"prev":null,"subject":"s","t":5,"v":1,"x":1,"x":2}', /twice/);
  refused('{"kind":"k","n":0,"prev":null,"subject":"s","t":5,"x":1,"v":1}', /canonical/);
  refused(`${text(json(base))}\n`, /canonical/);
  refused(`\ufeff${text(json(base))}`, /not JSON/);
  refused(bytes('{"kind":"k","n":0,"prev":null,"subject":"\\ud800","t":5,"v":1}'), /surrogate/);
  refused(Uint8Array.from([...bytes('{"x":"'), 0xed, 0xa0, 0x80, ...bytes('"}')]), /UTF-8/);
  refused('[]', /canonical/);
  refused('null', /canonical/);
  refused(json({ ...base, x: 'x'.repeat(65535) }), /longer than 65,535/);
  for (const [change, why] of [[{ v: 2 }, /version/], [{ v: '1' }, /version/], [{ kind: 'K' }, /kind/], [{ kind: '1a' }, /kind/], [{ kind: 'a..b' }, /kind/], [{ kind: 'a-' }, /kind/], [{ kind: 'a\n' }, /kind/], [{ kind: 'a'.repeat(65) }, /kind/], [{ kind: 5 }, /kind/],
    [{ subject: '' }, /subject/], [{ subject: 'a\tb' }, /subject/], [{ subject: 'a\u0085' }, /subject/], [{ subject: 'a'.repeat(201) }, /subject/], [{ subject: null }, /subject/], [{ n: -1 }, /number/], [{ n: '0' }, /number/], [{ t: -1 }, /time/], [{ t: 253402300800000 }, /time/], [{ t: null }, /time/],
    [{ prev: base64url(hashes[0]) }, /one before/], [{ n: 1 }, /one before/], [{ n: 1, prev: `${base64url(hashes[0])}=` }, /one before/], [{ n: 1, prev: hashes[0].toString('hex') }, /one before/], [{ n: 1, prev: `${'A'.repeat(42)}B` }, /one before/],
    [{ _x: 1 }, /“_x”/], [{ '...': 1 }, /“\.\.\.”/], [{ _sd: digests }, /algorithm/], [{ _sd_alg: 'sha-256' }, /algorithm/], [{ _sd: digests, _sd_alg: 'sha-512' }, /algorithm/], [{ _sd: digests.slice(1), _sd_alg: 'sha-256' }, /16 seals/],
    [{ _sd: [...digests].reverse(), _sd_alg: 'sha-256' }, /16 seals/], [{ _sd: [...digests.slice(0, 15), digests[14]], _sd_alg: 'sha-256' }, /16 seals/], [{ _sd: [...digests, digests[0]], _sd_alg: 'sha-256' }, /16 seals/], [{ _sd: 'x', _sd_alg: 'sha-256' }, /16 seals/], [{ _sd: [...digests.slice(0, 15), 'z'], _sd_alg: 'sha-256' }, /16 seals/]])
    refused(json({ ...base, ...change }), why);
});

test('References, numbers and times that do not agree', () => {
  const outcome = (leaves, indexes = leaves.map((_, i) => i)) => {
    const entries = leaves.map((leaf, index) => { const data = json({ v: 1, kind: 'k', ...leaf }); return { index, leaf: { kind: 'k' }, data, hash: leafHash(data), opened: {} }; });
    return verify(makePackage({ entries }, indexes), trusted).checks.filter(c => !c.ok).map(c => c.what).join();
  };
  const hash = leaf => base64url(leafHash(json({ v: 1, kind: 'k', ...leaf }))), any = base64url(hashes[0]);
  const a = { subject: 'a', n: 0, t: 5, prev: null }, b = { subject: 'a', n: 1, t: 5, prev: hash(a) }, c = { subject: 'a', n: 2, t: 6, prev: hash(b) };
  assert.equal(outcome([a, b, c]), '');
  assert.equal(outcome([a, b, c], [2, 0]), '');
  assert.equal(outcome([a, { ...b, prev: any }]), 'Order', 'another one before it');
  assert.equal(outcome([a, b, { ...c, prev: hash(a) }]), 'Order');
  assert.equal(outcome([a, b, { ...c, prev: hash(a) }], [0, 2]), 'Order', 'skips a number but names the one before');
  assert.equal(outcome([a, { ...b, n: 2 }]), 'Order', 'more than can be');
  assert.equal(outcome([a, b, { ...c, n: 1 }]), 'Order', 'a number twice');
  assert.equal(outcome([a, { subject: 'a', n: 0, t: 5, prev: null }]), 'Order', 'two firsts');
  assert.equal(outcome([a, { subject: 'b', n: 0, t: 4, prev: null }]), 'Order', 'time goes back');
  assert.equal(outcome([a, { subject: 'b', n: 0, t: 6, prev: null }, { subject: 'a', n: 2, t: 6, prev: any }]), '', 'cannot be told without the entry between');
  const other = n => ({ subject: 'o', n, t: 1, prev: n ? any : null });
  assert.equal(outcome([other(0), other(1), other(2), { ...a, t: 1 }, { subject: 'a', n: 2, t: 6, prev: any }], [3, 4]), 'Order', 'two of a subject where one can be');
  assert.equal(outcome([a, { subject: 'b', n: 0, t: 6, prev: null }, { subject: 'a', n: 2, t: 6, prev: any }, { subject: 'a', n: 4, t: 6, prev: any }], [2, 3]), 'Order', 'four of a subject among three entries');
});

test('Zips: names twice, cut short, or one that is no zip', () => {
  for (const zip of [makeZip([...good, ['leaves/0.json', bytes('{}')]]), makeZip(good).subarray(0, 900), new Uint8Array(0), bytes('hello'), makeZip([...good, ['../evil', bytes('x')]])]) {
    const result = verifyZip(zip, trusted);
    assert.equal(result.ok, false);
    assert.match(verdict(result), /^Not verified: ./);
  }
});

test('Arguments of any kind do not make it throw', () => {
  for (const files of [null, undefined, 5, [], new Map([['evidence.json', 'text']]), new Map([[5, null]])]) for (const options of [undefined, { vkeys: [null] }, { vkeys: 'x' }, { policy: 5 }]) assert.equal(verify(files, options).ok, false);
});
