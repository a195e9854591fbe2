import { readFileSync } from 'node:fs';

// Adds up results that jest wrote as JSON; ends with the line "N passed, N failed". A run that is missing has failed.
let passed = 0;
let failed = 0;
for (const file of process.argv.slice(2)) {
  const result = read(file);
  if (!result?.numPassedTests) {
    console.log(`\n${file} tells of no test that passed`);
    process.exitCode = 1;
  }
  passed += result?.numPassedTests ?? 0;
  failed += (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0);
  if (result?.numFailedTestSuites) process.exitCode = 1;
}
console.log(`\n${passed} passed, ${failed} failed`);
if (failed) process.exitCode = 1;

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
