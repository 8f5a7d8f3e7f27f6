import { PermissionFlagsBits, PermissionsBitField } from 'discord.js';
import type { Person } from '#core/chat.ts';
import { type Fields, fieldsOf, textOf } from './field-of.ts';

/**
 * Who asks, from an interaction or a message. In a guild whoever may manage the channel may manage what byline does in it; Discord
 * says so with interactions alone. Outside guilds everyone may.
 */
export function readPerson(event: Fields, isInGuild: boolean): Person | null {
  const member = fieldsOf(event.member);
  const user = fieldsOf(member.user ?? event.user ?? event.author);
  const id = textOf(user.id);
  if (id === null) return null;
  const name = textOf(member.nick) ?? textOf(user.global_name) ?? textOf(user.username);
  return { id, name, mayManage: !isInGuild || mayManageChannels(textOf(member.permissions)) };
}

function mayManageChannels(permissions: string | null): boolean {
  if (permissions === null || !/^\d+$/.test(permissions)) return false;
  // An administrator may do everything.
  return new PermissionsBitField(BigInt(permissions)).has(PermissionFlagsBits.ManageChannels);
}
