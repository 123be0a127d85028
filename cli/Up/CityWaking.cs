using System.Globalization;
using EduAnalytics.Contracts.Cities;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Cli.Up;

/// <summary>
/// Wakes a city and what lies below it, so that the first page waits for nothing: its districts first, a few at a time, since
/// a city that woke them all at once would wait for all of them in one call, and goes on without those that take too long.
/// </summary>
internal sealed partial class CityWaking(IGrainFactory grains, Readiness readiness, ILogger<CityWaking> logger)
{
    /// <summary>Each takes a processor while it reads its schools' rows.</summary>
    private const int DistrictsAtOnce = 2;

    /// <summary>How often one unit is asked whether it is awake; each time may take half a minute, in which it goes on waking.</summary>
    private const int MostTries = 10;

    public async Task Wake(OrgUnit city, OrgUnitTree tree, CancellationToken cancellationToken)
    {
        var (districts, awake) = (tree.ChildrenOf(city.Id), 0);
        await Parallel.ForEachAsync(
            districts,
            new ParallelOptions { MaxDegreeOfParallelism = DistrictsAtOnce, CancellationToken = cancellationToken },
            async (district, stopped) =>
            {
                await Wake(district, () => grains.GetGrain<IDistrictGrain>(district.Id.Code).Versions([district.Id]), stopped);
                readiness.Report(string.Create(CultureInfo.InvariantCulture, $"waking the city: {Interlocked.Increment(ref awake)} of {districts.Length} districts are awake"));
            });
        await Wake(city, () => grains.GetGrain<ICityGrain>(city.Id.Code).Versions([city.Id]), cancellationToken);
    }

    /// <summary>One that does not wake at all is no reason not to start: who asks for it is told so.</summary>
    private async Task Wake(OrgUnit unit, Func<Task> ask, CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await ask().WaitAsync(cancellationToken);
                return;
            }
            catch (TimeoutException late)
            {
                LogStillWaking(late, unit.Id, tries);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "{OrgUnit} is still waking after {Tries} questions; this machine has much to do, or its disk is slow.")]
    private partial void LogStillWaking(Exception late, OrgUnitId orgUnit, int tries);
}
