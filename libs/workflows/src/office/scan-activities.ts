/** A bulk scan as workflows call it: by its id alone. */
export interface ScanActivities {
  /** Reads, cuts and files what is left of the scan. Repeated or cut off, it files nothing twice. */
  readScan(scanId: string): Promise<void>;
}
