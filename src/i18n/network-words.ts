/** The words that the script of the network shows. "{rows}", "{place}" and the like stand where numbers and names go. */
export interface NetworkWords {
  shown: string;
  asked: string;
  page: string;
  province: string;
  none: string;
  points: string;
}
