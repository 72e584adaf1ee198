/** A CRM export of deals without a random number: the same on every machine. */
export function exportOf(deals: number): string {
  const lines = ["Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Created Date,Close Date"];
  const day = (offset: number) => new Date(Date.UTC(2025, 0, 1 + (offset % 400))).toISOString().slice(0, 10);
  const stages = ["Prospecting", "Negotiation/Review", "Closed Won", "Closed Lost"];
  for (let index = 0; index < deals; index++) {
    const created = index % 300;
    lines.push(
      `D${index},Deal ${index},Rep ${index % 12},${stages[index % 4]},${1000 + ((index * 37) % 9000)},${day(created)},${day(created + 20 + (index % 60))}`,
    );
  }
  return lines.join("\n");
}
