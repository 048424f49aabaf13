/** The words that the script of the copy's page shows. "{n}", "{of}" and "{size}" stand where numbers go. */
export interface CopyWords {
  keep: string;
  goOn: string;
  again: string;
  none: string;
  part: string;
  begun: string;
  progress: string;
  done: string;
  kept: string;
  removing: string;
  removed: string;
  notRemoved: string;
  /** By reason. */
  failed: Record<'offline' | 'full' | 'changed' | 'refused' | 'stopped', string>;
  insecure: string;
  unsupported: string;
}
