import { wakeFirstWorker } from './firstWorker';

wakeFirstWorker();
