export const help = `npm run config -- export <folder>
npm run config -- import <folder or file> [--dry-run]

Policies (with their ladders) and calendars as YAML files, one for each name:
  <folder>/policies/service-standard.yaml     every version, the newest last
  <folder>/calendars/district.yaml            the rules with the instants from which they hold

export    writes them; the same rules give the same bytes.
import    takes what is new, all or nothing. The linter looks first; with an error nothing is taken.
          An unchanged file changes nothing. Change the last version, or add one behind it: it becomes a new version
          that holds from its "from" on, from now on where that is over. Versions before it are never changed.
          After a change of a calendar every running case is looked at again.
--dry-run says what an import would do, and writes nothing.

It works on the database of a running "npm start", or on the one that DATABASE_URL names. Rates and letters are part of
the program (libs/domain, templates) and not of these files. Exit code: 0 done, 1 refused, 2 asked wrongly.`;
