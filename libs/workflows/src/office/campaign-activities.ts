/** What came of a part of the campaign. */
export interface CampaignProgress {
  /** Landholders whose case is still to be opened; 0 when the campaign has ended or stands still by a fault. */
  readonly left: number;
  /** How long to wait before the next part, so that the rate is kept. */
  readonly pauseMs: number;
}

/** The yearly campaign as workflows call it. Arguments and results are years and counts. */
export interface CampaignActivities {
  /** Asks for the campaign of the year whose forms are posted; answers the year. */
  beginCampaign(): Promise<number>;
  /** Writes down who must file. Repeated, it changes nothing. */
  planCampaign(formYear: number): Promise<void>;
  /** Opens the next cases. Repeated or cut off, it opens nothing twice. */
  openFilings(formYear: number): Promise<CampaignProgress>;
}
