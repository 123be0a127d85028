using System.Diagnostics;
using EduAnalytics.Testing;
using EduAnalytics.Testing.Postgres;

namespace EduAnalytics.Cluster.Tests;

/// <summary>
/// A cluster over the tables of the runtime's own provider. Its scripts are no part of this program, so this is for whoever has
/// downloaded them: <c>EDU_PROVIDER_SCRIPTS=DIR ./edu test Cluster</c>.
/// </summary>
public sealed class ProviderTablesTests
{
    private const string Variable = "EDU_PROVIDER_SCRIPTS";

    [Fact]
    public async Task Silos_find_each_other_lose_one_and_are_restarted_over_what_the_providers_own_scripts_laid_out()
    {
        Assert.SkipWhen(Scripts is null, $"{Variable} names no directory with the provider's own scripts.");
        await using var server = await PostgresServer.StartNew();
        var store = await server.CreateDatabase();
        var (exitCode, _, complaints) = await EduProgram.Run("migrate", "--store", store, "--provider-scripts", Scripts);
        Assert.True(exitCode == 0, complaints);
        await using var cluster = await RunningCluster.Start(Path.Combine(server.SocketDirectory, "cluster-data"), silos: 2, gateways: 1, "--empty", "--store", store);
        using var gateway = new GatewayClient(cluster.Gateways[0]);
        var city = new SmallCity(gateway, "scripts", schools: 4);
        await city.Furnish();
        foreach (var school in city.Schools)
            await city.Enrol(school, $"{school}-first", $"{school}-a");

        var replaced = cluster.Kill(cluster.Silos[0]);
        foreach (var school in city.Schools)
            Assert.Equal(1, await SmallCity.Enrolled(gateway, school));
        await replaced;
        foreach (var silo in cluster.Silos)
            await cluster.Restart(silo);
        await city.Enrol(city.School, $"{city.School}-second", $"{city.School}-b");

        Assert.Equal(city.Schools.Count + 1, await SmallCity.Enrolled(gateway, city.District));
        Assert.Equal("silo1 silo2", await server.Ask(store, "SELECT string_agg(siloname, ' ' ORDER BY siloname) FROM cluster.orleansmembershiptable WHERE status = 3"));
        Assert.Equal("", await server.Ask(store, "SELECT to_regclass('cluster.schema_version')"));
    }

    /// <summary>As a process that is started from here would find it; null where nothing is said.</summary>
    private static string? Scripts => new ProcessStartInfo().Environment.TryGetValue(Variable, out var directory) ? directory : null;
}
