import { describe, expect, it } from 'vitest';
import { rescuedDatabaseName } from '../../src/rescue/dumpDatabase';
import { databaseNameFor } from '../../src/workspace/databaseName';

describe('databaseNameFor', () => {
  it('is one name for a folder and its index.html, another for any other folder', () => {
    expect(databaseNameFor('/tools/seedcast/index.html')).toBe('seedcast:/tools/seedcast/');
    expect(databaseNameFor('/tools/seedcast/')).toBe('seedcast:/tools/seedcast/');
    expect(databaseNameFor('/tools/')).not.toBe(databaseNameFor('/tools/seedcast/'));
    expect(databaseNameFor('/')).toBe('seedcast:/');
  });

  it('is the name under which the rescue page looks', () => {
    for (const path of ['/', '', '/a/b/', '/a/b/index.html', '/å/']) {
      expect(rescuedDatabaseName(path)).toBe(databaseNameFor(path));
    }
  });
});
