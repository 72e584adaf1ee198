/** `npm start`: the workbench on this machine, until Ctrl+C. */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { lastPort, rememberPort } from "./lastPort.js";
import { startWorkbench } from "./server.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const dist = resolve(process.env.WORKBENCH_DIST ?? join(root, "dist"));
const documentFile = resolve(process.env.WORKBENCH_FILE ?? ".workbench/workbook.json");

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

/** PORT as given, and only that; otherwise the last run's port if it is free, otherwise any. */
function portsToTry(): number[] {
  const given = process.env.PORT;
  if (given === undefined || given === "") return [lastPort(documentFile) ?? 0, 0];
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    stop(`PORT must be a number from 0 to 65535, not "${given}".`);
  return [port];
}

if (!existsSync(join(dist, "Code.js"))) {
  stop(`The built add-on is missing: ${join(dist, "Code.js")}. Run npm run build first.`);
}

const workbench = await startWorkbench({ dist, documentFile, ports: portsToTry() }).catch(
  (error: unknown) => {
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    stop(
      taken ? `Port ${process.env.PORT} is in use. Set PORT to another one, or leave it out.` : `${error}`,
    );
  },
);
rememberPort(documentFile, workbench.port);
console.log(`Workbench: ${workbench.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    workbench.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
