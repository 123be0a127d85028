using EduAnalytics.Cli.Starting;
using EduAnalytics.Contracts.Cities;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Cli.Up;

/// <summary>Brings the samples into an empty journal, or to the end, wakes the city, and says that the system is ready.</summary>
internal sealed class StartUp(SampleLoader samples, OrgUnitQueries orgUnits, IGrainFactory grains, Readiness readiness, UpSettings settings)
{
    /// <returns>What the start wants to tell beside being ready; null for nothing.</returns>
    /// <exception cref="StartRefusedException">The samples do not fit the catalogue.</exception>
    public async Task<string?> Run(CancellationToken cancellationToken)
    {
        var note = settings.Empty ? null : await samples.Load(cancellationToken);
        readiness.Report("waking the city");
        var tree = await orgUnits.Tree();

        // A city that has its districts' rows has woken them too: the first page waits for nothing.
        foreach (var city in tree.All.Where(unit => unit.Level == OrgUnitLevel.City))
            await grains.GetGrain<ICityGrain>(city.Id.Code).Versions([city.Id]);
        readiness.SetReady();
        return note;
    }
}
