using EduAnalytics.Gateway.Ingest.Lines;

namespace EduAnalytics.Gateway.Ingest.Windows;

/// <summary>
/// So many lines of a stream, sorted into submissions: each unit's lines together, whatever stands between them. Where a
/// window ends depends on the stream alone and never on time, so that the same stream always makes the same submissions.
/// </summary>
internal sealed class SubmissionWindow<T>(IngestRequest request)
{
    /// <summary>Part of how submissions are named: another number would name the lines of a repeated stream anew.</summary>
    public const int Lines = 10_000;

    private readonly Dictionary<LineOwner, GatheredSubmission<T>> open = [];
    private readonly List<GatheredSubmission<T>> gathered = [];
    private GatheredSubmission<T>? latest;
    private LineFault? faultOfAll;
    private long faultLine;
    private int lines;

    public bool IsFull => lines >= Lines;

    public bool IsEmpty => lines == 0;

    public void Add(long line, LineOwner owner, T value)
    {
        lines++;
        Open(line, owner).Add(line, value);
    }

    /// <summary>Refuses the submission that a faulty line belongs to, as far as that can be told.</summary>
    /// <param name="owner">Null where not all of it could be read.</param>
    /// <param name="units">
    /// Whose the line may be, each told of the fault. Null where not even the unit could be read: the line may be anyone's, so
    /// nothing of the window is sent.
    /// </param>
    public void Refuse(long line, LineOwner? owner, IReadOnlyCollection<string?> units, LineFault fault)
    {
        lines++;
        if (owner is { } known)
        {
            Open(line, known).Refuse(line, fault);
            return;
        }

        foreach (var unit in units.Distinct())
        {
            if (unit is not null)
                Open(line, new LineOwner(unit, null)).Refuse(line, fault);
            else if (faultOfAll is null)
                (faultOfAll, faultLine) = (fault, line);
        }
    }

    /// <summary>The submissions in the order of their first lines; the window is empty again.</summary>
    public IReadOnlyList<GatheredSubmission<T>> Take()
    {
        if (faultOfAll is { } fault)
        {
            if (gathered.Count == 0)
                Open(faultLine, new LineOwner("", null));
            foreach (var submission in gathered)
                submission.Refuse(faultLine, fault);
        }

        RefuseAllOfFaultyUnits();
        var taken = gathered.ToArray();
        open.Clear();
        gathered.Clear();
        (latest, faultOfAll, lines) = (null, null, 0);
        return taken;
    }

    private GatheredSubmission<T> Open(long line, LineOwner owner)
    {
        if (latest is { } last && last.Owner == owner && !last.IsFull)
            return last;
        if (!open.TryGetValue(owner, out var submission) || submission.IsFull)
        {
            submission = new GatheredSubmission<T>(request, owner, line);
            open[owner] = submission;
            gathered.Add(submission);
        }

        return latest = submission;
    }

    /// <summary>Of a figure's line that broke off, the unit may be known and the document not.</summary>
    private void RefuseAllOfFaultyUnits()
    {
        foreach (var faulty in gathered.Where(submission => submission is { Owner.Source: null, Faults.Count: > 0 }).ToList())
            foreach (var other in gathered.Where(submission => submission.Owner.Source is not null && submission.Owner.Unit == faulty.Owner.Unit))
                other.Refuse(faulty.Faults[0].Line, faulty.Faults[0].Fault);
    }
}
