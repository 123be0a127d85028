namespace EduAnalytics.Cli.Torture;

/// <param name="Kills">How often the system is killed.</param>
/// <param name="Clients">How many senders go on at once.</param>
/// <param name="Seed">What decides the moments and the content; the same seed does the same again.</param>
/// <param name="Store">The connection string of an empty PostgreSQL database; null for SQLite.</param>
/// <param name="Data">The directory of the system's data; must be empty.</param>
internal sealed record TortureSettings(int Kills, int Clients, int Seed, string? Store, string Data);
