import { Refusal } from '@headgate/domain/case';
import { casesSeenBy } from '@headgate/domain/people';
import {
  CaseRecord,
  type FoundScan,
  findScan,
  partsKept,
  type ScansOf,
  type SessionHolder,
} from '@headgate/persistence';
import { Injectable } from '@nestjs/common';
import { scanJson } from './scan-json.ts';

/** Whoever sees only some cases sees only the scans that they posted themselves: others show other customers' papers. */
export const scansSeenBy = ({ role, username }: SessionHolder): ScansOf =>
  casesSeenBy(role) === 'all' ? 'all' : { postedBy: username };

/** Scans as one member of staff may see them. */
@Injectable()
export class ScanDesk {
  constructor(private readonly record: CaseRecord) {}

  /** Throws a Refusal `unknown` for a scan that is not there, or of which this person may not know. */
  async see(id: string, by: SessionHolder, db = this.record.db): Promise<FoundScan> {
    const found = await findScan(db, id, scansSeenBy(by));
    if (!found) throw new Refusal('unknown', 'unknown-scan', 'There is no such scan.');
    return found;
  }

  async tell(id: string, by: SessionHolder, db = this.record.db) {
    const scan = await this.see(id, by, db);
    return scanJson(scan, await partsKept(db, scan.id));
  }
}
