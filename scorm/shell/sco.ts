import { defineSession } from '../../src/components/session/session.ts';
import { watchConnection } from './online.ts';
import { openPackageRecord } from './open-package.ts';
import { startParts } from './parts.ts';

/** Entry of the one script a package carries. */
startParts();
watchConnection();
defineSession(openPackageRecord);
