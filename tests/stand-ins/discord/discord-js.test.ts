/** Proves that the real discord.js lives with the stand-in: what it sends is taken, what it gets it understands. */
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  ContainerBuilder,
  EmbedBuilder,
  Events,
  type Interaction,
  type Message,
  MessageFlags,
  PermissionFlagsBits,
  SectionBuilder,
  SeparatorBuilder,
  StringSelectMenuBuilder,
  TextChannel,
  TextDisplayBuilder,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectClient, createClient, nextEvent } from './connect-client.ts';
import { createDiscord } from './create-discord.ts';
import type { DiscordStandIn } from './stand-in.ts';

let stand: DiscordStandIn;
let client: Client<true>;

beforeEach(async () => {
  stand = await createDiscord();
  client = await connectClient(stand);
});
afterEach(async () => {
  await client.destroy();
  await stand.close();
});

const button = () => new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary);
const row = () => new ActionRowBuilder<ButtonBuilder>().addComponents(button());

async function home(): Promise<TextChannel> {
  const channel = await client.channels.fetch(stand.channel);
  if (!(channel instanceof TextChannel)) throw new Error('the channel is not a text channel');
  return channel;
}

test('a command becomes a filled message, a thread under it, and a talk in the thread', async () => {
  const started = new Promise<void>((done, fail) => {
    client.on(Events.InteractionCreate, (interaction) => brief(interaction).then(done, fail));
  });
  async function brief(interaction: Interaction): Promise<void> {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    const message = await interaction.editReply({
      content: `read ${interaction.options.getString('url')}`,
      components: [row()],
    });
    await message.startThread({ name: 'Sources', autoArchiveDuration: 60 });
  }
  expect(await stand.command('brief', { url: 'a.example' })).toMatchObject({ isAcked: true, type: 5 });
  await started;
  const [message] = stand.messages(stand.channel);
  expect(message).toMatchObject({ content: 'read a.example', isLoading: false, edits: 1 });
  expect(stand.threads()).toMatchObject([{ id: message?.id, name: 'Sources' }]);

  const heard = nextEvent<Message>(client, Events.MessageCreate);
  const asked = await stand.say('who says so?', { channel: message?.id ?? '' });
  const question = await heard;
  expect([question.content, question.channel.isThread()]).toEqual(['who says so?', true]);
  await question.reply({ content: 'the mayor', nonce: 'n1', enforceNonce: true });
  expect(stand.messages(message?.id ?? '')).toMatchObject([
    { content: 'who says so?' },
    { content: 'the mayor', replyTo: asked.id, nonce: 'n1', pinged: [] },
  ]);
  expect(stand.requests.filter(({ status }) => status >= 400)).toEqual([]);
  expect(stand.tooFast()).toBe(0);
});

test('a button is answered for one person, another changes its message, a select is chosen from', async () => {
  client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) {
      const select = new StringSelectMenuBuilder().setCustomId('pick').addOptions({ label: 'First', value: '1' });
      const second = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select);
      await interaction.reply({ content: 'x', components: [row(), second], withResponse: true });
    } else if (interaction.isButton()) await interaction.reply({ content: 'only you', flags: MessageFlags.Ephemeral });
    else if (interaction.isStringSelectMenu()) await interaction.update({ content: `chose ${interaction.values}` });
  });
  await stand.command('brief', { url: 'a.example' });
  const id = stand.messages(stand.channel)[0]?.id ?? '';
  expect(await stand.press(id, 'More')).toMatchObject({ isAcked: true, type: 4 });
  expect(await stand.choose(id, 'First')).toMatchObject({ isAcked: true, type: 7 });
  expect(stand.messages(stand.channel)).toMatchObject([
    { content: 'chose 1', onlyFor: null },
    { content: 'only you', onlyFor: stand.person, replyTo: id },
  ]);
  expect(stand.requests.filter(({ status }) => status >= 400)).toEqual([]);
});

test('everything that discord.js builds is taken: embeds, Components V2, edits, archives, DMs', async () => {
  const channel = await home();
  const v2 = new ContainerBuilder()
    .setAccentColor(0xff8800)
    .addTextDisplayComponents(new TextDisplayBuilder().setContent('## Points'))
    .addSeparatorComponents(new SeparatorBuilder())
    .addSectionComponents(
      new SectionBuilder()
        .addTextDisplayComponents(new TextDisplayBuilder().setContent('one'))
        .setButtonAccessory(
          new ButtonBuilder().setLabel('Read').setStyle(ButtonStyle.Link).setURL('https://a.example'),
        ),
    );
  const message = await channel.send({ components: [v2], flags: MessageFlags.IsComponentsV2 });
  expect(message.components).toHaveLength(1);
  await message.edit({ components: [new TextDisplayBuilder().setContent('less')] });
  expect(stand.messages(stand.channel)).toMatchObject([
    { components: [{ content: 'less', id: 1 }], edits: 1, flags: 1 << 15 },
  ]);
  const thread = await message.startThread({ name: 'x' });
  await thread.send({
    embeds: [new EmbedBuilder().setTitle('x').setFields({ name: 'a', value: 'b' }).setFooter({ text: 'c' })],
  });
  await thread.setArchived(true);
  expect((await channel.messages.fetch({ limit: 5 })).map(({ id }) => id)).toEqual([message.id]);
  expect((await channel.messages.fetch(message.id)).flags.has(MessageFlags.HasThread)).toBe(true);
  const person = await client.users.createDM(stand.person);
  await person.send('hello');
  await message.delete();
  expect(stand.requests.filter(({ status }) => status >= 400)).toEqual([]);
});

test('discord.js works out the permissions that the stand-in goes by', async () => {
  stand.addChannel({
    id: stand.channel,
    botPermissions: PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages,
  });
  await nextEvent(client, Events.ChannelUpdate);
  const permissions = (await home()).permissionsFor(client.user);
  expect(permissions?.has('SendMessages')).toBe(true);
  expect(permissions?.has('CreatePublicThreads')).toBe(false);
  await expect((await home()).threads.create({ name: 'x', type: 11 })).rejects.toMatchObject({
    code: 50013,
    status: 403,
  });
});

test('an answer after three seconds is a DiscordAPIError 10062', async () => {
  const late = new Promise<unknown>((done) => {
    client.on(Events.InteractionCreate, async (interaction) => {
      stand.ageTokens(3001);
      if (interaction.isChatInputCommand()) await interaction.deferReply().catch(done);
    });
  });
  expect(await stand.command('brief', { url: 'a.example' })).toMatchObject({ isAcked: false });
  expect(await late).toMatchObject({ code: 10062, status: 404 });
});

const POST = /^POST \/channels\/\d+\/messages$/;

test('a reset connection is tried again, a closed one is an error for the app', async () => {
  const channel = await home();
  stand.fail(POST, { kind: 'drop-after', isReset: true });
  await channel.send({ content: 'x', nonce: 'n1', enforceNonce: true });
  expect(stand.messages(stand.channel)).toHaveLength(1);
  stand.fail(POST, { kind: 'drop-before' });
  await expect(channel.send({ content: 'y', nonce: 'n2', enforceNonce: true })).rejects.toThrow('other side closed');
});

test('a bad token, and an intent that was not granted, end the login', async () => {
  const stranger = createClient(stand);
  await expect(stranger.login('nobody')).rejects.toMatchObject({ code: 'TokenInvalid' });
  await stranger.destroy();
  stand.grantsMessageContent = false;
  const greedy = createClient(stand);
  await expect(greedy.login(stand.token)).rejects.toThrow('Used disallowed intents');
  await greedy.destroy();
});
