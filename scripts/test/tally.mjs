/** Counts what passed and keeps what failed by name, over all tiers. */
export function createTally() {
  let passed = 0;
  const failures = [];
  return {
    pass(count = 1) {
      passed += count;
    },
    fail(name) {
      failures.push(name);
    },
    /** Prints the failures once more, and as the last line the sum. Answers the exit code. */
    close() {
      if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
      console.log(`\n${passed} passed, ${failures.length} failed`);
      return failures.length > 0 || passed === 0 ? 1 : 0;
    },
  };
}
