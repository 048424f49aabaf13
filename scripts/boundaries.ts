import { writeShippedBoundaries } from './shipped-boundaries.ts';

writeShippedBoundaries();
