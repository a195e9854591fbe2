/** Loaded before the application: writes down, in the file FILES_SEEN, each path that node:fs or node:fs/promises is asked about. */
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const { fileURLToPath } = require('node:url');

const PLAIN = [
  'access',
  'copyFile',
  'cp',
  'lstat',
  'open',
  'opendir',
  'readFile',
  'readdir',
  'readlink',
  'stat',
  'statfs',
];
const NAMES = [...PLAIN, 'realpath', 'exists', 'rename', 'unlink', 'writeFile', 'appendFile', 'truncate'].flatMap(
  (name) => [name, `${name}Sync`],
);
const seen = fs.openSync(process.env.FILES_SEEN, 'a');
const { writeSync } = fs;

function watched(original) {
  const watching = function (path, ...rest) {
    const text = path instanceof URL ? fileURLToPath(path) : Buffer.isBuffer(path) ? path.toString() : path;
    if (typeof text === 'string') writeSync(seen, `${JSON.stringify(text)}\n`);
    return original.call(this, path, ...rest);
  };
  for (const key of Reflect.ownKeys(original)) {
    if (!['length', 'name', 'prototype'].includes(key)) watching[key] = original[key];
  }
  return watching;
}

for (const api of [fs, fs.promises]) {
  for (const name of [...NAMES, 'createReadStream', 'createWriteStream', 'openAsBlob', 'watch', 'watchFile']) {
    if (typeof api[name] === 'function') api[name] = watched(api[name]);
  }
}
syncBuiltinESMExports();
