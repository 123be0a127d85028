using System.Diagnostics;
using System.Globalization;
using EduAnalytics.Contracts.Cities;
using EduAnalytics.Contracts.OrgUnits;
using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Grains.Hosting;
using EduAnalytics.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Benchmarks.Waking;

/// <summary>What it costs a silo to wake a city of 30 districts, and then all of its 10,000 schools: time, and memory that stays.</summary>
internal static class WakingBenchmark
{
    private const int Districts = 30;
    private const int Schools = 10_000;
    private const int AtOnce = 64;

    public static async Task Run(TextWriter output)
    {
        var directory = Directory.CreateTempSubdirectory("edu-waking-").FullName;
        using var host = BuildHost(directory);
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var units = Units().ToList();
        await grains.GetGrain<IOrgUnitTreeGrain>(IOrgUnitTreeGrain.Key).Register(new OrgUnitsSubmission("units", units[0].Id, [.. units]));

        TellTree(output, units);
        var before = Held();
        var city = await Timed(() => grains.GetGrain<ICityGrain>(units[0].Id.Code)
            .Evaluate([new ValueQuery(units[0].Id, "dropout.roll", Period.OfYear(2025), SchoolStage.Primary)], Audience.Staff));
        Tell(output, $"city with {Districts} districts", city, Held() - before);
        before = Held();
        var schools = await Timed(() => Parallel.ForEachAsync(
            units.Where(unit => unit.Level == OrgUnitLevel.School),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (school, _) => await grains.GetGrain<ISchoolGrain>(school.Id.Code).RowSince(0)));
        Tell(output, $"{Schools:N0} schools, {AtOnce} at once", schools, Held() - before);

        await host.StopAsync();
        Directory.Delete(directory, recursive: true);
    }

    private static IHost BuildHost(string directory)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.UseOrleans(silo => silo.UseLocalhostClustering(RunningSystem.FreePort(), gatewayPort: 0).AddEduSilo(directory));
        builder.Services.AddEduCatalogue(Path.Combine(AppContext.BaseDirectory, "catalogue"));
        return builder.Build();
    }

    private static IEnumerable<OrgUnit> Units()
    {
        var city = OrgUnitId.Parse("bench-city");
        var districts = Enumerable.Range(0, Districts).Select(number => OrgUnitId.Parse($"bench-district-{number:00}")).ToList();
        return
        [
            new OrgUnit(city, "基准市", null, OrgUnitLevel.City, null, [], true),
            .. districts.Select(id => new OrgUnit(id, id.Code, null, OrgUnitLevel.District, city, [], true)),
            .. Enumerable.Range(0, Schools).Select(number => OrgUnitId.Parse($"bench-school-{number:00000}")).Select((id, number) =>
                new OrgUnit(id, id.Code, null, OrgUnitLevel.School, districts[number % Districts], [SchoolStage.Primary], true)),
        ];
    }

    /// <summary>What each grain that wakes would cost if it were given a tree of its own.</summary>
    private static void TellTree(TextWriter output, List<OrgUnit> units)
    {
        _ = new OrgUnitTree(units, 1);
        var before = Held();
        var started = Stopwatch.GetTimestamp();
        var tree = new OrgUnitTree(units, 1);
        Tell(output, "one tree made anew", Stopwatch.GetElapsedTime(started), Held() - before);
        GC.KeepAlive(tree);
    }

    private static async Task<TimeSpan> Timed(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }

    private static long Held() => GC.GetTotalMemory(forceFullCollection: true);

    private static void Tell(TextWriter output, string what, TimeSpan took, long bytes) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-32} {took.TotalMilliseconds,10:N1} ms {bytes / 1_048_576.0,8:N1} MiB"));
}
