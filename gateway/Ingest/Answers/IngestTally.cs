using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Gateway.Ingest.Answers;

/// <summary>What became of a stream's lines so far. Safe to add to from several threads.</summary>
internal sealed class IngestTally
{
    private readonly Lock gate = new();

    public int Submissions { get; private set; }

    public int SubmissionsRefused { get; private set; }

    public long Accepted { get; private set; }

    public long Duplicate { get; private set; }

    public long Refused { get; private set; }

    public void Add(int lines, SubmissionOutcome outcome)
    {
        lock (gate)
        {
            Submissions++;
            if (outcome.Refused)
                (SubmissionsRefused, Refused) = (SubmissionsRefused + 1, Refused + lines);
            else if (outcome.Duplicate)
                Duplicate += lines;
            else
                Accepted += lines;
        }
    }
}
