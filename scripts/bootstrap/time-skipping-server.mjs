import { chmodSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.mjs';
import { findCommand, isProgram } from './find-command.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';
import { downloadBySdk } from './sdk-download.mjs';

const VERSION = '1.32.0';

/** Temporal's test server, whose clock skips waits, so that tests run a year in seconds: found, downloaded or from Maven. */
export async function timeSkippingServer(say) {
  const named = process.env.TEMPORAL_TEST_SERVER;
  if (named) {
    if (isProgram(named)) return named;
    throw new Problem(`TEMPORAL_TEST_SERVER names ${named}, which is not a program.`);
  }
  const fromSdk = join(cacheFolder(), `temporal-test-server-${VERSION}`);
  const fromMaven = join(cacheFolder(), `temporal-test-server-${VERSION}-java`, 'temporal-test-server');
  const found = [fromSdk, fromMaven].find(isProgram);
  return (
    found ??
    (await downloadBySdk('time-skipping-server', 'default', fromSdk, say)) ??
    (await fetchByMaven(fromMaven, say))
  );
}

async function fetchByMaven(program, say) {
  const maven = findCommand('mvn');
  if (!maven || !findCommand('java')) throw new Problem(waysToGetIt);
  say(`fetching Temporal's test server ${VERSION} by Maven, once`);
  const folder = mkdtempSync(join(cacheFolder(), 'maven-'));
  const target = join(program, '..');
  try {
    writeFileSync(join(folder, 'pom.xml'), pom);
    const goal = ['-B', '-q', 'dependency:copy-dependencies', '-DincludeScope=runtime', '-DoutputDirectory=lib'];
    const progress = (seconds) => say(`fetching the test server, ${seconds} s`);
    await run(maven, goal, { cwd: folder, progress });
    writeFileSync(join(folder, 'temporal-test-server'), wrapper);
    chmodSync(join(folder, 'temporal-test-server'), 0o755);
    rmSync(target, { recursive: true, force: true });
    renameSync(folder, target);
    return program;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Problem(`${error.message}\n${waysToGetIt}`);
  }
}

const wrapper = `#!/bin/sh
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"
`;

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>headgate</groupId>
  <artifactId>test-server</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;

const waysToGetIt = [
  "Temporal's time-skipping test server was not found and could not be fetched. Any one of these brings it:",
  '  - let this computer reach https://temporal.download, from which it is fetched by itself;',
  '  - install Java 11 or newer and Maven, with which it is fetched by itself;',
  '  - set TEMPORAL_TEST_SERVER to the path of the program.',
].join('\n');
