using System.Net;
using EduAnalytics.Cli.Tests.Telemetry.Prometheus;
using EduAnalytics.Testing;

namespace EduAnalytics.Cli.Tests.Telemetry;

/// <summary>What Prometheus reads from each process.</summary>
[Collection(ObservedClusterCollection.Name)]
public sealed class MetricsTests(ObservedCluster cluster)
{
    [Fact]
    public async Task A_submission_is_found_in_the_metrics_of_each_process_that_it_passed()
    {
        await cluster.Started();
        var before = (await cluster.Scrape(cluster.Silo)).Find("edu_submissions_total")?.Total("kind", "FiguresReported") ?? 0;

        await cluster.Ask(cluster.Dashboard, ObservedCluster.Report("measured", 400));

        var silo = await Until(cluster.Silo, shown => shown.Find("edu_submissions_total")?.Total("kind", "FiguresReported") > before);
        Assert.Equal("histogram", silo.Find("edu_journal_append_duration_seconds")?.Type);
        Assert.True(silo.Find("edu_submission_duration_seconds")?.Total() >= 1);
        await Until(cluster.Gateway, shown => shown.Find("edu_gateway_operation_duration_seconds")?.Total("graphql_operation_type", "mutation") >= 1);
        await Until(cluster.Dashboard, shown => shown.Find("http_client_request_duration_seconds")?.Total() >= 1);
    }

    [Fact]
    public async Task What_each_process_needs_is_told_as_well_or_not()
    {
        await cluster.Started();

        foreach (var (process, checks) in new[]
        {
            (cluster.Silo, new[] { "store", "membership" }), (cluster.Gateway, ["silos"]), (cluster.Dashboard, ["gateway"]),
        })
            foreach (var check in checks)
                await Until(process, shown => shown.Find("edu_health_status")?.Total("check", check) == 1);
        Assert.Equal(1, (await cluster.Scrape(cluster.Silo)).Find("edu_cluster_silos")?.Total());
    }

    [Fact]
    public async Task A_failure_that_never_happened_reads_zero_and_not_nothing()
    {
        await cluster.Started();

        var failures = (await cluster.Scrape(cluster.Silo)).Find("edu_journal_append_failures_total");

        Assert.NotNull(failures);
        Assert.Equal(0, failures.Total("error_type", "Damaged"));
        Assert.Contains(failures.Samples, sample => sample.Labels["error_type"] == "Damaged");
    }

    [Fact]
    public async Task A_submission_that_the_store_refused_is_counted_under_its_fault()
    {
        await cluster.Started();
        var before = (await cluster.Scrape(cluster.Silo)).Find("edu_journal_append_failures_total")!.Total("error_type", "StorageFull");

        await cluster.WhileDiskIsFull(() => cluster.Ask(cluster.Gateway, ObservedCluster.Report("refused", 600)));

        await Until(cluster.Silo, shown => shown.Find("edu_journal_append_failures_total")!.Total("error_type", "StorageFull") == before + 1);
    }

    [Fact]
    public async Task Our_own_metrics_have_a_unit_in_their_name_where_they_have_one_and_a_text()
    {
        await cluster.Started();

        foreach (var process in new[] { cluster.Silo, cluster.Gateway, cluster.Dashboard })
            foreach (var family in (await cluster.Scrape(process)).Families.Where(family => family.Name.StartsWith("edu_", StringComparison.Ordinal)))
            {
                Assert.False(string.IsNullOrWhiteSpace(family.Help), $"{family.Name} has no text.");
                Assert.True(
                    family.Type != "histogram" || family.Name.EndsWith("_seconds", StringComparison.Ordinal) || family.Name.EndsWith("_size", StringComparison.Ordinal),
                    $"{family.Name} does not say what it counts in.");
            }
    }

    [Fact]
    public async Task A_histograms_buckets_add_up()
    {
        await cluster.Started();

        foreach (var process in new[] { cluster.Silo, cluster.Gateway, cluster.Dashboard })
            foreach (var family in (await cluster.Scrape(process)).Families.Where(family => family.Type == "histogram"))
                foreach (var series in family.Samples.GroupBy(SeriesOf))
                {
                    var buckets = series.Where(sample => sample.Name == family.Name + "_bucket").ToList();
                    Assert.Equal("+Inf", buckets[^1].Labels["le"]);
                    Assert.Equal(buckets.Select(bucket => bucket.Value).Order(), buckets.Select(bucket => bucket.Value));
                    Assert.Equal(buckets[^1].Value, series.Single(sample => sample.Name == family.Name + "_count").Value);
                }
    }

    /// <summary>Prometheus's own opinion, where it is installed.</summary>
    [Fact]
    public async Task Promtool_finds_nothing_that_it_could_not_read()
    {
        var promtool = Promtool.Find();
        Assert.SkipWhen(promtool is null, "promtool is not here: apt-get install prometheus");
        await cluster.Started();

        foreach (var process in new[] { cluster.Silo, cluster.Gateway, cluster.Dashboard })
            Assert.DoesNotContain("error while linting", await promtool!.CheckMetrics(await cluster.ScrapeText(process)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_are_at_their_own_port_alone_and_nothing_else_is_there()
    {
        await cluster.Started();

        foreach (var process in new[] { cluster.Silo, cluster.Gateway, cluster.Dashboard })
        {
            using var atPages = await cluster.Http.GetAsync(new Uri(process.Address, "/metrics"), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, atPages.StatusCode);
            foreach (var path in new[] { "/", "/health/live", "/graphql?query={__typename}" })
            {
                using var atMetrics = await cluster.Http.GetAsync(new Uri(cluster.MetricsOf(process), path), TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.NotFound, atMetrics.StatusCode);
            }
        }
    }

    private async Task<Exposition> Until(RoleProcess process, Func<Exposition, bool> isThere)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            var shown = await cluster.Scrape(process);
            if (isThere(shown))
                return shown;
            Assert.False(patience.IsCancellationRequested, $"Not shown by {process.Address}: {string.Join('\n', shown.Families.Select(family => family.Name))}");
        }
    }

    private static string SeriesOf(MetricSample sample) =>
        string.Join(',', sample.Labels.Where(label => label.Key != "le").Select(label => $"{label.Key}={label.Value}"));
}
