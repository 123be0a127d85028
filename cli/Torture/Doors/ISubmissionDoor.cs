namespace EduAnalytics.Cli.Torture.Doors;

/// <summary>A way to hand a submission in. What was handed in at one door is sent again at the same, where it has the same name.</summary>
internal interface ISubmissionDoor
{
    /// <exception cref="Simulate.EndpointException">No answer came, or none that tells what became of the submission.</exception>
    Task<SubmissionAnswer> Send(TorturedSubmission submission);
}

/// <param name="Accepted">Lines told as accepted.</param>
/// <param name="Duplicate">Whether it had been kept before.</param>
/// <param name="Refusal">Why it was not kept; null where it was.</param>
/// <param name="Retryable">Whether a refusal asks to send the same again.</param>
internal sealed record SubmissionAnswer(int Accepted, bool Duplicate, string? Refusal, bool Retryable);
