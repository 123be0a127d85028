namespace EduAnalytics.Cli.Simulate;

/// <param name="Endpoint">Where the system answers GraphQL.</param>
/// <param name="Rate">Events a second.</param>
/// <param name="For">How long to go on; null until Ctrl-C.</param>
/// <param name="Token">The API token that the command line names; null for none.</param>
internal sealed record SimulateSettings(Uri Endpoint, double Rate, TimeSpan? For, string? Token = null);
