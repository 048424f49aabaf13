/** Towns whose province is beyond doubt; degrees, rounded. */
import type { Point } from '../../src/map/geometry.ts';

export interface Town {
  name: string;
  province: string;
  at: Point;
}

export const TOWNS: readonly Town[] = [
  { name: 'Phnom Penh', province: 'KH-12', at: [104.92, 11.56] },
  { name: 'Poipet', province: 'KH-1', at: [102.56, 13.66] },
  { name: 'Bavet', province: 'KH-20', at: [106.13, 11.07] },
  { name: 'Pailin', province: 'KH-24', at: [102.61, 12.85] },
  { name: 'Koh Kong', province: 'KH-9', at: [102.98, 11.62] },
  { name: 'Suong', province: 'KH-25', at: [105.65, 11.91] },
];

/** On both banks of the Mekong, where Tboung Khmum was parted from Kampong Cham. */
export const RIVER_TOWNS: readonly Town[] = [
  { name: 'Kampong Cham', province: 'KH-3', at: [105.46, 11.99] },
  { name: 'Stueng Trang', province: 'KH-3', at: [105.53, 12.26] },
  { name: 'Kaoh Soutin', province: 'KH-3', at: [105.38, 11.89] },
  { name: 'Tonle Bet', province: 'KH-25', at: [105.49, 11.98] },
  { name: 'Krouch Chhmar', province: 'KH-25', at: [105.72, 12.28] },
  { name: 'Ou Reang Ov', province: 'KH-25', at: [105.55, 11.83] },
  { name: 'Memot', province: 'KH-25', at: [106.18, 11.83] },
];
