import '../../src/components/search/document.ts';
import '../../src/components/question/question.ts';
import '../../src/components/dilemma/dilemma.ts';
import '../../src/components/test/test.ts';
import { openInPlace } from '../../src/components/lesson/in-place.ts';
import { inPlaceHere } from '../../src/components/lesson/in-place-data.ts';
import { defineSession } from '../../src/components/session/session.ts';
import { startNavigation } from '../shell/navigation.ts';
import { beginAnewWhenErased } from './begin-anew.ts';
import { tellKept } from './kept.ts';
import { openUsbRecord } from './open-usb.ts';

/** Entry of a module's script; it carries nothing for an LMS. */
startNavigation();
delete document.documentElement.dataset['script'];
const words = inPlaceHere();
if (words) openInPlace(words);
tellKept();
beginAnewWhenErased();
defineSession(openUsbRecord);
