using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Gateway.Submissions;

internal static class StoreFailures
{
    /// <summary>
    /// A unit that was asleep cannot wake without the store and has no way to answer; its sender hears the same as from one
    /// that was awake.
    /// </summary>
    public static async Task<SubmissionOutcome> OrStoreFailure(this Task<SubmissionOutcome> submission)
    {
        try
        {
            return await submission;
        }
        catch (StoreUnavailableException failure)
        {
            return failure.ToOutcome();
        }
    }
}
