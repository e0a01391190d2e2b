import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Changed } from './changes.ts';
import type { CommandName, Commands, OrderOf } from './orders.ts';
import type { DataOf, ReplyOf, RequestName, Requests } from './protocol.ts';

type ProtocolMap = {
  [Name in RequestName]: (data: DataOf<Requests[Name]>) => ReplyOf<Requests[Name]>;
} & {
  [Name in CommandName]: (data: OrderOf<Name>) => ReplyOf<Commands[Name]>;
} & { changed: (data: Changed) => void };

/** The one wire. Types are not checked at run time by the library: server.ts and commands.ts parse what arrives. */
export const wire = defineExtensionMessaging<ProtocolMap>();
