import { defineSession } from '../../src/components/session/session.ts';
import { startParts } from '../shell/parts.ts';
import { beginAnewWhenErased } from './begin-anew.ts';
import { tellKept } from './kept.ts';
import { openUsbRecord } from './open-usb.ts';

/** Entry of a module's script; it carries nothing for an LMS. */
startParts();
delete document.documentElement.dataset['script'];
tellKept();
beginAnewWhenErased();
defineSession(openUsbRecord);
