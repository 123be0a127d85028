using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Domain.Views;
using Orleans.Concurrency;

namespace EduAnalytics.Contracts.Views;

/// <summary>The saved views of one owner: a grain for each, journaled like the rest, asked at <see cref="KeyOf"/>.</summary>
[Alias("saved-views")]
public interface ISavedViewsGrain : IGrainWithStringKey
{
    /// <summary>
    /// The grain's key for an owner, and the name under which the owner's views are journaled; no org unit can have it. A
    /// hash, so that neither the journal nor a log tells who the owner is.
    /// </summary>
    /// <param name="subject">What tells the owner from every other caller.</param>
    static string KeyOf(string subject) => $"VIEWS-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(subject)))}";

    /// <summary>The pinned ones first, each group by name.</summary>
    [AlwaysInterleave]
    Task<ImmutableArray<SavedView>> All();

    /// <param name="submissionId">The view's id from then on.</param>
    Task<SubmissionOutcome> Save(string submissionId, string name, string address, bool pinned);

    Task<SubmissionOutcome> Rename(string submissionId, string view, string name);

    /// <param name="pinned">False to take it from the home page.</param>
    Task<SubmissionOutcome> Pin(string submissionId, string view, bool pinned);

    Task<SubmissionOutcome> Delete(string submissionId, string view);
}
