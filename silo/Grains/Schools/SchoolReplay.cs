using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Grains.Findings;
using EduAnalytics.Grains.Submissions;

namespace EduAnalytics.Grains.Schools;

/// <summary>Applies a school's events to its ledger, keeps its row in step and says what may be found anew.</summary>
internal sealed class SchoolReplay(SchoolLedger ledger, SchoolMeasures measures, Row row, LiveFindings findings, Catalogue catalogue) : IReplayable
{
    public long Sequence => ledger.Sequence;

    public long Version => ledger.Sequence;

    /// <summary>
    /// True while the school wakes: the row is then made once, from all that was replayed, and not once for each event.
    /// </summary>
    public bool Waking { get; set; } = true;

    /// <summary>Called when an event has been applied and the row is in step, in the same turn.</summary>
    public required Action OnApplied { get; init; }

    /// <summary>Submissions applied since the last snapshot.</summary>
    public int SubmissionsSinceSnapshot { get; private set; }

    /// <summary>Lines applied since the last snapshot.</summary>
    public int LinesSinceSnapshot { get; private set; }

    public void OnSnapshot() => (SubmissionsSinceSnapshot, LinesSinceSnapshot) = (0, 0);

    public void Apply(JournalEvent journalEvent)
    {
        ledger.Apply(journalEvent);
        SubmissionsSinceSnapshot++;
        LinesSinceSnapshot += journalEvent.Count;
        if (Waking)
            return;
        findings.Touch(row.Refresh(measures, measures.KeysTouchedBy(journalEvent), catalogue));

        // A value stated again changes no cell, but may bring another source.
        if (journalEvent is FiguresReported reported)
            findings.Touch(reported.Figures.Select(figure => figure.Key));

        // A ledger of problems changes no cell, but what is missed in its time may be named now, or no longer.
        if (journalEvent is ProblemsNamed)
            findings.Touch(measures.Keys);
        OnApplied();
    }
}
