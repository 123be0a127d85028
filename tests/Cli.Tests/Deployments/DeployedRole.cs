using System.Text.RegularExpressions;

namespace EduAnalytics.Cli.Tests.Deployments;

/// <summary>One of our containers, as a file lays it out.</summary>
/// <param name="Name">The service's or container's.</param>
/// <param name="Replicas">How many of it run.</param>
/// <param name="Command">The program's first argument: a role, or <c>migrate</c>.</param>
/// <param name="Settings">Its environment; what comes from elsewhere at run time has a stand-in.</param>
/// <param name="Ports">The ports that it says it listens at, by name.</param>
internal sealed partial record DeployedRole(
    string Name, int Replicas, string Image, string Command, IReadOnlyDictionary<string, string> Settings, IReadOnlyDictionary<string, int> Ports)
{
    private const string StandIn = "10.0.0.7";
    private const string Store = "Host=db;Database=edu;Username=edu;Password=secret";

    public static IReadOnlyList<DeployedRole> OfCompose(YamlNode file) =>
    [
        .. file["services"].Entries.Where(service => service.Value["image"].Text!.StartsWith("eduanalytics/", StringComparison.Ordinal)).Select(service => new DeployedRole(
            service.Key,
            1,
            service.Value["image"].Text!,
            service.Value["command"].Items.Single().Text!,
            service.Value["environment"].Entries.Where(setting => setting.Value.Text is not null).ToDictionary(setting => setting.Key, setting => Asked().Replace(setting.Value.Text!, "asked")),
            new Dictionary<string, int>())),
    ];

    public static IReadOnlyList<DeployedRole> OfKubernetes(IReadOnlyList<YamlNode> objects) =>
    [
        .. objects.SelectMany(owner => owner["spec"]["template"]["spec"]["containers"].Items.Select(container => new DeployedRole(
            container["name"].Text!,
            int.Parse(owner["spec"]["replicas"].Text ?? "1", System.Globalization.CultureInfo.InvariantCulture),
            container["image"].Text!,
            container["args"].Items.Single().Text!,
            Environment(container, objects),
            container["ports"].Items.ToDictionary(
                port => port["name"].Text!, port => int.Parse(port["containerPort"].Text!, System.Globalization.CultureInfo.InvariantCulture))))),
    ];

    private static Dictionary<string, string> Environment(YamlNode container, IReadOnlyList<YamlNode> objects)
    {
        var maps = container["envFrom"].Items.Select(source => source["configMapRef"]["name"].Text!);
        var shared = maps.SelectMany(name => objects.Single(map => map["kind"].Text == "ConfigMap" && map["metadata"]["name"].Text == name)["data"].Entries)
            .ToDictionary(setting => setting.Key, setting => setting.Value.Text!);
        foreach (var setting in container["env"].Items)
            shared[setting["name"].Text!] = setting["value"].Text ?? (setting["valueFrom"]["secretKeyRef"]["name"].Text is null ? StandIn : Store);
        return shared;
    }

    /// <summary>What compose takes from whoever starts it.</summary>
    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex Asked();
}
