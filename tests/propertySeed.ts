import fc from 'fast-check';

/**
 * Properties are tried on the same examples on every run, so that a change which is green stays green. To look for new
 * ones: `PROPERTY_SEED=$RANDOM npm run test:unit`.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_123) });
