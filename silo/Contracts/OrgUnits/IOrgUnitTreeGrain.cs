using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts.OrgUnits;

/// <summary>The tree of all org units: one grain, journaled like the rest, asked at <see cref="Key"/>.</summary>
[Alias("org-unit-tree")]
public interface IOrgUnitTreeGrain : IGrainWithStringKey
{
    /// <summary>The grain's key, and the name under which the tree is journaled. No org unit can have it.</summary>
    const string Key = "ORG-UNITS";

    Task<SubmissionOutcome> Register([Immutable] OrgUnitsSubmission submission);

    /// <summary>The tree, where it is newer than the version the caller holds; else null.</summary>
    [AlwaysInterleave]
    Task<OrgUnitTree?> NewerThan(long version);
}
