using System.Collections.Immutable;
using EduAnalytics.Domain.Findings.Acknowledgements;
using EduAnalytics.Domain.Submissions;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts.Findings;

/// <summary>
/// What people say of the findings about a unit, kept in the unit's own journal, whoever found them: its own grain or its
/// parent's.
/// </summary>
public interface IFindingWords : IGrainWithStringKey
{
    Task<SubmissionOutcome> Acknowledge([Immutable] AcknowledgementSubmission submission);

    Task<SubmissionOutcome> Withdraw([Immutable] WithdrawalSubmission submission);

    /// <summary>What was said of the findings about this unit.</summary>
    [AlwaysInterleave]
    Task<ImmutableArray<Acknowledgement>> Acknowledged();

    /// <summary>
    /// The same, and at a district of those about its schools, so that a list of a district is one call more; each district of
    /// a city is asked itself.
    /// </summary>
    [AlwaysInterleave]
    Task<ImmutableArray<Acknowledgement>> AllAcknowledged();
}
