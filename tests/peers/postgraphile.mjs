// PostGraphile over one database, as its documentation serves it: the schema made from the views and tables found there.
// One process: a second worker was tried, and on two cores took more from PostgreSQL than it gave.
import { createServer } from "node:http";
import { grafserv } from "grafserv/node";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

const [port, socketDirectory, database] = process.argv.slice(2);
const gateway = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: `postgres://edu@/${database}?host=${socketDirectory}`, schemas: ["public"] })],
  grafserv: { graphiql: false },
}).createServ(grafserv);
const server = createServer();
await gateway.addTo(server);
server.listen(Number(port), "127.0.0.1", () => console.log("ready"));
