using EduAnalytics.Cli.Starting;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Queries;

namespace EduAnalytics.Cli.Up;

/// <summary>Brings the samples into an empty journal, or to the end, wakes the cities, and says that the system is ready.</summary>
internal sealed class StartUp(SampleLoader samples, OrgUnitQueries orgUnits, CityWaking waking, Readiness readiness, UpSettings settings)
{
    /// <returns>What the start wants to tell beside being ready; null for nothing.</returns>
    /// <exception cref="StartRefusedException">The samples do not fit the catalogue.</exception>
    public async Task<string?> Run(CancellationToken cancellationToken)
    {
        var note = settings.Empty ? null : await samples.Load(cancellationToken);
        readiness.Report("waking the city");
        var tree = await orgUnits.Tree();
        foreach (var city in tree.All.Where(unit => unit.Level == OrgUnitLevel.City))
            await waking.Wake(city, tree, cancellationToken);
        readiness.SetReady();
        return note;
    }
}
