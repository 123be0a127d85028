using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.RollUps;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Release.Tests.Cities;

/// <summary>A city of the domain's own parts, rolled up as grains do it, with the release books of its districts and its own.</summary>
internal sealed class City
{
    private static readonly DateTimeOffset acceptedAt = new(2026, 9, 30, 12, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<OrgUnitId, SchoolLedger> schools = [];
    private readonly Dictionary<OrgUnitId, (AuthorityLedger Ledger, RollUp RollUp, AuthorityMeasures Measures, Row Row)> authorities = [];
    private readonly Dictionary<OrgUnitId, Row> rows = [];
    private readonly Dictionary<OrgUnitId, ReleaseBook> books = [];

    public City(OrgUnitTree tree)
    {
        Tree = tree;
        foreach (var unit in tree.All)
        {
            if (unit.Level == OrgUnitLevel.School)
                schools.Add(unit.Id, new SchoolLedger(unit.Stages is [var only] ? only : null));
            else
                authorities.Add(unit.Id, MakeAuthority(unit));
            rows.Add(unit.Id, unit.Level == OrgUnitLevel.School ? new Row(unit.Id) : authorities[unit.Id].Row);
        }

        Restart();
    }

    public OrgUnitTree Tree { get; }

    public IMeasures MeasuresOf(OrgUnitId unit)
    {
        var known = Tree.Find(unit)!;
        if (known.Level != OrgUnitLevel.School)
            return authorities[unit].Measures;
        return authorities[known.Parent!.Value].RollUp.TryFindRow(unit, out var row) ? row : new NoMeasures(known);
    }

    /// <summary>What was remembered of earlier answers is gone.</summary>
    public void Restart()
    {
        books.Clear();
        foreach (var unit in authorities.Keys)
            books.Add(unit, new ReleaseBook(Shipped.Catalogue.Counts, () => ScopeOf(unit)));
    }

    public void Report(OrgUnitId unit, params Figure[] figures)
    {
        var reported = new FiguresReported($"s{figures.Length}", acceptedAt, new Source("report", null), [.. figures]);
        Apply(unit, reported);
    }

    public void Apply(OrgUnitId unit, JournalEvent journalEvent)
    {
        if (schools.TryGetValue(unit, out var ledger))
            ledger.Apply(journalEvent);
        else
            authorities[unit].Ledger.Apply(journalEvent);
        PushUp(Tree.Find(unit)!);
    }

    /// <summary>Why a reader who is nobody's staff does not get a cell; null where it is shown.</summary>
    public Suppression? WhyWithheld(OrgUnitId unit, MeasureKey cell)
    {
        var keeper = Tree.Find(unit) is { Level: OrgUnitLevel.School } school ? school.Parent!.Value : unit;
        var book = books[keeper];
        if (Tree.Find(keeper)!.Parent is { } above)
        {
            var years = book.YearsOf([cell]);
            book.Heed(years, books[above].ClosedOf(keeper, years));
        }

        return book.WhyWithheld(unit, [cell]);
    }

    private (AuthorityLedger Ledger, RollUp RollUp, AuthorityMeasures Measures, Row Row) MakeAuthority(OrgUnit unit)
    {
        var (ledger, rollUp) = (new AuthorityLedger(), new RollUp(Shipped.Catalogue));
        return (ledger, rollUp, new AuthorityMeasures(unit, Tree, ledger, rollUp, Shipped.Catalogue), new Row(unit.Id));
    }

    private ReleaseScope ScopeOf(OrgUnitId unit) => new(
        authorities[unit].Measures,
        [.. Tree.ChildrenOf(unit).Select(child => child.Id)],
        child => authorities[unit].RollUp.TryFindRow(child, out var row) ? row : null,
        authorities[unit].Measures.Version);

    private void PushUp(OrgUnit unit)
    {
        for (var at = unit; ; at = Tree.Find(at.Parent!.Value)!)
        {
            IMeasures measures = at.Level == OrgUnitLevel.School ? new SchoolMeasures(at, schools[at.Id], Shipped.Catalogue) : authorities[at.Id].Measures;
            rows[at.Id].Refresh(measures, measures.Keys);
            if (at.Parent is not { } parent)
                return;
            authorities[parent].RollUp.Accept(at, rows[at.Id].Since(authorities[parent].RollUp.HeldOf(at.Id)), new List<MeasureKey>());
        }
    }
}
