using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Grains.Submissions;

namespace EduAnalytics.Grains.Schools;

/// <summary>Applies a school's events to its ledger and keeps its row in step.</summary>
internal sealed class SchoolReplay(SchoolLedger ledger, SchoolMeasures measures, Row row, Catalogue catalogue) : IReplayable
{
    public long Sequence => ledger.Sequence;

    public long Version => ledger.Sequence;

    /// <summary>Events applied since the last snapshot.</summary>
    public int SinceSnapshot { get; set; }

    public void Apply(JournalEvent journalEvent)
    {
        ledger.Apply(journalEvent);
        row.Refresh(measures, measures.KeysTouchedBy(journalEvent), catalogue);
        SinceSnapshot++;
    }
}
