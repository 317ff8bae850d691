import { onServer } from './onServer.ts';
import { engine } from './store.ts';

// VIGIE_ENGINE=postgres: the units of the tests are worked on on a server.
engine.place = onServer;
