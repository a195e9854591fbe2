import { readFileSync } from 'node:fs';

/** Least versions, each with the hole that an older one has. A package that is not installed passes. */
const FLOORS = {
  fastify: ['5.3.2', 'CVE-2025-32442: body validation passed over by a changed content type'],
  'find-my-way': ['9.0.1', 'CVE-2024-45813: two parameters in one segment take exponential time'],
  'fast-json-stringify': ['6.0.0', 'the line the serialisers were checked with'],
  graphql: ['16.8.1', 'CVE-2023-26144: overlapping fields stop the process'],
  jsonwebtoken: ['9.0.0', 'CVE-2022-23539, -23540, -23541: weak keys and algorithms accepted'],
  jws: ['3.2.3', 'CVE-2025-65945: HMAC verification passed over'],
  mercurius: ['11.5.0', 'CVE-2023-22477: a malformed packet stops the process'],
  passport: ['0.6.0', 'CVE-2022-25896: session fixation'],
  'swagger-ui-dist': ['4.1.3', 'CVE-2018-25031: a document from elsewhere shown as ours'],
  'class-validator': ['0.14.0', 'CVE-2019-18413: unknown values passed by default'],
  undici: ['7.5.0', 'CVE-2025-47279: bad certificates of a server called again and again fill the memory'],
  ws: ['8.17.1', 'CVE-2024-37890: too many headers stop the process'],
};

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const problems = [];

for (const [path, { version, resolved, integrity, link }] of Object.entries(packages)) {
  const name = path.split('node_modules/').pop();
  const [least, hole] = FLOORS[name] ?? [];
  if (path && least && isBelow(version, least)) problems.push(`${path} ${version} is below ${least} (${hole})`);
  if (resolved?.includes('://')) problems.push(`${path}: package-lock.json carries an address`);
  if (path && !integrity && !link && !path.endsWith('.bundled'))
    problems.push(`${path}: no integrity in package-lock.json`);
}

if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}

function isBelow(version, least) {
  const [a, b] = [version, least].map((text) => text.split('-')[0].split('.').map(Number));
  const index = a.findIndex((number, at) => number !== b[at]);
  return index !== -1 && a[index] < b[index];
}
