using System.Text.Json;
using EduAnalytics.Testing;
using YamlDotNet.Serialization;

namespace EduAnalytics.Cli.Tests.Telemetry;

/// <summary>The files that are made for Prometheus and Grafana.</summary>
internal static class DeployedFiles
{
    public static string AlertsPath { get; } = Path.Combine(Repository.Root, "deploy", "prometheus", "alerts.yml");

    /// <summary>The panels' titles and what they ask.</summary>
    public static IEnumerable<(string Where, string Asks)> Panels()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "deploy", "grafana", "eduanalytics.json")));
        return
        [
            .. from panel in dashboard.RootElement.GetProperty("panels").EnumerateArray()
               where panel.TryGetProperty("targets", out _)
               from target in panel.GetProperty("targets").EnumerateArray()
               select (panel.GetProperty("title").GetString()!, target.GetProperty("expr").GetString()!),
        ];
    }

    /// <summary>The alerts' names and when they are raised.</summary>
    public static IReadOnlyList<(string Alert, string When)> Alerts() =>
    [
        .. from rule in new DeserializerBuilder().IgnoreUnmatchedProperties().Build().Deserialize<AlertFile>(File.ReadAllText(AlertsPath)).Groups.Single().Rules
           select (rule.Alert, rule.Expr),
    ];

    private sealed class AlertFile
    {
        [YamlMember(Alias = "groups")]
        public List<Group> Groups { get; set; } = [];

        public sealed class Group
        {
            [YamlMember(Alias = "rules")]
            public List<Rule> Rules { get; set; } = [];
        }

        public sealed class Rule
        {
            [YamlMember(Alias = "alert")]
            public string Alert { get; set; } = "";

            [YamlMember(Alias = "expr")]
            public string Expr { get; set; } = "";
        }
    }
}
