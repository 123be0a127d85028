using EduAnalytics.Cli.Tests.Telemetry.Prometheus;
using EduAnalytics.Testing;

namespace EduAnalytics.Cli.Tests.Telemetry;

/// <summary>The board for Grafana, the alerts and the documents ask for nothing that the processes do not show.</summary>
[Collection(ObservedClusterCollection.Name)]
public sealed class DeployedFilesTests(ObservedCluster cluster)
{
    private static readonly string operations = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

    [Fact]
    public async Task Every_panel_and_alert_asks_for_series_and_labels_that_are_shown()
    {
        var asked = DeployedFiles.Panels().Concat(DeployedFiles.Alerts()).Select(one => (Where: one.Item1, Expression: new PromExpression(one.Item2))).ToList();
        var shown = await Shown(asked.SelectMany(one => one.Expression.Series).Where(series => series != "up"), series => series);

        List<string> missing = [];
        foreach (var (where, expression) in asked)
        {
            Assert.NotEmpty(expression.Series);
            var families = expression.Series.Where(series => series != "up").ToLookup(series => shown.GetValueOrDefault(series));
            missing.AddRange(families[null].Select(series => $"{where}: no process shows {series}."));
            var labels = families.Where(family => family.Key is not null).SelectMany(family => family.Key!).ToHashSet();
            if (expression.Series is not ["up"])
                missing.AddRange(expression.Labels.Where(label => !labels.Contains(label)).Select(label => $"{where}: {string.Join(", ", expression.Series)} has no label {label}."));
        }
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    [Fact]
    public void Each_alert_has_a_row_that_says_what_to_do_and_there_is_no_other()
    {
        var rows = operations.Split('\n')
            .Where(line => line.StartsWith("| `Edu", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1])
            .Where(name => !name.Contains(':', StringComparison.Ordinal));

        Assert.Equal(DeployedFiles.Alerts().Select(alert => alert.Alert).Order(), rows.Order());
    }

    [Fact]
    public async Task Each_metric_of_our_own_is_described_and_none_is_described_that_is_not_there()
    {
        var described = operations.Split('\n')
            .Where(line => line.StartsWith("| `edu_", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1])
            .ToList();

        var shown = await Shown(described, MetricOf);

        var own = shown.Keys.Where(series => series.StartsWith("edu_", StringComparison.Ordinal))
            .Select(MetricOf)
            .Where(name => !name.EndsWith("_count", StringComparison.Ordinal)).Distinct();
        Assert.Equal(own.Order(), described.Order());
    }

    [Fact]
    public async Task Promtool_takes_the_alerts()
    {
        var promtool = Promtool.Find();
        Assert.SkipWhen(promtool is null, "promtool is not here: apt-get install prometheus");

        var (takes, says) = await promtool!.CheckRules(DeployedFiles.AlertsPath);

        Assert.True(takes, says);
    }

    [Theory]
    [InlineData("""sum by (outcome) (rate(a_total{x=~"$y", z="1"}[$__rate_interval])) / sum(b_count[5m]) > 1""", "a_total b_count", "x z outcome")]
    [InlineData("histogram_quantile(0.99, sum by (le, level) (rate(c_bucket[5m]))) > 5 and up == 1", "c_bucket up", "level")]
    public void What_an_expression_asks_for_is_read_from_it(string text, string series, string labels)
    {
        var expression = new PromExpression(text);

        Assert.Equal((series, labels), (string.Join(' ', expression.Series), string.Join(' ', expression.Labels)));
    }

    private static string MetricOf(string series) =>
        series.Replace("_bucket", "", StringComparison.Ordinal).Replace("_sum", "", StringComparison.Ordinal);

    /// <summary>The labels of each series that one of the processes shows, once all that is wanted is there or patience has ended.</summary>
    /// <param name="wanted">Names that a series' own name is made to by <paramref name="nameOf"/>.</param>
    private async Task<Dictionary<string, HashSet<string>>> Shown(IEnumerable<string> wanted, Func<string, string> nameOf)
    {
        await cluster.Started();
        await cluster.Ask(cluster.Gateway, """{ orgUnit(id: "xx-north") { name } }""");
        await cluster.AskForUnknownDocument();
        using var followed = await cluster.Follow("""subscription { indicatorChanged(orgUnits: ["xx-north"]) { value } }""");
        var shown = new Dictionary<string, HashSet<string>>();
        var missing = wanted.ToHashSet();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        // The first check of health is not over when the process runs, the first row that a school sends its district is no lag,
        // and what a process shows may be what it showed a moment before.
        for (var report = 0; missing.Count > 0 && !patience.IsCancellationRequested; report++)
        {
            await cluster.Ask(cluster.Dashboard, ObservedCluster.Report($"charted-{report}", 500 + report));
            foreach (var process in new[] { cluster.Silo, cluster.Gateway, cluster.Dashboard })
                foreach (var sample in (await cluster.Scrape(process)).Families.SelectMany(family => family.Samples))
                {
                    if (!shown.TryGetValue(sample.Name, out var labels))
                        shown[sample.Name] = labels = [];
                    labels.UnionWith(sample.Labels.Keys);
                    missing.Remove(nameOf(sample.Name));
                }
        }

        return shown;
    }
}
