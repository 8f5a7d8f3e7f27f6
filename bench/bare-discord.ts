/** The least that a Discord bot can be: it defers. What byline's acknowledgements are measured against. */
import { Client, GatewayIntentBits } from 'discord.js';

const [apiUrl = '', token = ''] = process.argv.slice(2);
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: apiUrl } });
client.on('interactionCreate', (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.deferReply();
});
await client.login(token);
