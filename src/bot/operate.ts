import { type Settings, settingsProblem } from '#settings.ts';
import { systemClock } from './read-clock.ts';

/** What an operator asked for at the command line. */
type Order = {
  readonly operation: { readonly name: 'start' | 'worker' | 'doctor' | 'manifest' | 'register' };
  readonly flags: ReadonlySet<string>;
};

/**
 * Runs the bot, a worker or the doctor.
 * @returns what to print; null where something runs from now on, until a signal ends it.
 * @throws Problem where it cannot start.
 */
export async function operate(order: Order, settings: Settings, process: NodeJS.Process): Promise<string | null> {
  switch (order.operation.name) {
    case 'start': {
      requirePlatforms(settings);
      const { runBot } = await import('./run-bot.ts');
      if (order.flags.has('restore')) {
        const { restoreBackup } = await import('#store/restore-backup.ts');
        const { backup, aside, passedOver } = await restoreBackup(settings.dataFolder, systemClock);
        process.stdout.write(`byline went back to ${backup}; what was there before lies in ${aside}\n`);
        if (passedOver.length > 0)
          process.stderr.write(`byline: passed over, for a clock that was wrong wrote it: ${passedOver.join(', ')}\n`);
      }
      await runBot(settings, process, order.flags.has('terminal') ? 'terminal' : 'page');
      return null;
    }
    case 'worker': {
      requirePlatforms(settings);
      const { runBot } = await import('./run-bot.ts');
      await runBot(settings, process, 'none');
      return null;
    }
    case 'doctor': {
      const { examine } = await import('./examine.ts');
      const [{ drawCard }, { doctorCard }] = await Promise.all([
        import('#platforms/terminal/draw.ts'),
        import('#render/doctor-card.ts'),
      ]);
      const findings = await examine(settings);
      if (findings.some(({ state }) => state === 'broken')) process.exitCode = 1;
      return drawCard(doctorCard(findings), {
        columns: process.stdout.columns ?? 80,
        colour: process.stdout.isTTY === true,
      });
    }
    case 'manifest': {
      const { printManifest } = await import('./print-manifest.ts');
      const { manifest, note } = printManifest(settings, order.flags.has('http'));
      if (note !== null) process.stderr.write(note);
      return manifest;
    }
    case 'register': {
      const { registerOnDiscord } = await import('./register-on-discord.ts');
      return registerOnDiscord(settings);
    }
    default:
      return order.operation.name satisfies never;
  }
}

/** A platform that is set up in half is not left out: whoever set it up expects it to be there. @throws Problem `BAD_SETTINGS`. */
function requirePlatforms({ platformFaults }: Settings): void {
  if (platformFaults.length > 0) throw settingsProblem(platformFaults);
}
