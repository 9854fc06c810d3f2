import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { findCommand } from './find-command.mjs';
import { Problem } from './problem.mjs';

const USER = 'postgres';

/**
 * PostgreSQL refuses to run as root. Makes `folder` its own and answers a function that turns a command into one
 * that runs as the user postgres (made when there is none); for everybody but root the command stays as it is.
 */
export function ownedByPostgres(folder, program) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.getuid?.() !== 0) return (command, args) => ({ command, args, options: {} });
  const { uid, gid } = findOrMakeUser();
  chownSync(folder, uid, gid);
  if (canReach(folder, uid, gid) && canReach(program, uid, gid))
    return (command, args) => ({ command, args, options: { uid, gid } });
  return throughPrivateFolders(folder, uid, gid);
}

function findOrMakeUser() {
  const found = ids();
  if (found) return found;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', USER]);
  const made = ids();
  if (made) return made;
  throw new Problem('PostgreSQL does not run as root, and the user postgres could not be made. Run as another user.');
}

function ids() {
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number.parseInt(spawnSync('id', [flag, USER], { encoding: 'utf8' }).stdout, 10),
  );
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : null;
}

function canReach(path, uid, gid) {
  return spawnSync('test', ['-x', path], { uid, gid, cwd: '/' }).status === 0;
}

/** A checkout below a folder that only root may enter: postgres gets the one right to look through folders, no other. */
function throughPrivateFolders(folder, uid, gid) {
  const setpriv = findCommand('setpriv');
  if (!setpriv) {
    throw new Problem(
      `The user postgres cannot enter ${folder}. Run as another user than root, or set HEADGATE_HOME to a folder that all may enter.`,
    );
  }
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup'];
  const right = ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search'];
  return (command, args) => ({ command: setpriv, args: [...identity, ...right, command, ...args], options: {} });
}
