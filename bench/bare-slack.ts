/** The least that a Slack bot can be: it acknowledges. What byline's acknowledgements are measured against. */
import { App } from '@slack/bolt';

const [apiUrl = '', token = '', appToken = ''] = process.argv.slice(2);
const app = new App({ token, appToken, socketMode: true, clientOptions: { slackApiUrl: apiUrl } });
app.command('/brief', async ({ ack }) => ack());
await app.start();
