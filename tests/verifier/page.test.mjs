// The page in a real browser, from file://: what it says of good, bad and hostile packages, of zips and of keys that are given to it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { bytes, corridor, lanternLog, logKey, makePackage, makeZip, newLog, otherKey, text, usualPolicy } from './build.mjs';

const source = name => readFileSync(new URL(`../../src/Overflight.Record/Packaging/Verifier/${name}`, import.meta.url), 'utf8');
const template = source('verify.template.html'), script = source('verify.mjs');
const folder = mkdtempSync(join(tmpdir(), 'verifier-'));
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

// As the program does it: exact replacement of two places; "<" is written as an escape in the JSON.
const embed = files => template.replace('/*VERIFIER*/', () => script)
  .replace('/*FILES*/', () => JSON.stringify(Object.fromEntries([...files].map(([name, data]) => [name, data && Buffer.from(data).toString('base64')]))).replaceAll('<', '\\u003c'));

const browser = ['chromium', 'chromium-browser', 'google-chrome'].find(name => spawnSync(name, ['--version']).status === 0);
const skip = browser ? false : 'there is no Chromium here';
function open(page) { // the page's markup after its scripts have run
  writeFileSync(join(folder, 'page.html'), page);
  return execFileSync(browser, ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=10000', `--user-data-dir=${join(folder, 'profile')}`, '--dump-dom', pathToFileURL(join(folder, 'page.html')).href], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 120000 });
}
const plain = markup => markup.replace(/<[^>]*>/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&nbsp;/g, ' ').replace(/&amp;/g, '&').replace(/\s+/g, ' ').replace(/ ([:.,])/g, '$1').trim();
const body = dom => dom.slice(dom.indexOf('<main'), dom.indexOf('<footer'));
const headline = dom => plain(/<h1[^>]*>(.*?)<\/h1>/s.exec(dom)[1]);
// The page with a script behind it that does what a reader would do.
const acting = (page, steps) => page.replace('</body>', () => `<script type="module">${steps}</script></body>`);

const log = lanternLog(9), good = makePackage(log, [0, 1, 2, 7], { disclose: (_, name) => name !== 'crew' });
const bad = new Map(good).set('leaves/7.json', bytes(text(good.get('leaves/7.json')).replace('18000', '18001')));

test('The template has both places once, and the verifier fits into a script', () => {
  for (const place of ['/*VERIFIER*/', '/*FILES*/']) {
    assert.equal(template.split(place).length, 2);
    assert.ok(!script.includes(place));
  }
  assert.doesNotMatch(script, /<\/script|<!--|<script/i);
  assert.doesNotMatch(template + script, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|fetch\(|XMLHttpRequest|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  assert.match(template, /Content-Security-Policy" content="default-src 'none'; /);
});

test('A good package: the verdict, the keys, the entries', { skip }, () => {
  const dom = open(embed(good)), words = plain(body(dom));
  assert.equal(headline(dom), 'Verified: 4 entries are in the log example.org/lantern as of 2025-02-04 23:09:53 UTC.');
  for (const said of ['The log’s key came with the package', logKey.vkey, 'Witness witness1.example cosigned on 2025-02-04 23:09:52 UTC', 'Witness witness3.example did not sign', 'Entry 0 · sortie.filed In the log LANTERN 1 written 2025-02-04 22:07:14 UTC',
    'maxAltitudeFeet disclosed 25000', 'Up to 14 more sealed fields', 'Entry 2 · record.sealed · sortie.track In the log LANTERN 3', 'attachments/corridor.geojson: is the file that this entry tells of', 'Attachments 1 attachment with the length and hash']) assert.ok(words.includes(said), said);
  assert.doesNotMatch(words, /pilot 7/);
});

test('A bad package: the reason first, and the entry that it is about', { skip }, () => {
  const dom = open(embed(bad)), words = plain(body(dom));
  assert.equal(headline(dom), 'Not verified: Entry 7: The proof does not lead from the leaf to the checkpoint’s root: one of them was changed.');
  assert.match(words, /Entries Entry 7 · sortie\.position Not verified/);
  assert.doesNotMatch(words, /In the log/);
});

test('A package that is not there, or no JSON', { skip }, () => {
  assert.equal(headline(open(embed(new Map()))), 'No package is in this page.');
  assert.equal(headline(open(template.replace('/*VERIFIER*/', () => script))), 'No package is in this page.');
});

test('An attachment that the page leaves out is told', { skip }, () => {
  const dom = open(embed(new Map(good).set('attachments/corridor.geojson', null)));
  assert.match(headline(dom), /^Verified, but for an attachment that this copy leaves out: 4 entries/);
  assert.ok(plain(body(dom)).includes('is not in this page; check the zip'));
});

test('Hostile text stays text', { skip }, () => {
  const own = newLog(), evil = '</script><img src=x onerror="document.title=\'owned\'"><b>&amp;';
  own.append(`x`, evil, { [evil]: { [evil]: [evil, [evil]] }, plain: 'a\u202eb\nc' }, { [`${evil}2`]: evil });
  const files = makePackage(own, [0]).set(`attachments/${evil}`, corridor), dom = open(embed(files));
  assert.match(headline(dom), /^Not verified: attachments\/<\/script><img src=x onerror=.*is in the package, but evidence\.json does not name it\.$/);
  assert.match(dom, /<title>Not verified<\/title>/);
  assert.doesNotMatch(body(dom), /<img|<b>&amp;/);
  assert.ok(body(dom).includes('a&lt;U+202E&gt;b\nc'));
});

test('A key that is pasted is used, and a wrong one is told', { skip }, () => {
  const paste = key => acting(embed(good), `document.getElementById('key').value = ${JSON.stringify(key)}; document.getElementById('check').click();`);
  const right = open(paste(` ${logKey.vkey}\n`));
  assert.match(headline(right), /^Verified/);
  assert.ok(plain(body(right)).includes('signed; the key that you gave'));
  assert.doesNotMatch(plain(body(right)), /log’s key came/);
  assert.doesNotMatch(plain(body(open(paste(usualPolicy)))), /came with the package/);
  assert.match(headline(open(paste(otherKey.vkey))), /^Not verified: The checkpoint is of the log example\.org\/lantern, and there is no key of that log, but of example\.org\/other/);
});

test('A zip that is chosen is checked itself', { skip }, () => {
  const choose = (zip, name) => acting(embed(new Map()), `const transfer = new DataTransfer(); transfer.items.add(new File([Uint8Array.from(atob('${Buffer.from(zip).toString('base64')}'), c => c.charCodeAt(0))], '${name}'));
    const input = document.getElementById('file'); input.files = transfer.files; input.dispatchEvent(new Event('change'));`);
  const dom = open(choose(makeZip(good), 'lantern.zip'));
  assert.match(headline(dom), /^Verified: 4 entries/);
  assert.ok(dom.includes('lantern.zip'));
  assert.match(headline(open(choose(makeZip(bad), 'bad.zip'))), /^Not verified: Entry 7/);
  assert.match(headline(open(choose(bytes('no zip'), 'no.zip'))), /^Not verified: This is not a whole zip file/);
});
