import type { ServiceParts } from './parts';
import type { SeedcastService } from './protocol';
import { createService } from './service';

/**
 * One value on its way across. Files cross as they are, in a browser; Node can't clone a File. A callback crosses as a
 * port that Comlink keeps; what it is called with is plain.
 */
function cross<T>(value: T): T {
  if (typeof value === 'function' || value instanceof Blob) return value;
  if (Array.isArray(value) && value.some((member) => member instanceof Blob)) return value;
  return structuredClone(value);
}

/**
 * The service without a worker, for tests. Arguments and answers pass through structuredClone as they would on their
 * way to a worker and back, so that what can't cross (a proxy, a function inside an object) fails here too.
 */
export function createInlineService(parts: ServiceParts): SeedcastService {
  return new Proxy(createService(parts), {
    get(service, name) {
      const method: unknown = Reflect.get(service, name);
      if (typeof method !== 'function') return method;
      return async (...args: readonly unknown[]): Promise<unknown> => {
        const answer: unknown = await Reflect.apply(method, service, args.map(cross));
        // A backup's Blob lies one level down.
        const isBlob =
          typeof answer === 'object' && answer !== null && 'value' in answer && answer.value instanceof Blob;
        return isBlob ? answer : cross(answer);
      };
    },
  });
}
