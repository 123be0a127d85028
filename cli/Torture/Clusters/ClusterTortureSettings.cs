using EduAnalytics.Cli.Torture.Faults;

namespace EduAnalytics.Cli.Torture.Clusters;

/// <param name="Silos">How many silos, 2 or more: with one there is nobody to take over.</param>
/// <param name="Gateways">How many gateways, 1 or more.</param>
/// <param name="Clients">How many senders go on at once; two readers ask and one follows at each gateway, and two readers ask through the dashboard.</param>
/// <param name="Faults">The kinds of faults, which come in turn.</param>
/// <param name="Strikes">How many faults happen at the most.</param>
/// <param name="Limit">No fault begins after this time.</param>
/// <param name="LongestGap">How long a reader may be without a comparison.</param>
/// <param name="LongestPause">How long one who asks through the dashboard may be, while processes are restarted one after the other.</param>
/// <param name="Seed">What decides the content and the moments; the same seed does the same again, as far as processes let it.</param>
/// <param name="Data">The directory of the database and of what the processes say; must be empty.</param>
internal sealed record ClusterTortureSettings(
    int Silos, int Gateways, int Clients, IReadOnlyList<IFault> Faults, int Strikes, TimeSpan Limit, TimeSpan LongestGap, TimeSpan LongestPause, int Seed, string Data);
