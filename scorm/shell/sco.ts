import '../../src/components/question/question.ts';
import '../../src/components/dilemma/dilemma.ts';
import '../../src/components/test/test.ts';
import { defineSession } from '../../src/components/session/session.ts';
import { startNavigation } from './navigation.ts';
import { watchConnection } from './online.ts';
import { openPackageRecord } from './open-package.ts';

/** Entry of the one script a package carries. */
startNavigation();
watchConnection();
defineSession(openPackageRecord);
