using EduAnalytics.Contracts.Changes;
using EduAnalytics.Contracts.Cities;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Grains.RollUps;
using EduAnalytics.Journal;
using Microsoft.Extensions.Logging;

namespace EduAnalytics.Grains.Cities;

/// <summary>One city: an authority over districts, below nothing.</summary>
internal sealed class CityGrain(IJournal journal, Catalogue catalogue, ChangeBoard changes, TimeProvider time, ILogger<CityGrain> logger)
    : AuthorityGrain(journal, catalogue, changes, time, logger), ICityGrain
{
    /// <summary>
    /// Longer than silos take to give up one that is dead, so that its districts answer from elsewhere. After that the city
    /// goes on without a district that cannot wake at all, and its values say how many are missing.
    /// </summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    protected override OrgUnitLevel Level => OrgUnitLevel.City;

    /// <summary>A district's row is made of its schools', not of its journal, so every district is asked.</summary>
    protected override Task LoadRows(CancellationToken cancellationToken) =>
        LoadFromChildren<IDistrictGrain>(Authority.Children, patience, _ => Task.FromResult<RowUpdate?>(null));

    protected override Task HeedAbove(IEnumerable<MeasureKey> cells) => Task.CompletedTask;

    protected override void OnRowChanged()
    {
        // Nothing stands above a city.
    }
}
