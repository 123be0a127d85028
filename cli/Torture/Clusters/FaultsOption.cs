using System.CommandLine;
using EduAnalytics.Cli.Torture.Faults;

namespace EduAnalytics.Cli.Torture.Clusters;

/// <summary><c>--faults kill,pause</c>: which kinds of faults come in turn; all of them where it is left out.</summary>
internal sealed class FaultsOption : Option<IReadOnlyList<IFault>>
{
    private static readonly IFault[] all =
    [
        new NetworkCut(TimeProvider.System), new ProcessKill("kill", cluster => cluster.Silos), new DatabaseCrash(),
        new SiloPause(TimeProvider.System), new ProcessKill("gateway", cluster => cluster.Gateways), new RollingRestart(),
    ];

    private static readonly string names = string.Join(",", all.Select(fault => fault.Name));

    public FaultsOption()
        : base("--faults")
    {
        Description = $"What happens to a cluster, in this order and again: of {names}.";
        DefaultValueFactory = _ => all;
        CustomParser = result =>
        {
            var asked = result.Tokens.Single().Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var found = asked.Select(name => all.FirstOrDefault(fault => fault.Name == name)).ToList();
            if (found.Count > 0 && found.TrueForAll(fault => fault is not null))
                return [.. found.OfType<IFault>()];
            result.AddError($"--faults takes a list such as {names}.");
            return null;
        };
    }
}
