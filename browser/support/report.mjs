// Counts what ran and says each result as it comes; the last line is for whoever adds the sums.

export class Report {
  #kinds = new Map();
  #failures = [];

  /** Notes one check. It passed when there are no problems. */
  note(kind, name, problems, seconds = 0) {
    const count = this.#kinds.get(kind) ?? { passed: 0, failed: 0, seconds: 0 };
    this.#kinds.set(kind, count);
    count.seconds += seconds;
    if (problems.length === 0) {
      count.passed += 1;
      console.log(`ok    ${kind}: ${name}`);
    } else {
      count.failed += 1;
      this.#failures.push({ kind, name, problems });
      console.log(`FAIL  ${kind}: ${name}`);
      for (const problem of problems.slice(0, 12)) console.log(`      ${problem}`);
      if (problems.length > 12) console.log(`      and ${problems.length - 12} more`);
    }
  }

  /** Runs one check, notes it and says whether it passed. `act` gives its problems, or nothing; what it throws is
   *  a problem too. */
  async run(kind, name, act) {
    let problems;
    const begun = performance.now();
    try {
      problems = (await act()) ?? [];
    } catch (error) {
      problems = String(error.message ?? error).split('\n');
    }
    this.note(kind, name, problems, (performance.now() - begun) / 1000);
    return problems.length === 0;
  }

  get failed() {
    return this.#failures.length;
  }

  /** The table of kinds (the seconds of checks that run side by side are added up), every failure again, and the closing line. */
  close() {
    const kinds = [...this.#kinds];
    const passed = kinds.reduce((sum, [, count]) => sum + count.passed, 0);
    const width = Math.max(...kinds.map(([kind]) => kind.length), 10);
    console.log(`\n${'What ran'.padEnd(width)}  passed  failed  seconds`);
    for (const [kind, count] of kinds) {
      console.log(`${kind.padEnd(width)}  ${String(count.passed).padStart(6)}  ${String(count.failed).padStart(6)}  ${count.seconds.toFixed(1).padStart(7)}`);
    }
    if (this.failed) console.log('\nWhat failed');
    for (const { kind, name, problems } of this.#failures) console.log(`  ${kind}: ${name}\n      ${problems[0]}`);
    console.log(`\n${passed} passed, ${this.failed} failed`);
  }
}

/** Says what is wrong where a journey cannot go on. */
export function must(holds, problem) {
  if (!holds) throw new Error(problem);
}
