using System.Collections.Immutable;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Grains.Findings;

/// <summary>
/// What a district's schools have found, kept until a school's row says that it accepted something: a list of the whole
/// district then asks only the schools that changed. Used on its grain's scheduler only.
/// </summary>
internal sealed class SchoolFindings
{
    private readonly Dictionary<OrgUnitId, (long Version, ImmutableArray<Finding> Findings)> kept = [];

    /// <summary>All findings of the schools.</summary>
    /// <param name="schools">With the version held of each one's row. A school that never accepted anything is not woken.</param>
    /// <param name="ask">A school's answer, at that version or a later one.</param>
    public async Task<ImmutableArray<Finding>> Read(
        ImmutableArray<(OrgUnitId Id, long Version)> schools, Func<OrgUnitId, Task<ImmutableArray<Finding>>> ask)
    {
        var reporting = schools.Where(school => school.Version > 0).ToList();
        await Task.WhenAll(reporting.Where(IsChanged).Select(async school => kept[school.Id] = (school.Version, await ask(school.Id))));
        return [.. reporting.SelectMany(school => kept[school.Id].Findings)];
    }

    private bool IsChanged((OrgUnitId Id, long Version) school) => kept.GetValueOrDefault(school.Id).Version != school.Version;
}
