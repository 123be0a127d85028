using System.Collections.Immutable;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Findings.Acknowledgements;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Problems;

namespace EduAnalytics.Grains.Findings;

/// <summary>What one school has found, what was said of findings about it, and which problems it names itself.</summary>
internal sealed record SchoolFound(
    ImmutableArray<Finding> Findings, ImmutableArray<Acknowledgement> Acknowledged, ImmutableArray<UnitProblems> Problems);

/// <summary>
/// What a district's schools have found, kept until a school's row says that it accepted something: a list of the whole
/// district then asks only the schools that changed. Used on its grain's scheduler only.
/// </summary>
internal sealed class SchoolFindings
{
    private readonly Dictionary<OrgUnitId, (long Version, Task<SchoolFound> Answer)> kept = [];

    /// <summary>What each school answers, in no order.</summary>
    /// <param name="schools">With the version held of each one's row. A school that never accepted anything is not woken.</param>
    /// <param name="ask">A school's answer, at that version or a later one.</param>
    public async Task<ImmutableArray<SchoolFound>> Read(
        ImmutableArray<(OrgUnitId Id, long Version)> schools, Func<OrgUnitId, Task<SchoolFound>> ask)
    {
        // The question is kept and not only its answer: who lists findings asks what was said of them at the same time.
        var answers = schools.Where(school => school.Version > 0).Select(school => IsKept(school)
            ? kept[school.Id].Answer
            : (kept[school.Id] = (school.Version, ask(school.Id))).Answer);
        return [.. await Task.WhenAll(answers.ToList())];
    }

    /// <summary>The school is asked anew, whatever the version held of its row.</summary>
    public void Forget(OrgUnitId school) => kept.Remove(school);

    private bool IsKept((OrgUnitId Id, long Version) school) =>
        kept.TryGetValue(school.Id, out var known) && known.Version == school.Version && !known.Answer.IsFaulted && !known.Answer.IsCanceled;
}
