using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Grains.Tests.Past;

/// <summary>A school that is kept event by event, as its live grain keeps it.</summary>
internal sealed class LiveSchool(OrgUnit unit, Catalogue catalogue)
{
    public OrgUnit Unit => unit;

    public SchoolLedger Ledger { get; } = new(unit.Stages is [var only] ? only : null, catalogue.Register);

    public Row Row { get; } = new(unit.Id);

    public SchoolMeasures Measures => field ??= new SchoolMeasures(unit, Ledger, catalogue);

    public void Apply(JournalEvent journalEvent)
    {
        Ledger.Apply(journalEvent);
        Row.Refresh(Measures, Measures.KeysTouchedBy(journalEvent), catalogue);
    }
}
