export { shapeOf } from './headers';
export { inspectFiles } from './inspectFiles';
export { KeptReading } from './keptReading';
export { moveExample } from './moveExample';
export { readDeals } from './readDeals';
export type { ImportOptions, SourceFile } from './sourceFile';
export type * from './types';
