const { relative } = require('node:path');

const SHOWN = 10;

/** Names, after a run of several files, those that took the longest, and what the largest worker held. */
module.exports = class Slowest {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onRunComplete(_contexts, { testResults }) {
    if (testResults.length < 2) return;
    const seconds = ({ perfStats: { start, end } }) => (end - start) / 1000;
    const sorted = [...testResults].sort((a, b) => seconds(b) - seconds(a)).slice(0, SHOWN);
    const lines = sorted.map((file) => {
      const inTests = file.testResults.reduce((sum, { duration }) => sum + (duration ?? 0), 0) / 1000;
      const name = relative(this.rootDir, file.testFilePath);
      return `  ${seconds(file).toFixed(1).padStart(6)} s, ${inTests.toFixed(1)} of them in tests: ${name}`;
    });
    const sum = testResults.reduce((total, file) => total + seconds(file), 0);
    const largest = Math.max(...testResults.map(({ memoryUsage }) => memoryUsage ?? 0));
    process.stderr.write(
      `\nThe slowest of ${testResults.length} files, ${sum.toFixed(0)} s in all:\n${lines.join('\n')}\n`,
    );
    if (largest) process.stderr.write(`The largest heap after a file: ${Math.round(largest / 1e6)} MB\n`);
  }
};
